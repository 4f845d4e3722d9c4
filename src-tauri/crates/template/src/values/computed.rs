//! What the program computes from a dossier: names with their article, titles that agree, the party and
//! the contact of a key. The list is the one of `LANGAGE.md` §5.

use super::facts::{Facts, Node, Sort};
use super::special::Empty;
use domain::dossier::choices::Function;
use domain::dossier::{Contact, Signatory};
use domain::french::{Gender, with_de};
use domain::record::{Path, Shaped};
use domain::values::{Civility, Department};
use minijinja::value::{Object, Value};
use std::sync::Arc;

/// What each kind of record has beyond its fields.
pub(crate) const OF_COLLECTIVITY: &[&str] = &["departement_avec_article"];
pub(crate) const OF_PARTY: &[&str] = &[
    "cle",
    "rang",
    "terme",
    "titre",
    "qualite",
    "fonction_accordee",
    "representant",
    "signataire",
];
pub(crate) const OF_CONTACT: &[&str] = &["identite"];

/// `parties` or `contacts`: what stands under a key.
pub(super) fn keyed(facts: &Arc<Facts>, which: &str) -> Value {
    let facts = Arc::clone(facts);
    if which == "parties" {
        Value::from_object(Parties(facts))
    } else {
        Value::from_object(Roles(facts))
    }
}

#[derive(Debug)]
struct Parties(Arc<Facts>);

impl Object for Parties {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        party(&self.0, key.as_str()?)
    }
}

#[derive(Debug)]
struct Roles(Arc<Facts>);

impl Object for Roles {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let node = Node {
            facts: Arc::clone(&self.0),
            at: contact_path(&self.0, key.as_str()?),
            shape: Contact::SHAPE,
            sort: Sort::Contact,
        };
        Some(Value::from_object(node))
    }
}

/// A party: the fields of its signatory, and what is computed from them.
pub(super) fn party(facts: &Arc<Facts>, key: &str) -> Option<Value> {
    let rank = facts.parties.iter().position(|party| party.key == key)?;
    let node = Node {
        facts: Arc::clone(facts),
        at: signatory_path(facts, key),
        shape: Signatory::SHAPE,
        sort: Sort::Party(rank),
    };
    Some(Value::from_object(node))
}

/// Every party, in the modèle's order.
pub(super) fn parties(facts: &Arc<Facts>) -> Vec<Value> {
    facts
        .parties
        .iter()
        .filter_map(|declared| party(facts, &declared.key))
        .collect()
}

/// Where the signatory of a party is; under the party's key while there is none.
pub(super) fn signatory_path(facts: &Facts, party: &str) -> Path {
    let id = facts
        .dossier
        .signatory(party)
        .map_or(party, |(id, _)| id.as_str());
    Path::new("signataires").join(id)
}

/// Where the contact of a role is; under the role's key while there is none.
pub(super) fn contact_path(facts: &Facts, role: &str) -> Path {
    let has = |contact: &Contact| contact.role.value().is_some_and(|key| key.as_str() == role);
    let found = facts
        .dossier
        .sheet
        .contacts
        .iter()
        .find(|item| has(&item.value));
    Path::new("contacts").join(found.map_or(role, |item| item.id.as_str()))
}

/// A computed value of a record; none when the key is one of its fields.
pub(super) fn value(node: &Node, key: &str) -> Option<Value> {
    match (node.sort, node.at.as_str(), key) {
        (Sort::Plain, "collectivite" | "academie", "nom_avec_article") => {
            Some(name_with_article(node))
        }
        (Sort::Plain, "collectivite", "departement_avec_article") => Some(department(node)),
        (Sort::Contact, _, "identite") => Some(identity(node)),
        (Sort::Party(rank), _, _) => Person::of(node, rank).value(key),
        _ => None,
    }
}

/// The field, else « de » before the name.
fn name_with_article(node: &Node) -> Value {
    if node.facts.is_full(&node.at.join("nom_avec_article")) {
        return node.field("nom_avec_article").unwrap_or_else(Empty::value);
    }
    map(node.field("nom"), with_de)
}

/// « des Hauts-de-Seine », from the INSEE code; an invented commune has none.
fn department(node: &Node) -> Value {
    let department = |code: &str| {
        code.parse()
            .ok()
            .and_then(|insee| Department::of_insee(&insee))
    };
    let field = node.field("code_insee").unwrap_or_else(Empty::value);
    match field.as_str().and_then(department) {
        Some(department) => Value::from(department.with_de()),
        None => Empty::value(),
    }
}

/// « BERTIN Dominique ».
fn identity(node: &Node) -> Value {
    let (name, first) = (full(node, "nom"), full(node, "prenom"));
    match (name, first) {
        (Some(name), Some(first)) => Value::from(format!("{} {first}", name.to_uppercase())),
        (Some(name), None) => Value::from(name.to_uppercase()),
        _ => Empty::value(),
    }
}

/// Who signs for a party.
struct Person<'a> {
    node: &'a Node,
    rank: usize,
}

impl<'a> Person<'a> {
    fn of(node: &'a Node, rank: usize) -> Self {
        Self { node, rank }
    }

