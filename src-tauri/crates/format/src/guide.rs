//! The guide that stands beside a new dossier (LISEZ-MOI.md): one line per field, for people who fill the file by hand.
//! Fields come from the declared shape; the modèle's own questions are given by the caller.

use crate::expected::{described, expected};
use crate::key;
use domain::dossier::Dossier;
use domain::record::{FieldShape, Holds, RecordShape};
use domain::values::Text;
use std::fmt::Write;

/// One field of the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideLine {
    /// Where it is in the file; `…` stands for each item of a list: `ecoles/…/uai`.
    pub path: String,
    /// Its French label.
    pub label: String,
    /// What it expects: a few words without a full stop.
    pub expected: String,
    /// One line of help; may be empty.
    pub help: String,
}

/// What the guide says before its lines.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// The name of the modèle.
    pub template: &'a str,
    /// The name of the dossier's file.
    pub file: &'a str,
}

/// The declared fields, in order.
pub fn lines() -> Vec<GuideLine> {
    let mut lines = Vec::new();
    collect(Dossier::shape(), "", &mut lines);
    lines
}

/// The text of the guide: the declared fields by part, then these questions of the modèle.
pub fn guide(about: About<'_>, questions: &[GuideLine]) -> String {
    let mut text = opening(about);
    let mut part = "";
    for field in Dossier::shape().fields {
        let is_part = !matches!(field.holds, Holds::Leaf(_));
        let title = if is_part { field.label } else { "Le dossier" };
        if title != part {
            part = title;
            put_title(&mut text, title, field);
        }
        let mut lines = Vec::new();
        collect_field(field, "", &mut lines);
        lines.iter().for_each(|line| put_line(&mut text, line));
    }
    if !questions.is_empty() {
        let _ = write!(text, "\n## Questions du modèle (`{}`)\n\n", key::ANSWERS);
        questions.iter().for_each(|line| put_line(&mut text, line));
    }
    text
}

/// What everyone must know before the first line.
fn opening(about: About<'_>) -> String {
    format!(
        "# Remplir {file}\n\n\
         Modèle\u{a0}: {template}.\n\n\
         Chaque ligne ci-dessous nomme un champ par son chemin dans `{file}`, puis dit ce qu’on y met. \
         Toutes les valeurs s’écrivent entre guillemets droits\u{a0}: `\"population\": \"24680\"`. \
         Un champ vide (`\"\"`) peut rester ou être ôté. Une liste est entre crochets, un élément entre accolades\u{a0}; \
         pour ajouter une école, copiez celle du dessus. Une ligne de texte a {most} caractères au plus. Un nom de champ inconnu est refusé et nommé.\n\n\
         - `{by_hand}`\u{a0}: la liste des chemins laissés à compléter à la main sur le papier, \
         par exemple `[\"convention/date\"]`\u{a0}; ils s’impriment en pointillés.\n\
         - `{before}`\u{a0}: pour un avenant, une mise à jour d’annexe ou un renouvellement, le dossier de la convention \
         tel qu’il a été signé, entier. `convent new --from` l’y met\u{a0}; on ne le modifie pas.\n",
        file = about.file,
        template = about.template,
        by_hand = key::BY_HAND,
        before = key::BEFORE,
        most = Text::MOST,
    )
}

fn put_title(text: &mut String, title: &str, field: &FieldShape) {
    let kept_in = match field.holds {
        Holds::Leaf(_) => String::new(),
        _ => format!(" (`{}`)", field.key),
    };
    let _ = write!(text, "\n## {title}{kept_in}\n\n");
}

fn put_line(text: &mut String, line: &GuideLine) {
    let GuideLine {
        path,
        label,
        expected,
        help,
    } = line;
    let told = described(expected, help);
    let _ = writeln!(text, "- `{path}`\u{a0}: **{label}**. {told}");
}

fn collect(shape: &RecordShape, at: &str, lines: &mut Vec<GuideLine>) {
    shape
        .fields
        .iter()
        .for_each(|field| collect_field(field, at, lines));
}

fn collect_field(field: &FieldShape, at: &str, lines: &mut Vec<GuideLine>) {
    let path = format!("{at}{}", field.key);
    match field.holds {
        Holds::Leaf(kind) => lines.push(GuideLine {
            path,
            label: field.label.to_owned(),
            expected: expected(kind),
            help: field.help.to_owned(),
        }),
        Holds::Record(below) => collect(below, &format!("{path}/"), lines),
        Holds::List(below) => collect(below, &format!("{path}/…/"), lines),
    }
}
