//! The circonscriptions of the schools: one inspector receives the originals, the others a copy.

use super::facts::Node;
use super::special::Empty;
use domain::french::{list, with_de};
use domain::values::fold;
use minijinja::value::Value;

/// « circonscription de Sceaux », « circonscriptions de Sceaux et de Bagneux »: those of the schools, the addressee's
/// left out; the originals go to one of them only.
pub(super) fn others(node: &Node) -> Value {
    let sheet = &node.facts.dossier.sheet;
    let addressee = sheet
        .academy
        .district
        .value()
        .map(|name| fold(name.as_str()));
    let mut others: Vec<String> = Vec::new();
    for school in sheet.schools.iter() {
        let Some(name) = school.value.district.value() else {
            continue;
        };
        let name = name.as_str();
        let is_known = |known: &String| fold(known) == fold(&with_de(name));
        if Some(fold(name)) != addressee && !others.iter().any(is_known) {
            others.push(with_de(name));
        }
    }
    node.facts.note_schools();
    match others.as_slice() {
        [] => Empty::value(),
        [one] => Value::from(format!("circonscription {one}")),
        several => Value::from(format!("circonscriptions {}", list(several))),
    }
}
