//! Reads what a modèle takes among the things that modèles share: the declarations of `commun/KEY.toml`.

use super::words::{Lines, Words};
use super::{FILE, asked, given, made};
use crate::declared::Template;
use crate::misprint::{Misprint, MisprintKind, Report};
use crate::shared::Files;

/// Adds what the modèle takes among the things that modèles share; what it declares itself goes before.
pub(crate) fn add_shared(
    template: &mut Template,
    files: Files<'_>,
    report_of: fn(&str) -> Report,
) -> Vec<Misprint> {
    let mut misprints = Vec::new();
    for key in template.shared.clone() {
        let Some((file, text)) = files.declaration(&key) else {
            let mut report = report_of(FILE);
            report.add(0, MisprintKind::UnknownShared(key));
            misprints.extend(report.take());
            continue;
        };
        let mut report = report_of(&file);
        add_one(template, &text, files, &mut report);
        misprints.extend(report.take());
    }
    misprints
}

/// Adds one of them, from its declaration.
fn add_one(template: &mut Template, text: &str, files: Files<'_>, report: &mut Report) {
    let lines = Lines::read(text);
    let Some(table) = super::table(text, &lines, report) else {
        return;
    };
    let mut words = Words::of(table.get_ref(), 1, &lines, report);
    let known: Vec<&str> = (template.documents.iter())
        .map(|document| document.key.as_str())
        .collect();
    let mut documents = made::shared_documents(&mut words, template.split, &known);
    let mut questions = asked::questions(&mut words);
    let mut rules = made::rules(&mut words);
    let initials = given::initials(&mut words);
    words.done();
    documents.retain(|made| template.document(&made.key).is_none());
    questions.retain(|asked| template.question(&asked.key).is_none());
    rules.retain(|rule| !template.rules.iter().any(|known| known.code == rule.code));
    for document in &mut documents {
        document.file = files.standing_for(&document.file);
    }
    template.documents.extend(documents);
    template.questions.extend(questions);
    template.rules.extend(rules);
    for (short, long) in initials {
        template.initials.entry(short).or_insert(long);
    }
}
