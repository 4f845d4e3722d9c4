//! One field as a value: its printed text, its number, its day.

use super::reads::{Read, State};
use super::special::{Day, Empty};
use crate::declared::{Asked, Question};
use domain::entry::{Entry, Kind, Leaf, Value as Readable};
use domain::values::{
    Cents, Count, Date, Email, InseeCode, LongText, Phone, PostalCode, SchoolYear, Siren, Siret,
    Text, Time, Uai, Why, YesNo,
};
use minijinja::value::Value;

/// How many signs of an unreadable text are shown in a draft.
const SHOWN: usize = 120;

/// A field as found: what is noted of it, and its value.
pub(super) struct Found {
    pub(super) read: Read,
    pub(super) value: Value,
}

/// A field of the dossier.
pub(super) fn found(path: &str, label: &str, leaf: &dyn Leaf, by_hand: bool, must: bool) -> Found {
    let mut read = Read {
        label: label.to_owned(),
        ..Read::full(path)
    };
    if let Some(why) = leaf.why() {
        read.state = State::Unread(why.clone());
        return Found {
            read,
            value: Value::from(shown(&leaf.typed())),
        };
    }
    if leaf.is_empty() {
        read.state = State::Empty { by_hand, must };
        return Found {
            read,
            value: Empty::value(),
        };
    }
    let typed = leaf.typed();
    if let Kind::Choice(choices) = leaf.kind() {
        read.choice = choices
            .iter()
            .find(|(key, _)| *key == typed)
            .map(|(key, label)| ((*key).into(), (*label).into()));
    }
    read.amount = leaf.kind() == Kind::Cents;
    let value = value(leaf.kind(), typed);
    Found { read, value }
}

/// A field that nobody has made yet: no signatory of this party, no contact in this role.
pub(super) fn absent(path: &str, label: &str, by_hand: bool, must: bool) -> Found {
    let state = State::Empty { by_hand, must };
    Found {
        read: Read {
            label: label.to_owned(),
            state,
            ..Read::full(path)
        },
        value: Empty::value(),
    }
}

/// An answer to a question of the modèle; the default stands while nothing is typed.
pub(super) fn answered(path: &str, question: &Question, typed: &str, by_hand: bool) -> Found {
    let typed = if typed.trim().is_empty() {
        question.default.as_str()
    } else {
        typed
    };
    match &question.kind {
        Asked::One(kind) => found(
            path,
            &question.label,
            answer_leaf(*kind, typed).as_ref(),
            by_hand,
            false,
        ),
        Asked::Choice(choices) => chosen(path, question, choices, typed, by_hand),
    }
}

fn chosen(
    path: &str,
    question: &Question,
    choices: &[(String, String)],
    typed: &str,
    by_hand: bool,
) -> Found {
    if typed.trim().is_empty() {
        return absent(path, &question.label, by_hand, false);
    }
    let mut read = Read {
        label: question.label.clone(),
        ..Read::full(path)
    };
    match Asked::choice(choices, typed) {
        Some((key, label)) => {
            read.choice = Some((key.clone(), label.clone()));
            Found {
                read,
                value: Value::from(key.clone()),
            }
        }
        None => {
            read.state = State::Unread(Asked::not_a_choice());
            Found {
                read,
                value: Value::from(shown(typed)),
            }
        }
    }
}

/// Reads an answer as its kind; a kind that no question may have reads as a line of text.
pub(crate) fn answer_leaf(kind: Kind, typed: &str) -> Box<dyn Leaf> {
    fn of<T: Readable + 'static>(typed: &str) -> Box<dyn Leaf> {
        Box::new(Entry::<T>::of(typed))
    }
    match kind {
        Kind::LongText => of::<LongText>(typed),
        Kind::Uai => of::<Uai>(typed),
        Kind::Siren => of::<Siren>(typed),
        Kind::Siret => of::<Siret>(typed),
        Kind::Insee => of::<InseeCode>(typed),
        Kind::PostalCode => of::<PostalCode>(typed),
        Kind::Phone => of::<Phone>(typed),
        Kind::Email => of::<Email>(typed),
        Kind::SchoolYear => of::<SchoolYear>(typed),
        Kind::Cents => of::<Cents>(typed),
        Kind::Date => of::<Date>(typed),
        Kind::Time => of::<Time>(typed),
        Kind::Count => of::<Count>(typed),
        Kind::YesNo => of::<YesNo>(typed),
        Kind::Text | Kind::Choice(_) | Kind::Image => of::<Text>(typed),
    }
}

/// The value of a canonical spelling: numbers, days, yes and no as such, the rest as printed.
fn value(kind: Kind, typed: String) -> Value {
    match kind {
        Kind::Date => as_value(&typed, |day: Date| Value::from_object(Day(day))),
        Kind::Count => as_value(&typed, |count: Count| Value::from(count.get())),
        Kind::Cents => as_value(&typed, |amount: Cents| Value::from(amount.cents())),
        Kind::YesNo => as_value(&typed, |answer: YesNo| Value::from(answer.0)),
        Kind::Phone => as_value(&typed, |phone: Phone| Value::from(phone.printed())),
        Kind::Siren => as_value(&typed, |siren: Siren| Value::from(siren.printed())),
        Kind::Siret => as_value(&typed, |siret: Siret| Value::from(siret.printed())),
        Kind::SchoolYear => as_value(&typed, |year: SchoolYear| Value::from(year.printed())),
        Kind::Time => as_value(&typed, |time: Time| Value::from(time.printed())),
        Kind::Image => Value::from(true),
        _ => Value::from(typed),
    }
}

fn as_value<T: Readable>(typed: &str, made: impl FnOnce(T) -> Value) -> Value {
    T::read(typed).map_or_else(|_: Why| Value::from(typed), made)
}

/// What an unreadable text shows in a draft: without control signs, and not all of a very long one.
fn shown(typed: &str) -> String {
    let mut shown: String = typed
        .chars()
        .filter(|sign| !sign.is_control())
        .take(SHOWN)
        .collect();
    if typed.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}