    fn value(&self, key: &str) -> Option<Value> {
        let declared = self.node.facts.parties.get(self.rank)?;
        Some(match key {
            "cle" => Value::from(declared.key.as_str()),
            "rang" => Value::from(self.rank + 1),
            "terme" => Value::from(declared.term.as_str()),
            "titre" => self.titled(|person, function| function.with_article(person.gender())),
            "qualite" => self.titled(Self::quality),
            "fonction_accordee" => {
                self.function(|person, function| function.noun(person.gender()).to_owned())
            }
            "representant" => self.named(|first, name| format!("{first} {name}")),
            "signataire" => self.signature(),
            _ => return None,
        })
    }

    /// Without civility, the masculine.
    fn gender(&self) -> Gender {
        let civility = full(self.node, "civilite").and_then(|key| key.parse::<Civility>().ok());
        civility.map_or(Gender::Masculine, Civility::gender)
    }

    fn function(&self, made: impl FnOnce(&Self, Function) -> String) -> Value {
        let field = self.node.field("fonction").unwrap_or_else(Empty::value);
        match field.as_str().map(str::parse::<Function>) {
            Some(Ok(function)) => Value::from(made(self, function)),
            _ => field,
        }
    }

    /// The title as the person wants it printed, else the one made from the function.
    fn titled(&self, made: impl FnOnce(&Self, Function) -> String) -> Value {
        if self.node.facts.is_full(&self.node.at.join("titre")) {
            return self.node.field("titre").unwrap_or_else(Empty::value);
        }
        self.function(made)
    }

    /// « la maire de Fontenay-aux-Roses », « la rectrice de l’académie de Versailles ».
    fn quality(&self, function: Function) -> String {
        let title = function.with_article(self.gender());
        let of = match function {
            Function::Rector => self
                .name_of("academie", "nom_avec_article")
                .map(|name| format!("de l’académie {name}")),
            Function::Dasen => self.name_of("collectivite", "departement_avec_article"),
            Function::RegionRector
            | Function::Ien
            | Function::Principal
            | Function::Headmaster
            | Function::SchoolHead => None,
            _ => self.name_of("collectivite", "nom_avec_article"),
        };
        of.map_or_else(|| title.clone(), |of| format!("{title} {of}"))
    }

    fn name_of(&self, record: &str, key: &str) -> Option<String> {
        let facts = &self.node.facts;
        let root = Node {
            facts: Arc::clone(facts),
            at: Path::new(""),
            shape: domain::dossier::Dossier::shape(),
            sort: Sort::Plain,
        };
        root.field(record)?
            .get_attr(key)
            .ok()?
            .as_str()
            .map(str::to_owned)
    }

    /// « Mme Agnès Delorme »; empty while the name is.
    fn named(&self, made: impl FnOnce(&str, &str) -> String) -> Value {
        let (first, name) = (full(self.node, "prenom"), full(self.node, "nom"));
        let (Some(first), Some(name)) = (first, name) else {
            return Empty::value();
        };
        let name = made(&first, &name);
        match full(self.node, "civilite") {
            Some(civility) => Value::from(format!("{civility} {name}")),
            None => Value::from(name),
        }
    }

    /// « Agnès DELORME »; empty while the name is.
    fn signature(&self) -> Value {
        match (full(self.node, "prenom"), full(self.node, "nom")) {
            (Some(first), Some(name)) => Value::from(format!("{first} {}", name.to_uppercase())),
            _ => Empty::value(),
        }
    }
}

/// A field of a record when it holds words; it is noted as read.
fn full(node: &Node, key: &str) -> Option<String> {
    node.field(key)
        .and_then(|value| value.as_str().map(str::to_owned))
}

fn map(field: Option<Value>, made: impl FnOnce(&str) -> String) -> Value {
    match field {
        Some(value) => value
            .as_str()
            .map(made)
            .map_or_else(|| value.clone(), Value::from),
        None => Empty::value(),
    }
}

/// The field that a dotted path of the modèle names; a computed value leads to the field it is made from.
/// `item` is the name of a loop and where its item is.
pub(crate) fn field_path(facts: &Facts, dotted: &str, item: Option<(&str, Path)>) -> Path {
    let keys: Vec<&str> = dotted.split('.').collect();
    match keys.as_slice() {
        ["parties", party, rest @ ..] => below(signatory_path(facts, party), rest),
        ["contacts", role, rest @ ..] => below(contact_path(facts, role), rest),
        ["exemplaires"] => Path::new("convention/exemplaires"),
        [first, rest @ ..] => match item {
            Some((name, at)) if name == *first => below(at, rest),
            _ => below(Path::new(*first), rest),
        },
        [] => Path::new(""),
    }
}

fn below(at: Path, keys: &[&str]) -> Path {
    keys.iter().fold(at, |path, key| path.join(made_from(key)))
}

/// The field that a computed value is made from.
fn made_from(key: &str) -> &str {
    match key {
        "titre" | "qualite" | "fonction_accordee" => "fonction",
        "representant" | "signataire" | "identite" => "nom",
        "departement_avec_article" => "code_insee",
        other => other,
    }
}

/// Where an item of a list is.
pub(crate) fn item_path(item: &Value) -> Option<Path> {
    item.downcast_object_ref::<Node>()
        .map(|node| node.at.clone())
}
