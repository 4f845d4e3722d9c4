//! The texts of a convention as it was signed and as the dossier that follows it makes them: the clauses that differ,
//! and the annexes.

use super::clauses::{Clause, clauses};
use super::words::{common, likeness, passage};
use crate::declared::{DocumentDecl, Template};
use crate::fill::run;
use crate::values::{DocumentFacts, Facts, Scope};
use document::{Document, Dotted, Inline, Text};
use domain::dossier::choices::TextSource;
use domain::dossier::{Dossier, EARLIER};
use std::collections::BTreeSet;

/// Below this likeness, two clauses are not one that was changed: one goes, another comes.
const ALIKE: usize = 40;

/// A clause that differs.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ClauseChange {
    /// « Article 4 ».
    pub(crate) place: String,
    /// Its wording in force, what differs in bold; empty for a new clause.
    pub(crate) before: Vec<Inline>,
    /// Its new wording; empty for a clause that goes.
    pub(crate) after: Vec<Inline>,
}

/// What differs between two texts of one convention.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Compared {
    /// The clauses, in the order of the text.
    pub(crate) clauses: Vec<ClauseChange>,
    /// Keys of the annexes that differ.
    pub(crate) annexes: BTreeSet<String>,
}

impl Compared {
    /// Whether nothing that is printed differs.
    pub(crate) fn is_nothing(&self) -> bool {
        self.clauses.is_empty() && self.annexes.is_empty()
    }
}

/// What a dossier changes in the convention that it follows. Nothing for one that follows none, and where a text does
/// not fill: that is told elsewhere.
pub(crate) fn compare(template: &Template, dossier: &Dossier) -> Compared {
    let Some(before) = dossier.before.as_deref() else {
        return Compared::default();
    };
    let Some(text) = text_of(template, before) else {
        return Compared {
            clauses: answers(template, dossier),
            ..Compared::default()
        };
    };
    let filled = |dossier: &Dossier| run(template, dossier, &text.key, 1).ok();
    let amended = amended(before, dossier);
    let (Some(old), Some(new)) = (filled(before), filled(&amended)) else {
        return Compared::default();
    };
    let (old, new) = (old.document, new.document);
    let mut clauses = differing(&clauses(&old.blocks), &clauses(&new.blocks));
    if clauses.is_empty() && is_supplied(text, before) {
        clauses = answers(template, dossier);
    }
    Compared {
        clauses,
        annexes: annexes(text, (&old, &new)),
    }
}

/// The text that an avenant changes: of those the modèle names, the first that the dossier has.
fn text_of<'a>(template: &'a Template, before: &Dossier) -> Option<&'a DocumentDecl> {
    let scope = Scope::of(&Facts::of(template, before, DocumentFacts::default())).value();
    let keys = template.sequel.texts.iter();
    let mut texts = keys.filter_map(|key| template.document(key));
    texts.find(|document| document.exists(&scope))
}

/// The convention as it becomes: its own act, signatories and dates, with the parties, schools, contacts and answers of
/// the dossier that follows it.
fn amended(before: &Dossier, after: &Dossier) -> Dossier {
    let mut amended = before.clone();
    let (sheet, next) = (&mut amended.sheet, after.sheet.clone());
    sheet.school_year = next.school_year;
    sheet.collectivity = next.collectivity;
    sheet.academy = next.academy;
    sheet.schools = next.schools;
    sheet.contacts = next.contacts;
    amended.answers.clone_from(&after.answers);
    amended
}

/// What comes from the dossier that is followed says so, and nothing of it is to be completed.
fn earlier(inline: Inline) -> Inline {
    let own = |fields: Vec<String>| -> Vec<String> {
        let fields = fields.into_iter();
        fields.map(|field| format!("{EARLIER}{field}")).collect()
    };
    match inline {
        Inline::Text(text) => Inline::Text(Text {
            fields: own(text.fields),
            ..text
        }),
        Inline::ToComplete { fields, .. } => Inline::Dotted {
            what: Dotted::Rest,
            fields: own(fields),
        },
        Inline::Dotted { what, fields } => Inline::Dotted {
            what,
            fields: own(fields),
        },
        Inline::Check { ticked, fields } => Inline::Check {
            ticked,
            fields: own(fields),
        },
        Inline::Break => Inline::Break,
    }
}

/// The clauses that differ: those between two that are the same face one another while they are alike.
fn differing(old: &[Clause], new: &[Clause]) -> Vec<ClauseChange> {
    let words = |clauses: &[Clause]| clauses.iter().map(Clause::words).collect::<Vec<_>>();
    let (old_same, new_same) = common(&words(old), &words(new));
    let (mut found, mut i, mut j) = (Vec::new(), 0, 0);
    while i < old.len() || j < new.len() {
        let gone = run_of(&old_same, i);
        let come = run_of(&new_same, j);
        found.extend(gap(&old[i..i + gone], &new[j..j + come]));
        (i, j) = (i + gone + 1, j + come + 1);
    }
    found
}

/// How many in a row, from here on, are not the same.
fn run_of(same: &[bool], from: usize) -> usize {
    let rest = same.get(from..).unwrap_or_default();
    rest.iter().take_while(|same| !**same).count()
}

/// What went and what came at one place of the text.
fn gap(gone: &[Clause], come: &[Clause]) -> Vec<ClauseChange> {
    let mut found = Vec::new();
    let mut left = come.iter().peekable();
    for old in gone {
        let facing = left.next_if(|new| likeness(&old.text, &new.text) >= ALIKE);
        found.push(change(
            &old.place,
            &old.text,
            facing.map_or(&[], |new| &new.text),
        ));
    }
    found.extend(left.map(|new| change(&new.place, &[], &new.text)));
    found
}

fn change(place: &str, old: &[Inline], new: &[Inline]) -> ClauseChange {
    let (before, after) = passage(old, new);
    ClauseChange {
        place: place.to_owned(),
        before: before.into_iter().map(earlier).collect(),
        after,
    }
}

fn is_supplied(text: &DocumentDecl, before: &Dossier) -> bool {
    let source = before.sheet.convention.source.value();
    text.may_be_supplied && source == Some(&TextSource::Supplied)
}

/// Of a text that is not ours, only the answers are known: each is told as the modèle asks it.
fn answers(template: &Template, dossier: &Dossier) -> Vec<ClauseChange> {
    let all = super::differences(template, dossier).into_iter();
    let asked = all.filter(|difference| difference.matter == domain::changes::Matter::Answers);
    asked
        .map(|told| {
            let side = |words: &str| match words {
                "" => Vec::new(),
                words => vec![Inline::words(format!("{} : {words}", told.label))],
            };
            change("", &side(&told.before), &side(&told.after))
        })
        .collect()
}

/// Keys of the annexes that do not say the same.
fn annexes(text: &DocumentDecl, (old, new): (&Document, &Document)) -> BTreeSet<String> {
    let said = |document: &Document, key: &str| -> Option<Vec<String>> {
        let anchor = format!("annexe-{key}");
        let annexe = document
            .annexes
            .iter()
            .find(|annexe| annexe.anchor == anchor)?;
        Some(clauses(&annexe.blocks).iter().map(Clause::words).collect())
    };
    let differs = |key: &&String| said(old, key) != said(new, key);
    text.annexes.iter().filter(differs).cloned().collect()
}
