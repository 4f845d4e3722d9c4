//! What the program computes from a dossier: names with their article, titles that agree, the party and
//! the contact of a key. The list is the one of `LANGAGE.md` §5.

use super::districts;
use super::facts::{Facts, Node, Sort};
use super::people::Person;
use super::special::Empty;
use super::units;
use crate::declared::PartyDecl;
use domain::dossier::choices::CollectivityKind;
use domain::dossier::{Contact, Signatory};
use domain::french::with_de;
use domain::record::{Item, Path, Shaped};
use domain::values::{Department, fold};
use minijinja::value::{Object, Value};
use std::sync::Arc;

/// What each kind of record has beyond its fields.
pub(crate) const OF_COLLECTIVITY: &[&str] = &["departement_avec_article", "denomination"];
pub(crate) const OF_ACADEMY: &[&str] = &["circonscription_avec_article", "autres_circonscriptions"];
pub(crate) const OF_PARTY: &[&str] = &[
    "cle",
    "rang",
    "role",
    "terme",
    "titre",
    "qualite",
    "appel",
    "fonction_accordee",
    "representant",
    "signataire",
];
pub(crate) const OF_CONTACT: &[&str] = &["identite", "libelle"];

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

/// A party: the fields of its signatory, the first when there are several, and what is computed from them.
pub(super) fn party(facts: &Arc<Facts>, key: &str) -> Option<Value> {
    signatories(facts, key).into_iter().next()
}

/// Who carries the dossier: the first to whom an original goes, or the State, which is one party.
pub(super) fn named(facts: &Arc<Facts>, key: &str) -> Option<Value> {
    party(facts, &named_party(facts, key)?)
}

fn named_party(facts: &Facts, key: &str) -> Option<String> {
    let is_there = |key: &&String| facts.parties.iter().any(|party| party.key == **key);
    let state = || facts.parties.iter().find(|party| party.is_state());
    match key {
        "porteur" => facts.addressees.iter().find(is_there).cloned(),
        _ => state().map(|party| party.key.clone()),
    }
}

/// The contact of the first role: whom the others call. A modèle without roles has none, and it is empty.
pub(super) fn referent(facts: &Arc<Facts>) -> Value {
    let node = Node {
        facts: Arc::clone(facts),
        at: contact_path(
            facts,
            facts.roles.first().map_or("referent", |role| &role.key),
        ),
        shape: Contact::SHAPE,
        sort: Sort::Contact,
    };
    Value::from_object(node)
}

/// All who sign for a declared party, in the order of the dossier; one that is still to come when there is none.
pub(super) fn signatories(facts: &Arc<Facts>, key: &str) -> Vec<Value> {
    let Some(rank) = facts.parties.iter().position(|party| party.key == key) else {
        return Vec::new();
    };
    if facts.parties[rank].is_school() {
        return vec![units::head(facts, rank)];
    }
    let node = |at| {
        Value::from_object(Node {
            facts: Arc::clone(facts),
            at,
            shape: Signatory::SHAPE,
            sort: Sort::Party(rank),
        })
    };
    signatory_paths(facts, &facts.parties[rank])
        .into_iter()
        .map(node)
        .collect()
}

/// The parties that a declared one stands for.
pub(super) fn parties_of(facts: &Arc<Facts>, key: &str) -> Vec<Value> {
    let many = facts
        .parties
        .iter()
        .any(|party| party.key == key && party.many);
    let mut all = signatories(facts, key);
    all.truncate(if many { usize::MAX } else { 1 });
    all
}

/// Who signs for the party of this rank among those that a declared one stands for.
pub(super) fn signing_for(facts: &Arc<Facts>, key: &str, rank: usize) -> Vec<Value> {
    let several = facts
        .parties
        .iter()
        .any(|party| party.key == key && party.several);
    let all = signatories(facts, key);
    if several {
        return all;
    }
    all.into_iter().skip(rank).take(1).collect()
}

/// Every party, in the modèle's order, members one by one.
pub(super) fn parties(facts: &Arc<Facts>) -> Vec<Value> {
    let declared = facts.parties.iter();
    declared
        .flat_map(|declared| parties_of(facts, &declared.key))
        .collect()
}

/// Where those who sign for a party are; of two mandates that follow one another, the one in force.
pub(super) fn signatory_paths(facts: &Facts, party: &PartyDecl) -> Vec<Path> {
    let dossier = &facts.dossier;
    if !party.many && !party.several {
        return vec![signatory_path(facts, &party.key)];
    }
    let is_its = |item: &&Item<Signatory>| {
        let key = item.value.party.value();
        key.is_some_and(|key| key.as_str() == party.key) && !dossier.is_succeeded(&item.id)
    };
    let at = |id: &str| Path::new("signataires").join(id);
    let items = dossier.sheet.signatories.iter().filter(is_its);
    let found: Vec<Path> = items.map(|item| at(item.id.as_str())).collect();
    if found.is_empty() {
        vec![at(&party.key)]
    } else {
        found
    }
}

