//! Reads `[[champs]]`: what a modèle asks beyond the fields that every dossier has.

use super::words::Words;
use crate::declared::{Asked, Question};
use crate::misprint::MisprintKind;
use domain::entry::Kind;

/// The types a question may have. « liste » is not read yet: an answer is one text.
const TYPES: &[(&str, Option<Kind>)] = &[
    ("texte", Some(Kind::Text)),
    ("texte_long", Some(Kind::LongText)),
    ("date", Some(Kind::Date)),
    ("entier", Some(Kind::Count)),
    ("montant", Some(Kind::Cents)),
    ("oui_non", Some(Kind::YesNo)),
    ("choix", None),
];

/// Reads every question.
pub(super) fn questions(words: &mut Words<'_, '_>) -> Vec<Question> {
    words
        .keyed_tables("champs")
        .into_iter()
        .map(|(line, table)| question(words.below(line, table)))
        .collect()
}

fn question(mut words: Words<'_, '_>) -> Question {
    let kind = kind(&mut words);
    let required = words.text_at("obligatoire_si");
    let required_if = required
        .as_ref()
        .and_then(|(line, text)| crate::expr::Expr::read(text, *line, words.report));
    let default = words.text_at("defaut");
    if let Some((line, text)) = default
        .as_ref()
        .filter(|(_, text)| kind.why(text).is_some())
    {
        words.unfit(
            *line,
            "defaut",
            format!("« {text} » n’est pas une réponse de ce type"),
        );
    }
    let question = Question {
        origin: words.file().to_owned(),
        key: words.must_text("cle"),
        label: words.must_text("label"),
        help: words.text("aide").unwrap_or_default(),
        kind,
        default: default.map(|(_, text)| text).unwrap_or_default(),
        required: required.map(|(_, text)| text).unwrap_or_default(),
        by_hand: words.flag("a_la_main"),
        section: words.must_text("rubrique"),
        group: words.text("groupe").unwrap_or_default(),
        anew: words.flag("a_redemander"),
        required_if,
    };
    words.done();
    question
}

fn kind(words: &mut Words<'_, '_>) -> Asked {
    match words.must_one_of("type", TYPES).flatten() {
        Some(kind) => Asked::One(kind),
        None => Asked::Choice(choices(words)),
    }
}

fn choices(words: &mut Words<'_, '_>) -> Vec<(String, String)> {
    let mut choices = Vec::new();
    for (line, table) in words.tables("options") {
        let mut words = words.below(line, table);
        choices.push((words.must_text("cle"), words.must_text("label")));
        words.done();
    }
    if choices.is_empty() {
        let line = words.line();
        words
            .report
            .add(line, MisprintKind::MissingWord("options".to_owned()));
    }
    choices
}
