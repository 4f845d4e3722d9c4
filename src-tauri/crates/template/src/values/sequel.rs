//! What changed since the dossier that is followed: `avant`, `changements`, `ecoles_ajoutees`, `contacts_changes`…

use super::facts::{DocumentFacts, Facts, Node, Scope, Sort};
use super::special::Passage;
use crate::declared::Template;
use crate::sequel::{ClauseChange, Difference, differences, passage, role};
use document::{Inline, Text};
use domain::changes::{Schools, altered, contacts_by_role, printed};
use domain::dossier::{Contact, Dossier, EARLIER, EnrolledSchool};
use domain::record::{Id, Item, Path, Record, Shaped};
use minijinja::value::{Object, Value};
use std::sync::Arc;

/// The lists that only a dossier that follows another one has.
pub(crate) const LISTS: &[&str] = &[
    "changements",
    "ecoles_ajoutees",
    "ecoles_retirees",
    "ecoles_modifiees",
    "contacts_changes",
    "differences",
];
/// What a clause that changed gives.
pub(crate) const OF_CHANGE: &[&str] = &["article", "avant", "apres"];
/// What a school that changed gives, a field a row.
pub(crate) const OF_SCHOOL_CHANGE: &[&str] = &["libelle", "avant", "apres"];
/// What a list of schools says of each: the rest serves letters, or a price, and is no matter of the list.
const OF_LIST: &[&str] = &["nom", "nature", "adresse", "commune", "uai"];
/// What a role that changed gives.
pub(crate) const OF_CONTACT_CHANGE: &[&str] = &["role", "avant", "apres"];
/// What a difference gives.
pub(crate) const OF_DIFFERENCE: &[&str] = &["libelle", "avant", "apres"];

/// What was computed of a dossier that follows another one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Followed {
    pub(super) before: Option<Arc<Facts>>,
    schools: Schools,
    differences: Vec<Difference>,
    /// The modèle's name of each role.
    roles: Vec<(String, String)>,
}

impl Followed {
    /// What a dossier follows, read with the same notes.
    pub(super) fn of(template: &Template, dossier: &Dossier, facts: &Facts) -> Self {
        // A dossier that says it follows one, and holds none, is told: its documents show blanks meanwhile.
        let none = Dossier::default();
        let before = match (&dossier.before, dossier.sequel()) {
            (Some(before), _) => before,
            (None, Some(_)) => &none,
            (None, None) => return Self::default(),
        };
        let mut earlier = Facts::alone(template, before, DocumentFacts::default());
        earlier.recorder = facts.recorder.of_earlier();
        let roles = template.roles.iter();
        Self {
            before: Some(Arc::new(earlier)),
            schools: Schools::of(before, dossier),
            differences: differences(template, dossier),
            roles: roles
                .map(|it| (it.key.clone(), role(template, &it.key)))
                .collect(),
        }
    }

    fn role(&self, key: &str) -> String {
        let known = self.roles.iter().find(|(known, _)| known == key);
        known.map_or(key, |(_, label)| label.as_str()).to_owned()
    }
}

/// `avant`: all that an expression may read of the dossier that is followed.
pub(super) fn earlier(facts: &Facts) -> Value {
    match &facts.followed.before {
        Some(before) => Scope::of(before).value(),
        None => Value::from_object(Nothing),
    }
}

/// What a dossier that follows none finds there.
#[derive(Debug)]
struct Nothing;

impl Object for Nothing {
    fn get_value(self: &Arc<Self>, _: &Value) -> Option<Value> {
        Some(super::special::Empty::value())
    }

    fn is_true(self: &Arc<Self>) -> bool {
        false
    }
}

/// `annexe_modifiee`: whether each annexe differs.
pub(super) fn annexes(facts: &Facts) -> Value {
    let keys = facts.document.compared.annexes.iter();
    let changed = keys.map(|key| (key.clone(), Value::from(true)));
    let all = facts
        .annexes
        .iter()
        .map(|key| (key.clone(), Value::from(false)));
    Value::from_pairs(all.chain(changed))
}

