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
    /// What one should know of the files written.
    #[serde(rename = "a_savoir", skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// What came of each of its conventions, when the dossier is shared out.
    #[serde(rename = "conventions", skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<Outcome>,
    /// What went wrong, in a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// The exit code of this dossier.
    pub code: u8,
}

impl Outcome {
    /// What came of a dossier that is refused, and why.
    pub fn refused(dossier: String, constats: Vec<FindingView>) -> Self {
        Self {
            dossier,
            etat: "refusé",
            constats,
            code: 1,
            ..Self::default()
        }
    }

    /// Adds what came of each convention of the dossier: its state and its code are those of the worst.
    pub fn with_shares(mut self, shares: Vec<Self>) -> Self {
        let worst = shares.iter().map(|share| share.code).max().unwrap_or(0);
        if worst > 0 && self.code == 0 {
            self.etat = "en partie";
        }
        self.code = self.code.max(worst);
        self.shares = shares;
        self
    }

    /// What came of a dossier that could not be worked on.
    pub fn failed(dossier: &str, problem: &Problem) -> Self {
        let code = problem.exit_code();
        let etat = match code {
            1 => "refusé",
            2 => "illisible",
            _ => "panne",
        };
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
    say(&value.to_string());
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
    say(&lines(outcome).join("\n"));
}

/// What came of a dossier, then of each of its conventions, in retrait.
fn lines(outcome: &Outcome) -> Vec<String> {
    let mut lines = vec![format!("{} : {}", outcome.dossier, outcome.etat)];
    let files = outcome.fichiers.iter();
    // A message or a workbook has no pages.
    lines.extend(files.map(|file| match file.pages {
        0 => format!("  {}", file.name),
        pages => format!("  {} ({pages} p.)", file.name),
    }));
    let findings = outcome.constats.iter().map(line);
    lines.extend(findings.map(|finding| format!("  {finding}")));
    let blanks = outcome.a_la_main.iter();
    lines.extend(blanks.map(|blank| format!("  [à la main] {blank}")));
    let notes = outcome.notes.iter();
    lines.extend(notes.map(|note| format!("  [à savoir] {note}")));
    if let Some(message) = &outcome.message {
        lines.push(format!("  {}", message.replace('\n', "\n  ")));
    }
    if !outcome.shares.is_empty() {
        lines.push(format!("  {}", counted(&outcome.shares)));
    }
    let shares = outcome.shares.iter().flat_map(self::lines);
    lines.extend(shares.map(|line| format!("  {line}")));
    lines
}

/// « Conventions : 78 faites, 5 refusées. »
fn counted(shares: &[Outcome]) -> String {
    let of = |etat: &str| shares.iter().filter(|share| share.etat == etat).count();
    let (done, refused) = (of("fait"), of("refusé"));
    let failed = shares.len() - done - refused;
    let plural = |count: usize| if count < 2 { "" } else { "s" };
    let mut parts = vec![format!("{done} faite{}", plural(done))];
    if refused > 0 {
        parts.push(format!("{refused} refusée{}", plural(refused)));
    }
    if failed > 0 {
        parts.push(format!("{failed} en panne"));
    }
    format!("Conventions : {}.", parts.join(", "))
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
