//! The modèle's own rules: a condition that must hold, and the sentence that says it does not.

use super::placed::told_of;
use super::{Placed, Printed};
use crate::declared::{Rule, Template};
use crate::values::{Facts, Scope, State, field_path, item_path};
use domain::record::Path;
use std::sync::Arc;

/// What the rules of a modèle find in a dossier.
pub(super) fn check(template: &Template, facts: &Arc<Facts>, printed: &Printed) -> Vec<Placed> {
    let mut found = Vec::new();
    for rule in &template.rules {
        let broken = match &rule.each {
            None => broken(rule, facts, &Scope::of(facts), None),
            Some(each) => each_broken(rule, &each.name, &each.list, facts),
        };
        found.extend(broken.into_iter().map(|path| placed(rule, path, printed)));
    }
    found
}

/// The fields of the items for which a rule does not hold.
fn each_broken(rule: &Rule, name: &str, list: &str, facts: &Arc<Facts>) -> Vec<Path> {
    let scope = Scope::of(facts);
    let items = scope.items(list).into_iter().enumerate();
    let paths = items.flat_map(|(rank, item)| {
        let at = item_path(&item);
        broken(
            rule,
            facts,
            &scope.turn(name, item, rank + 1),
            at.map(|at| (name, at)),
        )
    });
    let mut paths: Vec<Path> = paths.collect();
    paths.sort();
    paths.dedup();
    paths
}

/// The field to blame when the rule does not hold. A rule that reads what does not read is not computed:
/// the field is told already.
fn broken(rule: &Rule, facts: &Arc<Facts>, scope: &Scope, item: Option<(&str, Path)>) -> Vec<Path> {
    facts.recorder.take();
    let holds = rule
        .condition
        .eval(&scope.value())
        .map(|value| value.is_true());
    let reads = facts.recorder.take();
    let unread = reads
        .iter()
        .any(|read| matches!(read.state, State::Unread(_)));
    match holds {
        Ok(false) if !unread => vec![field_path(facts, &rule.field, item)],
        _ => Vec::new(),
    }
}

/// A broken rule in its place: the documents that it names, else those that print the field.
fn placed(rule: &Rule, path: Path, printed: &Printed) -> Placed {
    let (printing, place) = printed.concerned(Some(&path));
    let documents = if rule.documents.is_empty() {
        printing
    } else {
        rule.documents.clone()
    };
    let article = printed.place_of(&rule.article).unwrap_or(place);
    let told = (rule.severity, rule.code.as_str(), rule.sentence.clone());
    told_of(Some(path), told, (documents, article))
}