/// The items of one of [`LISTS`].
pub(super) fn items(facts: &Arc<Facts>, list: &str) -> Vec<Value> {
    let followed = &facts.followed;
    let Some(before) = &followed.before else {
        return Vec::new();
    };
    match list {
        "changements" => facts.document.compared.clauses.iter().map(clause).collect(),
        "ecoles_ajoutees" => schools(facts, &followed.schools.added),
        "ecoles_retirees" => schools(before, &followed.schools.removed),
        "ecoles_modifiees" => school_changes(facts, before),
        "contacts_changes" => contacts(facts, before),
        "differences" => followed.differences.iter().map(difference).collect(),
        _ => Vec::new(),
    }
}

fn clause(change: &ClauseChange) -> Value {
    row([
        ("article", Value::from(change.place.as_str())),
        ("avant", words(change.before.clone())),
        ("apres", words(change.after.clone())),
    ])
}

fn row<const N: usize>(pairs: [(&str, Value); N]) -> Value {
    Value::from_pairs(pairs)
}

/// A passage; what is not there is an empty text, not something to complete.
fn words(inlines: Vec<Inline>) -> Value {
    if inlines.is_empty() {
        Value::from("")
    } else {
        Value::from_object(Passage(inlines))
    }
}

fn schools(facts: &Arc<Facts>, ids: &[Id]) -> Vec<Value> {
    let node = |id: &Id| {
        Value::from_object(Node {
            facts: Arc::clone(facts),
            at: Path::new("ecoles").join(id.as_str()),
            shape: EnrolledSchool::SHAPE,
            sort: Sort::School,
        })
    };
    ids.iter().map(node).collect()
}

fn school_changes(facts: &Facts, before: &Facts) -> Vec<Value> {
    let pairs = facts.followed.schools.kept.iter();
    let found = pairs.flat_map(|(old, new)| altered(&before.dossier, old, &facts.dossier, new));
    found
        .filter(|change| OF_LIST.contains(&change.path.last()))
        .map(|change| {
            let field = |path: String, typed: &str| match typed {
                "" => Vec::new(),
                typed => vec![text(typed, path)],
            };
            let path = change.path.as_str();
            let old = field(format!("{EARLIER}{path}"), &change.before);
            let (old, new) = passage(&old, &field(path.to_owned(), &change.after));
            row([
                ("libelle", Value::from(change.label)),
                ("avant", words(old)),
                ("apres", words(new)),
            ])
        })
        .collect()
}

fn text(words: &str, field: String) -> Inline {
    Inline::Text(Text {
        words: words.to_owned(),
        fields: vec![field],
        ..Text::default()
    })
}

fn contacts(facts: &Facts, before: &Facts) -> Vec<Value> {
    let roles = contacts_by_role(&before.dossier, &facts.dossier).into_iter();
    roles
        .map(|(key, old, new)| {
            let (old, new) = passage(&person(old, EARLIER), &person(new, ""));
            row([
                ("role", Value::from(facts.followed.role(key.as_str()))),
                ("avant", words(old)),
                ("apres", words(new)),
            ])
        })
        .collect()
}

/// « Mme Dominique Bertin, directrice de l’éducation, 01 99 00 12 34, … », each part with its field.
fn person(item: Option<&Item<Contact>>, prefix: &str) -> Vec<Inline> {
    let Some(item) = item else {
        return Vec::new();
    };
    let at = format!("{prefix}contacts/{}", item.id.as_str());
    let mut inlines: Vec<Inline> = Vec::new();
    for (key, name) in [
        ("civilite", true),
        ("prenom", true),
        ("nom", true),
        ("fonction", false),
        ("telephone", false),
        ("courriel", false),
    ] {
        let said = match item.value.part(key) {
            Some(domain::record::Part::Leaf(leaf)) => printed(leaf),
            _ => String::new(),
        };
        if said.is_empty() {
            continue;
        }
        if !inlines.is_empty() {
            inlines.push(Inline::words(if name { " " } else { ", " }));
        }
        inlines.push(text(&said, format!("{at}/{key}")));
    }
    inlines
}

fn difference(told: &Difference) -> Value {
    row([
        ("libelle", Value::from(told.label.as_str())),
        ("avant", Value::from(told.before.as_str())),
        ("apres", Value::from(told.after.as_str())),
    ])
}
