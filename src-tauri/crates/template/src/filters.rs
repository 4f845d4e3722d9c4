//! The filters of the language (`LANGAGE.md` §5): each turns a value into words; most leave an empty one empty.
//!
//! French grammar comes from `domain`; nothing here knows a document.

use crate::misprint::MisprintKind;
use crate::values::{CheckBox, Day, Empty, HandBlank, RECORDER, Readings, Variable};
use document::Dotted;
use domain::french::{
    Gender, Ordinal, amount_in_letters, capital, kinds_counted, list, number_words, plural,
};
use domain::values::{Cents, Date, Phone, SchoolKind, Siren, Time, fold};
use minijinja::value::{Rest, Value};
use minijinja::{Environment, Error, ErrorKind, State};

mod register;
mod term;

/// Each filter with the fewest and the most arguments it takes, and the same in words.
const FILTERS: &[(&str, usize, usize, &str)] = &[
    ("en_lettres", 0, 1, "rien, ou le genre : en_lettres(\"f\")"),
    ("montant", 0, 0, "rien de plus"),
    ("annee_en_lettres", 0, 0, "rien de plus"),
    ("jour_en_lettres", 0, 0, "rien de plus"),
    ("heure_en_lettres", 0, 0, "rien de plus"),
    ("enumeration", 0, 0, "rien de plus"),
    ("pouvoirs", 0, 0, "rien de plus"),
    ("compte_noms", 0, 0, "rien de plus"),
    ("compte_pouvoirs", 0, 0, "rien de plus"),
    ("courriels", 0, 0, "rien de plus"),
    ("plus", 1, 1, "un nombre : plus(deliberation.representes)"),
    ("minuscule", 0, 0, "rien de plus"),
    ("date_longue", 0, 0, "rien de plus"),
    ("heure", 0, 0, "rien de plus"),
    ("ordinal", 0, 1, "rien, ou le genre : ordinal(\"f\")"),
    ("telephone", 0, 0, "rien de plus"),
    ("siren", 0, 0, "rien de plus"),
    (
        "accord",
        2,
        2,
        "deux textes : accord(\"un\", \"plusieurs\")",
    ),
    ("compte", 0, 1, "rien, ou une nature : compte(\"primaire\")"),
    ("repartition", 0, 0, "rien de plus"),
    ("noms", 0, 0, "rien de plus"),
    ("majuscule", 0, 0, "rien de plus"),
    ("capitales", 0, 0, "rien de plus"),
    ("sinon", 1, 1, "un texte : sinon(\"…\")"),
    ("a_la_main", 0, 1, "rien, « date » ou « lieu »"),
    ("case", 0, 1, "rien, ou une réponse : case(\"oui\")"),
    ("plus_jours", 1, 1, "un nombre de jours : plus_jours(15)"),
    ("plus_mois", 1, 1, "un nombre de mois : plus_mois(1)"),
    ("preavis", 0, 0, "rien de plus"),
    ("terme", 0, 0, "rien de plus"),
    ("fin_de_periode", 0, 0, "rien de plus"),
    ("fin_annee_scolaire", 0, 0, "rien de plus"),
    ("variable", 1, 1, "un texte : variable(\"nom du collège\")"),
    (
        "contient_mot",
        1,
        99,
        "au moins un mot : contient_mot(\"école\")",
    ),
];

/// What is wrong in the use of a filter, if anything.
pub(crate) fn misprint(filter: &str, arguments: usize) -> Option<MisprintKind> {
    match FILTERS.iter().find(|(name, ..)| *name == filter) {
        None => Some(MisprintKind::UnknownFilter(filter.to_owned())),
        Some((_, least, most, _)) if (*least..=*most).contains(&arguments) => None,
        Some((.., expected)) => Some(MisprintKind::FilterArguments {
            filter: filter.to_owned(),
            expected,
        }),
    }
}

