//! The vérification, case by case: a dossier, what is typed over it, and exactly what is found.
//!
//! The cases are data: `fixtures/verification.toml` says how they are written. Every rule has a case that breaks it and
//! a case that comes close without breaking it; a rule that is added without its two cases makes a test fail.

use domain::dossier::Dossier;
use domain::findings::Severity;
use domain::record::{Id, PartMut, Path, find_mut};
use domain::values::Date;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use template::{Placed, Shelf, Template, check};
use tests::house;

/// Codes that no dossier can raise with the modèles of the house or of the cases, and where they are tested instead.
const ELSEWHERE: &[(&str, &str)] = &[
    (
        "membre-sans-nom",
        "app/tests/members: a grouping one commune of which is not named, then is",
    ),
    ("dates-en-desordre", "a pair of dates that no rule compares"),
    (
        "modele-illisible",
        "template/tests: a modèle whose expression has no value",
    ),
    (
        "renvoi-sans-objet",
        "template/tests: a modèle that sends to a part taken away",
    ),
    (
        "annexe-non-citee",
        "template/tests: a modèle that no longer calls its annexe",
    ),
    (
        "delegation-hors-modele",
        "template/tests: a modèle without delegation",
    ),
    (
        "annee-hors-modele",
        "template/tests: a modèle of one school year",
    ),
    (
        "sans-convention",
        "template/tests: a share of a dossier that follows none",
    ),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    cas: Vec<Case>,
}

/// One case, as `fixtures/verification.toml` writes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// The rule it is about.
    regle: String,
    /// What it shows.
    nom: String,
    /// The dossier: an example of the house, or `depart`, which stays as it is when the examples grow.
    #[serde(default = "start")]
    base: String,
    /// The day it is.
    #[serde(default = "before_the_vote")]
    jour: String,
    /// The version of the modèle, when it is not the one shipped.
    version: Option<u32>,
    /// Items taken away: `ecoles/le-parc`.
    #[serde(default)]
    retraits: Vec<String>,
    /// Fields that are no longer left to the pen.
    #[serde(default)]
    a_saisir: Vec<String>,
    /// Fields that are left to the pen.
    #[serde(default)]
    a_la_main: Vec<String>,
    /// What is typed: a path, a text. An item of a list is made when its path is met.
    #[serde(default)]
    changements: BTreeMap<String, String>,
    /// Everything that is found, in any order: severity, code, field.
    #[serde(default)]
    constats: Vec<String>,
}

/// The dossier of Fontenay before its vote, beside the cases.
const START: &str = "depart";

fn start() -> String {
    START.to_owned()
}

fn before_the_vote() -> String {
    "2026-11-22".to_owned()
}

fn cases() -> Vec<Case> {
    let file = house::root().join("tests/fixtures/verification.toml");
    let cases: Cases = toml::from_str(&house::text(&file)).expect("the cases read");
    cases.cas
}

impl Case {
    fn dossier(&self) -> Dossier {
        let file = match self.base.as_str() {
            START => "tests/fixtures/verification-depart.json".to_owned(),
            example => format!("assets/examples/{example}.json"),
        };
        let file = house::root().join(file);
        let mut dossier = format::read(&house::text(&file)).expect("the example reads");
        for path in &self.retraits {
            let (list, id) = path.split_once('/').expect("a list and an id");
            let Some(PartMut::List(items)) = find_mut(&mut dossier.sheet, &Path::new(list)) else {
                panic!("{}: no list {list}", self.nom)
            };
            assert!(items.remove(id), "{}: no {path}", self.nom);
        }
        dossier
            .by_hand
            .retain(|path| !self.a_saisir.iter().any(|typed| typed == path.as_str()));
        dossier.by_hand.extend(self.a_la_main.iter().map(Path::new));
        for (path, typed) in &self.changements {
            put(&mut dossier, path, typed, &self.nom);
        }
        dossier
    }

    fn template(&self, dossier: &Dossier, shelf: &Shelf) -> Template {
        let found = shelf
            .find(&dossier.template.id)
            .expect("the modèle of the example");
        let mut template = found.clone();
        template.version = self.version.unwrap_or(template.version);
        template
    }

    /// Everything that is found, sorted.
    fn found(&self, shelf: &Shelf) -> Vec<String> {
        let dossier = self.dossier();
        let today: Date = self.jour.parse().expect("a day");
        let sheet = check(&dossier, &self.template(&dossier, shelf), today);
        let mut told: Vec<String> = sheet.findings.iter().map(told).collect();
        told.sort();
        told
    }

    fn expected(&self) -> Vec<String> {
        let mut expected = self.constats.clone();
        expected.sort();
        expected
    }

    /// Whether it breaks the rule that it is about.
    fn is_bad(&self) -> bool {
        self.constats
            .iter()
            .any(|found| found.split(' ').any(|word| word == self.regle))
    }
}

fn put(dossier: &mut Dossier, path: &str, typed: &str, name: &str) {
    let at = Path::new(path);
    let keys: Vec<&str> = at.keys().collect();
    if let [list, id, _] = keys[..]
        && let Some(PartMut::List(items)) = find_mut(&mut dossier.sheet, &Path::new(list))
    {
        items.insert(usize::MAX, Id::new(id).expect("an id"));
    }
    assert!(dossier.put(&at, typed), "{name}: there is no field {path}");
}

