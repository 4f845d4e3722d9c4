//! What the tests of the rules share: a dossier in a few lines, and its findings as text.

use crate::dossier::Dossier;
use crate::findings::{Finding, Severity};
use crate::record::{Id, PartMut, Path, find_mut};

/// A dossier with these fields, each a path and what is typed; an item of a list is made when its path is met.
#[track_caller]
pub(crate) fn dossier(fields: &[(&str, &str)]) -> Dossier {
    let mut dossier = Dossier::default();
    for (path, typed) in fields {
        let path = Path::new(*path);
        let keys: Vec<&str> = path.keys().collect();
        if let [list, id, _] = keys[..]
            && let Some(PartMut::List(items)) = find_mut(&mut dossier.sheet, &Path::new(list))
        {
            items.insert(usize::MAX, Id::new(id).unwrap());
        }
        assert!(dossier.put(&path, typed), "there is no field {path}");
    }
    dossier
}

/// The findings, a line each: severity, code, field.
pub(crate) fn told(findings: &[Finding]) -> Vec<String> {
    let line = |finding: &Finding| {
        let weight = match finding.severity {
            Severity::Blocking => "bloquant",
            Severity::ToVerify => "à vérifier",
            Severity::Advice => "conseil",
        };
        let (code, path) = finding.key();
        format!("{weight} {code} {path}")
    };
    findings.iter().map(line).collect()
}

/// The rule says exactly this of a dossier with these fields.
#[track_caller]
pub(crate) fn check(
    rule: impl Fn(&Dossier) -> Vec<Finding>,
    fields: &[(&str, &str)],
    expected: &[&str],
) {
    assert_eq!(told(&rule(&dossier(fields))), expected, "{fields:?}");
}
