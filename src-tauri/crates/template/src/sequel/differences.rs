//! What changed from one dossier to the next, each thing named as the modèle names it: for a screen, and for the sheet
//! that goes with a renewal.

use crate::declared::{Asked, Question, Template};
use crate::values::answer_leaf;
use domain::changes::{Change, Matter, changes, printed};
use domain::dossier::Dossier;
use domain::record::Path;

/// One thing that changed, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What it is about.
    pub matter: Matter,
    /// Where it is now; where it was, when it is gone.
    pub path: Path,
    /// What it is: « Durée, en années », « Référent ENT de la commune », « École ajoutée ».
    pub label: String,
    /// What it was; empty for what is new.
    pub before: String,
    /// What it is; empty for what is gone.
    pub after: String,
}

/// What changed since the dossier that this one follows, in the order of the rail; nothing for one that follows none.
/// What every dossier is asked anew is no change.
pub fn differences(template: &Template, dossier: &Dossier) -> Vec<Difference> {
    let Some(before) = dossier.before.as_deref() else {
        return Vec::new();
    };
    let found = changes(before, dossier).into_iter();
    found.filter_map(|change| told(template, change)).collect()
}

fn told(template: &Template, change: Change) -> Option<Difference> {
    let Change {
        matter,
        path,
        label,
        before,
        after,
    } = change;
    let told = Difference {
        matter,
        path,
        label,
        before,
        after,
    };
    match matter {
        Matter::Answers => answer(template, told),
        Matter::Contacts => Some(Difference {
            label: role(template, &told.label),
            ..told
        }),
        _ => Some(told),
    }
}

/// The modèle's name of a role; the key of one that it does not have.
pub(crate) fn role(template: &Template, key: &str) -> String {
    let role = template.roles.iter().find(|role| role.key == key);
    role.map_or(key, |role| role.label.as_str()).to_owned()
}

/// An answer as it is printed; the default stands while nothing is typed.
fn answer(template: &Template, told: Difference) -> Option<Difference> {
    let question = template.question(told.path.last())?;
    let (before, after) = (words(question, &told.before), words(question, &told.after));
    let differs = before != after && !question.anew;
    differs.then(|| Difference {
        label: question.label.clone(),
        before,
        after,
        ..told
    })
}

fn words(question: &Question, typed: &str) -> String {
    let typed = if typed.trim().is_empty() {
        question.default.as_str()
    } else {
        typed
    };
    match &question.kind {
        Asked::One(kind) => printed(answer_leaf(*kind, typed).as_ref()),
        Asked::Choice(choices) => {
            let chosen = Asked::choice(choices, typed);
            chosen.map_or_else(|| typed.to_owned(), |(_, label)| label.clone())
        }
    }
}