fn told(placed: &Placed) -> String {
    let weight = match (placed.finding.severity, &placed.reason) {
        (Severity::Blocking, _) => "bloquant",
        (Severity::ToVerify, None) => "à vérifier",
        (Severity::ToVerify, Some(_)) => "passé",
        (Severity::Advice, _) => "conseil",
    };
    let (code, path) = placed.finding.key();
    format!("{weight} {code} {path}").trim_end().to_owned()
}

fn shelf() -> Shelf {
    Shelf::shipped().expect("the shipped modèles read")
}

#[test]
fn each_case_finds_exactly_what_it_says() {
    let shelf = shelf();
    let wrong: Vec<String> = cases()
        .iter()
        .filter(|case| case.found(&shelf) != case.expected())
        .map(|case| {
            let (found, expected) = (case.found(&shelf), case.expected());
            format!(
                "{} — {}\n  found    {found:#?}\n  expected {expected:#?}",
                case.regle, case.nom
            )
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} cases:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn there_are_240_cases_and_no_two_are_the_same() {
    let cases = cases();
    assert!(cases.len() >= 240, "{} cases", cases.len());
    let names: BTreeSet<(&str, &str)> = cases
        .iter()
        .map(|case| (case.regle.as_str(), case.nom.as_str()))
        .collect();
    assert_eq!(names.len(), cases.len(), "a rule has two cases of one name");
    let typed: BTreeSet<String> = cases
        .iter()
        .map(|case| {
            format!(
                "{} {} {:?} {:?} {:?} {:?} {:?} {}",
                case.base,
                case.jour,
                case.version,
                case.retraits,
                case.a_saisir,
                case.a_la_main,
                case.changements,
                case.regle
            )
        })
        .collect();
    assert_eq!(
        typed.len(),
        cases.len(),
        "two cases of a rule type the same"
    );
}

#[test]
fn each_rule_has_a_case_that_breaks_it_and_one_that_does_not() {
    let cases = cases();
    let of = |bad: bool| -> BTreeSet<&str> {
        let cases = cases.iter().filter(|case| case.is_bad() == bad);
        cases.map(|case| case.regle.as_str()).collect()
    };
    let (bad, good) = (of(true), of(false));
    let codes = codes(&cases);
    let without = |cases: &BTreeSet<&str>| -> Vec<String> {
        codes
            .iter()
            .filter(|code| !cases.contains(code.as_str()))
            .cloned()
            .collect()
    };
    assert_eq!(
        without(&bad),
        Vec::<String>::new(),
        "rules that no case breaks"
    );
    assert_eq!(
        without(&good),
        Vec::<String>::new(),
        "rules without a good case"
    );
    let unknown: Vec<&&str> = bad.iter().filter(|code| !codes.contains(**code)).collect();
    assert!(unknown.is_empty(), "cases of no rule: {unknown:?}");
}

/// Every code that a rule may raise: those of the law, of what fits a modèle, and of the modèles that cases use.
fn codes(cases: &[Case]) -> BTreeSet<String> {
    let crates = house::root().join("src-tauri/crates");
    let mut codes = BTreeSet::new();
    for file in ["code.rs", "sequel.rs"] {
        let path = crates.join("domain/src/rules/fault").join(file);
        codes.extend(literals(&house::text(&path)));
    }
    for file in house::entries(&crates.join("template/src/check")) {
        codes.extend(literals(&house::text(&file)));
    }
    let shelf = shelf();
    let used: BTreeSet<String> = cases
        .iter()
        .map(|case| case.dossier().template.id)
        .collect();
    let used = shelf.all().filter(|template| used.contains(&template.id));
    codes.extend(used.flat_map(rules_of));
    for (code, _) in ELSEWHERE {
        codes.remove(*code);
    }
    codes
}

/// The codes of the modèle's own rules, as its manifest declares them.
fn rules_of(template: &Template) -> Vec<String> {
    let manifest: toml::Table = template.files["modele.toml"].parse().expect("it is TOML");
    let rules = manifest.get("controles").and_then(toml::Value::as_array);
    let code = |rule: &toml::Value| rule["code"].as_str().expect("a rule has a code").to_owned();
    rules
        .map(|rules| rules.iter().map(code).collect())
        .unwrap_or_default()
}

/// The texts between quotes of a source that are codes: small letters and hyphens, one hyphen at least. Those of tests
/// stand at its foot and are left out.
fn literals(source: &str) -> BTreeSet<String> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let is_code = |text: &&str| {
        let plain = text.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        plain
            && (text.contains('-')
                || [
                    "quorum",
                    "votes",
                    "effectif",
                    "presences",
                    "pouvoirs",
                    "ordinal",
                    "elision",
                ]
                .contains(text))
    };
    let quoted = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    quoted
        .flat_map(|line| line.split('"').skip(1).step_by(2))
        .filter(is_code)
        .map(str::to_owned)
        .collect()
}
