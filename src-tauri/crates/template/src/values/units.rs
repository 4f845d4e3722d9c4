//! What one convention of several is about: the establishment or the member of a share. Where the document is made
//! from the whole dossier, as the convention type that a council adopts, each of their fields is a variable: « [nom] ».

use super::computed::{contact_label, full};
use super::facts::{Facts, Node, Sort};
use super::special::{Empty, Variable};
use crate::declared::{PartyDecl, PartyRole, Split};
use domain::dossier::choices::Function;
use domain::dossier::{EnrolledSchool, Signatory};
use domain::record::{Path, RecordShape, Shaped};
use domain::values::SchoolKind;
use minijinja::value::{Object, Value};
use std::sync::Arc;

/// What a school has beyond its fields.
pub(crate) const OF_SCHOOL: &[&str] = &["type", "chef", "chef_titre", "localite", "inspection"];

/// `etablissement`.
pub(super) fn school(facts: &Arc<Facts>) -> Value {
    unit(facts, Split::School).map_or_else(
        || Variables::value(EnrolledSchool::SHAPE, Vec::new()),
        |id| Value::from_object(school_node(facts, &id, Sort::School)),
    )
}

/// The school that a letter is written to; while the list has none, every field of it is asked for as the list.
pub(super) fn addressed(facts: &Arc<Facts>) -> Value {
    let asked = facts.document.school.clone();
    let first = || facts.dossier.sheet.schools.iter().next();
    match asked.or_else(|| first().map(|item| item.id.clone())) {
        Some(id) => Value::from_object(school_node(facts, id.as_str(), Sort::School)),
        None => Value::from_object(NoSchool(Arc::clone(facts))),
    }
}

/// A school that is still to be listed.
#[derive(Debug)]
struct NoSchool(Arc<Facts>);

impl Object for NoSchool {
    fn get_value(self: &Arc<Self>, _: &Value) -> Option<Value> {
        self.0.note_schools();
        Some(Empty::value())
    }
}

/// The establishment as a party: its head signs.
pub(super) fn head(facts: &Arc<Facts>, rank: usize) -> Value {
    if let Some(id) = unit(facts, Split::School) {
        return Value::from_object(school_node(facts, &id, Sort::Party(rank)));
    }
    let declared = facts.parties.get(rank);
    let known = declared.map_or_else(Vec::new, |party| {
        vec![
            ("cle", Value::from(party.key.as_str())),
            ("terme", Value::from(party.term.as_str())),
            ("role", Value::from(party.role.key())),
            ("rang", Value::from(rank + 1)),
        ]
    });
    Variables::value(EnrolledSchool::SHAPE, known)
}

/// `membre`.
pub(super) fn member(facts: &Arc<Facts>) -> Value {
    let is_signing = |party: &PartyDecl| party.many && party.role == PartyRole::Signatory;
    let rank = facts.parties.iter().position(is_signing);
    let id = unit(facts, facts.split).filter(|_| facts.split != Split::School);
    match (rank, id) {
        (Some(rank), Some(id)) => Value::from_object(Node {
            facts: Arc::clone(facts),
            at: Path::new("signataires").join(&id),
            shape: Signatory::SHAPE,
            sort: Sort::Party(rank),
        }),
        _ => Variables::value(Signatory::SHAPE, Vec::new()),
    }
}

fn unit(facts: &Facts, split: Split) -> Option<String> {
    let unit = facts.dossier.unit.as_ref()?;
    (facts.split == split).then(|| unit.as_str().to_owned())
}

fn school_node(facts: &Arc<Facts>, id: &str, sort: Sort) -> Node {
    Node {
        facts: Arc::clone(facts),
        at: Path::new("ecoles").join(id),
        shape: EnrolledSchool::SHAPE,
        sort,
    }
}

/// The function by which the head of a school signs.
pub(super) fn function(node: &Node) -> Option<Function> {
    let kind: SchoolKind = full(node, "nature")?.parse().ok()?;
    Some(match kind {
        SchoolKind::College => Function::Principal,
        SchoolKind::Lycee | SchoolKind::LyceeProfessionnel => Function::Headmaster,
        _ => Function::SchoolHead,
    })
}

/// « collège », « école élémentaire ».
pub(super) fn kind(node: &Node) -> Value {
    let label = |key: String| key.parse::<SchoolKind>().ok().map(|kind| kind.label());
    match full(node, "nature").and_then(label) {
        Some(label) => Value::from(crate::fill::uncapital(label)),
        None => node.field("nature").unwrap_or_else(Empty::value),
    }
}

/// A school's own field, else the one that stands for all of them: `collectivite.nom` for its commune. Only the one
/// that is used is read, so that what is missing for all is asked for once.
pub(super) fn own_or_common(node: &Node, own: &str, common: &str) -> Value {
    if node.facts.is_full(&node.at.join(own)) {
        return node.field(own).unwrap_or_else(Empty::value);
    }
    let path = Path::new(common);
    let label = domain::dossier::Dossier::field(&path).map_or("", |field| field.label);
    node.facts.read(&path, label, false)
}

/// The field of a school that stands for a field of who signs.
pub(super) fn head_key(key: &str) -> Option<&str> {
    Some(match key {
        "civilite" => "chef_civilite",
        "prenom" => "chef_prenom",
        "nom" => "chef_nom",
        "organisme" => "nom",
        "ville" => "commune",
        "adresse" | "code_postal" | "acte_numero" | "acte_date" => key,
        _ => return None,
    })
}

/// A record of which every field is a variable.
#[derive(Debug)]
struct Variables {
    shape: &'static RecordShape,
    known: Vec<(&'static str, Value)>,
}

impl Variables {
    fn value(shape: &'static RecordShape, known: Vec<(&'static str, Value)>) -> Value {
        Value::from_object(Self { shape, known })
    }
}

impl Object for Variables {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let key = key.as_str()?;
        if let Some((_, value)) = self.known.iter().find(|(known, _)| *known == key) {
            return Some(value.clone());
        }
        let field = self.shape.fields.iter().find(|field| field.key == key);
        let label = field.map_or_else(|| contact_label(key), |field| field.label);
        Some(Variable::value(&crate::fill::uncapital(label)))
    }
}