/// Gives the filters to an environment.
pub(crate) fn add_all(environment: &mut Environment<'static>) {
    environment.add_filter("en_lettres", in_letters);
    environment.add_filter("montant", |value: Value| kept_empty(&value, amount));
    environment.add_filter("date_longue", |value: Value| kept_empty(&value, long_date));
    environment.add_filter("annee_en_lettres", |value: Value| {
        of_day(&value, Date::year_in_letters)
    });
    environment.add_filter("jour_en_lettres", |value: Value| {
        of_day(&value, Date::day_in_letters)
    });
    environment.add_filter("heure_en_lettres", |value: Value| {
        reprinted(&value, Time::in_letters)
    });
    register::add_all(environment);
    term::add_all(environment);
    environment.add_filter("heure", |value: Value| {
        reprinted(&value, |time: Time| time.printed())
    });
    environment.add_filter("ordinal", ordinal);
    environment.add_filter("telephone", |value: Value| {
        reprinted(&value, |phone: Phone| phone.printed())
    });
    environment.add_filter("siren", |value: Value| {
        reprinted(&value, |siren: Siren| siren.printed())
    });
    environment.add_filter("accord", agreement);
    environment.add_filter("compte", count);
    environment.add_filter("repartition", |value: Value| kept_empty(&value, kinds));
    environment.add_filter("noms", |value: Value| kept_empty(&value, names));
    environment.add_filter("majuscule", |state: &State<'_, '_>, value: Value| {
        kept_empty(&value, |value| {
            Ok(Value::from(capital(&words(state, value))))
        })
    });
    environment.add_filter("minuscule", |state: &State<'_, '_>, value: Value| {
        kept_empty(&value, |value| {
            Ok(Value::from(crate::fill::uncapital(&words(state, value))))
        })
    });
    environment.add_filter("plus", plus);
    environment.add_filter("capitales", |state: &State<'_, '_>, value: Value| {
        kept_empty(&value, |value| {
            Ok(Value::from(words(state, value).to_uppercase()))
        })
    });
    environment.add_filter(
        "sinon",
        |value: Value, other: Value| if is_blank(&value) { other } else { value },
    );
    environment.add_filter("a_la_main", by_hand);
    environment.add_filter("case", check_box);
    environment.add_filter("plus_jours", |value: Value, days: i32| {
        later(&value, |day| day.plus_days(days))
    });
    environment.add_filter("plus_mois", |value: Value, months: i32| {
        later(&value, |day| day.plus_months(months))
    });
    environment.add_filter("variable", |value: Value, words: String| {
        if Variable::is(&value) {
            Variable::value(&words)
        } else {
            value
        }
    });
    environment.add_filter("contient_mot", |value: Value, words: Rest<String>| {
        has_word(&value.to_string(), &words)
    });
}

fn is_blank(value: &Value) -> bool {
    Empty::is(value) || value.as_str().is_some_and(|text| text.trim().is_empty())
}

/// A filter leaves an empty value empty, and a variable as it is.
fn kept_empty(
    value: &Value,
    made: impl FnOnce(&Value) -> Result<Value, Error>,
) -> Result<Value, Error> {
    if is_blank(value) || Variable::is(value) {
        Ok(value.clone())
    } else {
        made(value)
    }
}

/// A value that its field already printed is read and printed again; one that does not read stays as it is.
fn reprinted<T: std::str::FromStr>(value: &Value, printed: impl FnOnce(T) -> String) -> Value {
    match value.as_str().and_then(|text| text.parse().ok()) {
        Some(read) => Value::from(printed(read)),
        None => value.clone(),
    }
}

/// A later day; a value that is no day stays as it is.
fn later(value: &Value, later: impl FnOnce(Date) -> Option<Date>) -> Result<Value, Error> {
    match value.downcast_object_ref::<Day>() {
        Some(Day(day)) => later(*day)
            .map(|day| Value::from_object(Day(day)))
            .ok_or_else(|| unfit("a day within reach is expected")),
        None => Ok(value.clone()),
    }
}

fn unfit(expected: &'static str) -> Error {
    Error::new(ErrorKind::InvalidOperation, expected)
}

fn number(value: &Value) -> Option<u64> {
    u64::try_from(value.clone()).ok()
}

/// A number that does not read as one, typed by a referent, stays as typed: the vérification says it.
fn in_letters(state: &State<'_, '_>, value: Value, gender: Option<String>) -> Result<Value, Error> {
    kept_empty(&value, |value| {
        let Some(number) = number(value) else {
            return Ok(value.clone());
        };
        let gender = if gender.as_deref() == Some("f") {
            Gender::Feminine
        } else {
            Gender::Masculine
        };
        let amount = Cents::new(number).filter(|_| reads_amount(state));
        Ok(Value::from(amount.map_or_else(
            || number_words(number, gender),
            amount_in_letters,
        )))
    })
}

fn amount(value: &Value) -> Result<Value, Error> {
    Ok(number(value)
        .and_then(Cents::new)
        .map_or_else(|| value.clone(), |cents| Value::from(cents.printed())))
}

fn long_date(value: &Value) -> Result<Value, Error> {
    match value.downcast_object_ref::<Day>() {
        Some(Day(day)) => Ok(Value::from(day.long())),
        None if value.as_str().is_some() => Ok(value.clone()),
        None => Err(unfit("a day is expected")),
    }
}

/// A part of a day in letters; one that does not read stays as typed.
fn of_day(value: &Value, letters: fn(Date) -> String) -> Value {
    match value.downcast_object_ref::<Day>() {
        Some(Day(day)) => Value::from(letters(*day)),
        None => value.clone(),
    }
}