/// Where the signatory of a party is; under the party's key while there is none.
pub(super) fn signatory_path(facts: &Facts, party: &str) -> Path {
    let dossier = &facts.dossier;
    let found = if facts.document.of_session {
        dossier.in_office_on(party, dossier.sheet.act.session.value().copied())
    } else {
        dossier.signatory(party)
    };
    let id = found.map_or(party, |(id, _)| id.as_str());
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
        (Sort::Plain, "collectivite", "denomination") => Some(denomination(node)),
        (Sort::Plain, "academie", "circonscription_avec_article") => {
            Some(map(node.field("circonscription"), with_de))
        }
        (Sort::Plain, "academie", "autres_circonscriptions") => Some(districts::others(node)),
        (Sort::Contact, _, "identite") => Some(identity(node)),
        (Sort::Contact, _, "libelle") => Some(role_label(node)),
        (Sort::School, _, "localite") => {
            Some(units::own_or_common(node, "commune", "collectivite/nom"))
        }
        (Sort::School, _, "inspection") => Some(units::own_or_common(
            node,
            "circonscription",
            "academie/circonscription",
        )),
        (Sort::School, _, "type") => Some(units::kind(node)),
        (Sort::School, _, "chef") => Person::head(node).value("representant"),
        (Sort::School, _, "chef_titre") => Person::head(node).value("titre"),
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

/// « commune de Fontenay-aux-Roses », « région Grand Est »; a body of another kind goes by its own name.
fn denomination(node: &Node) -> Value {
    let name = full(node, "nom");
    let kind: Option<CollectivityKind> = full(node, "type").and_then(|key| key.parse().ok());
    let is_paris = name.as_deref().is_some_and(|name| fold(name) == "paris");
    let before = match kind {
        Some(CollectivityKind::Commune) => "commune ",
        Some(CollectivityKind::Department) => "département ",
        Some(CollectivityKind::Metropolis) => "métropole ",
        Some(CollectivityKind::Special) if is_paris => "Ville ",
        Some(CollectivityKind::Region) => {
            return map(node.field("nom"), |name| format!("région {name}"));
        }
        _ => return node.field("nom").unwrap_or_else(Empty::value),
    };
    match name_with_article(node).as_str() {
        Some(name) => Value::from(format!("{before}{name}")),
        None => Empty::value(),
    }
}

/// What the modèle calls the role of a contact; its key when the modèle has no such role.
fn role_label(node: &Node) -> Value {
    let key = full(node, "role").unwrap_or_default();
    let role = node.facts.roles.iter().find(|role| role.key == key);
    match role {
        Some(role) => Value::from(role.label.as_str()),
        None => node.field("role").unwrap_or_else(Empty::value),
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

/// What a variable of the second kind is called, when no field is: « nom du chef d’établissement ».
pub(super) fn contact_label(key: &str) -> &'static str {
    match key {
        "representant" | "signataire" | "chef" => "nom du signataire",
        "titre" | "qualite" | "chef_titre" | "fonction_accordee" => "qualité du signataire",
        "type" => "type d’établissement",
        _ => "à préciser",
    }
}

/// A field of a record when it holds words; it is noted as read.
pub(super) fn full(node: &Node, key: &str) -> Option<String> {
    node.field(key)
        .and_then(|value| value.as_str().map(str::to_owned))
}

pub(super) fn map(field: Option<Value>, made: impl FnOnce(&str) -> String) -> Value {
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
        ["porteur" | "etat", rest @ ..] => match named_party(facts, keys[0]) {
            Some(party) => below(signatory_path(facts, &party), rest),
            None => below(Path::new("signataires"), rest),
        },
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
        "titre" | "qualite" | "appel" | "fonction_accordee" => "fonction",
        "representant" | "signataire" | "identite" => "nom",
        "chef" => "chef_nom",
        "localite" => "commune",
        "inspection" => "circonscription",
        "chef_titre" => "nature",
        "departement_avec_article" => "code_insee",
        "denomination" => "nom",
        "libelle" => "role",
        other => other,
    }
}

/// Where an item of a list is.
pub(crate) fn item_path(item: &Value) -> Option<Path> {
    item.downcast_object_ref::<Node>()
        .map(|node| node.at.clone())
}
