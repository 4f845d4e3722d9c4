//! How the command answers: sentences for people, one line of JSON for machines.

use app::Problem;
use app::view::{FindingView, Weight};
use serde::Serialize;
use std::io::Write;

/// Says a text; done. Whoever reads only its beginning (`| head`) has had enough: that is no failure.
pub fn say(text: &str) -> u8 {
    let _ = writeln!(std::io::stdout(), "{text}");
    0
}

/// What came of one dossier.
#[derive(Debug, Default, Serialize)]
pub struct Outcome {
    /// The dossier's file, as given.
    pub dossier: String,
    /// « fait », « refusé », « illisible », « panne ».
    pub etat: &'static str,
    /// The files written, or that would be.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fichiers: Vec<app::view::FileView>,
    /// What the vérification found.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub constats: Vec<FindingView>,
    /// What is left to be filled by hand.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub a_la_main: Vec<String>,
    /// What went wrong, in a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// The exit code of this dossier.
    pub code: u8,
}

impl Outcome {
    /// What came of a dossier that could not be worked on.
    pub fn failed(dossier: &str, problem: &Problem) -> Self {
        let code = problem.exit_code();
        let etat = if code == 2 { "illisible" } else { "panne" };
        Self {
            dossier: dossier.to_owned(),
            etat,
            message: Some(app::fr::problem(problem)),
            code,
            ..Self::default()
        }
    }
}

/// Says what came of each dossier, and gives the worst code.
pub fn outcomes(outcomes: &[Outcome], json: bool) -> u8 {
    if json {
        machine(&serde_json::json!({ "dossiers": outcomes }));
    } else {
        outcomes.iter().for_each(person);
    }
    outcomes
        .iter()
        .map(|outcome| outcome.code)
        .max()
        .unwrap_or(0)
}

/// One line of JSON.
pub fn machine(value: &serde_json::Value) {
    println!("{value}");
}

/// A problem that is about no dossier.
pub fn problem(problem: &Problem, json: bool) -> u8 {
    let sentence = app::fr::problem(problem);
    if json {
        machine(&serde_json::json!({ "erreur": { "code": problem.code(), "message": sentence } }));
    } else {
        eprintln!("{sentence}");
    }
    problem.exit_code()
}

fn person(outcome: &Outcome) {
    println!("{} : {}", outcome.dossier, outcome.etat);
    for file in &outcome.fichiers {
        println!("  {} ({} p.)", file.name, file.pages);
    }
    for finding in &outcome.constats {
        println!("  {}", line(finding));
    }
    for blank in &outcome.a_la_main {
        println!("  [à la main] {blank}");
    }
    if let Some(message) = &outcome.message {
        println!("  {}", message.replace('\n', "\n  "));
    }
}

fn line(finding: &FindingView) -> String {
    let weight = match (finding.severity, &finding.reason) {
        (Weight::Bloquant, _) => "bloquant",
        (Weight::AVerifier, Some(_)) => "passé avec un motif",
        (Weight::AVerifier, None) => "à vérifier",
        (Weight::Conseil, _) => "conseil",
    };
    let place: Vec<&str> = [
        finding.article.as_str(),
        finding.path.as_deref().unwrap_or(""),
    ]
    .into_iter()
    .filter(|word| !word.is_empty())
    .collect();
    let mend = if finding.mend.is_empty() {
        String::new()
    } else {
        format!(" {}", finding.mend)
    };
    format!(
        "[{weight}] {}{mend} ({})",
        finding.sentence,
        place.join(", ")
    )
}