fn ordinal(value: Value, gender: Option<String>) -> Result<Value, Error> {
    let gender = if gender.as_deref() == Some("f") {
        Gender::Feminine
    } else {
        Gender::Masculine
    };
    kept_empty(&value, |value| {
        Ok(number(value).map_or_else(
            || value.clone(),
            |number| Value::from(Ordinal::of(number, gender).to_string()),
        ))
    })
}

fn agreement(value: Value, one: Value, several: Value) -> Result<Value, Error> {
    kept_empty(&value, |value| {
        let Some(number) = number(value) else {
            return Ok(several.clone());
        };
        let is_one = plural(u32::try_from(number).unwrap_or(u32::MAX), "1", "2") == "1";
        Ok(if is_one { one.clone() } else { several.clone() })
    })
}

/// A number and another, which counts for nothing while it does not read.
fn plus(value: Value, other: Value) -> Result<Value, Error> {
    kept_empty(&value, |value| {
        Ok(match (number(value), number(&other)) {
            (Some(one), Some(other)) => Value::from(one.saturating_add(other)),
            _ => value.clone(),
        })
    })
}

/// How many items a list has, or how many schools of one nature.
fn count(value: Value, nature: Option<String>) -> Result<Value, Error> {
    let items = value.try_iter()?;
    let of = |item: &Value| match &nature {
        None => true,
        Some(nature) => item
            .get_attr("nature")
            .is_ok_and(|kind| kind.as_str() == Some(nature)),
    };
    Ok(Value::from(items.filter(of).count()))
}

/// « 5 élémentaires et 1 primaire ».
fn kinds(value: &Value) -> Result<Value, Error> {
    let kind = |item: Value| {
        item.get_attr("nature")
            .ok()?
            .as_str()?
            .parse::<SchoolKind>()
            .ok()
    };
    let kinds: Vec<SchoolKind> = value.try_iter()?.filter_map(kind).collect();
    Ok(if kinds.is_empty() {
        Empty::value()
    } else {
        Value::from(kinds_counted(&kinds))
    })
}

/// « École du Parc, École des Ormeaux et École La Roue ».
fn names(value: &Value) -> Result<Value, Error> {
    let name = |item: Value| {
        let name = item.get_attr("nom").ok()?;
        name.as_str().map(str::to_owned)
    };
    let names: Vec<String> = value.try_iter()?.filter_map(name).collect();
    Ok(if names.is_empty() {
        Empty::value()
    } else {
        Value::from(list(&names))
    })
}

fn by_hand(state: &State<'_, '_>, value: Value, what: Option<String>) -> Result<Value, Error> {
    let what = match what.as_deref() {
        None => Dotted::Rest,
        Some("date") => Dotted::Date,
        Some("lieu") => Dotted::Place,
        Some(_) => return Err(unfit("« date » or « lieu » is expected")),
    };
    let must = readings(state).is_some_and(|readings| readings.0.recorder.has_must());
    Ok(if is_blank(&value) && !must {
        Value::from_object(HandBlank(what))
    } else {
        value
    })
}

/// Ticked when the answer is the one asked; an empty answer ticks nothing.
fn check_box(value: Value, answer: Option<String>) -> Value {
    let asked = answer.unwrap_or_else(|| "oui".to_owned());
    let ticked = match bool::try_from(value.clone()) {
        Ok(yes) => yes == (asked == "oui"),
        Err(_) => value.as_str() == Some(asked.as_str()),
    };
    Value::from_object(CheckBox(ticked && !is_blank(&value)))
}

/// Whether a text holds one of these words, singular or plural, whatever its capitals and accents.
fn has_word(text: &str, words: &[String]) -> bool {
    let folded = fold(text);
    let found: Vec<&str> = folded.split(|sign: char| !sign.is_alphanumeric()).collect();
    words.iter().map(|word| fold(word)).any(|word| {
        found
            .iter()
            .any(|found| *found == word || found.strip_suffix(['s', 'x']) == Some(word.as_str()))
    })
}

/// The words of a value: a choice gives its label.
fn words(state: &State<'_, '_>, value: &Value) -> String {
    let text = value.to_string();
    let label = readings(state).and_then(|readings| readings.0.recorder.label_of(&text));
    label.unwrap_or(text)
}

fn reads_amount(state: &State<'_, '_>) -> bool {
    readings(state).is_some_and(|readings| readings.0.recorder.has_amount())
}

fn readings(state: &State<'_, '_>) -> Option<std::sync::Arc<Readings>> {
    state
        .lookup(RECORDER)
        .and_then(|value| value.downcast_object::<Readings>())
}
