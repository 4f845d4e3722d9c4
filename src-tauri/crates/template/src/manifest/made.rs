//! Reads `[[documents]]`, `[[annexes]]` and `[[controles]]`: what a modèle makes, and its own rules.

use super::words::Words;
use crate::declared::{AnnexeDecl, Copies, DocumentDecl, Form, Numbering, Phase, Rule, Split};
use crate::expr::Expr;
use crate::misprint::{MisprintKind, Report};
use crate::pieces::ACT;
use crate::source::{Each, Line, read_spans};
use domain::dossier::choices::SequelKind;
use domain::findings::Severity;
use toml::de::DeTable;

const NUMBERINGS: &[(&str, Numbering)] = &[
    ("aucune", Numbering::None),
    ("article", Numbering::Article),
    ("decimale", Numbering::Decimal),
];

const FORMS: &[(&str, Form)] = &[
    ("pages", Form::Pages),
    ("courriel", Form::Mail),
    ("tableur", Form::Workbook),
];

/// Reads every annexe.
pub(super) fn annexes(words: &mut Words<'_, '_>) -> Vec<AnnexeDecl> {
    let mut annexes = Vec::new();
    for (line, table) in words.keyed_tables("annexes") {
        let mut words = words.below(line, table);
        annexes.push(AnnexeDecl {
            key: words.must_text("cle"),
            file: words.must_text("fichier"),
            title: words.must_text("titre"),
            numbering: words
                .one_of("numerotation", NUMBERINGS)
                .unwrap_or(Numbering::None),
            landscape: words.flag("paysage"),
        });
        words.done();
    }
    annexes
}

/// Reads every document.
pub(super) fn documents(words: &mut Words<'_, '_>, split: Split) -> Vec<DocumentDecl> {
    let tables = words.keyed_tables("documents");
    if tables.is_empty() {
        let line = words.line();
        words
            .report
            .add(line, MisprintKind::MissingWord("[[documents]]".to_owned()));
    }
    let key = |table: &DeTable<'_>| Some(table.get("cle")?.get_ref().as_str()?.to_owned());
    let keys: Vec<String> = tables.iter().filter_map(|(_, table)| key(table)).collect();
    tables
        .into_iter()
        .filter_map(|(line, table)| document(words.below(line, table), split, &keys))
        .collect()
}

/// Reads the documents of a shared thing: made for each share where the modèle shares out, once where it does not.
/// They may go with those of the modèle, `known`.
pub(super) fn shared_documents(
    words: &mut Words<'_, '_>,
    split: Split,
    known: &[&str],
) -> Vec<DocumentDecl> {
    let tables = words.keyed_tables("documents");
    let key = |table: &DeTable<'_>| Some(table.get("cle")?.get_ref().as_str()?.to_owned());
    let own = tables.iter().filter_map(|(_, table)| key(table));
    let keys: Vec<String> = own
        .chain(known.iter().map(|key| (*key).to_owned()))
        .collect();
    let asked = if split == Split::Dossier {
        Split::Commune
    } else {
        split
    };
    let mut documents: Vec<DocumentDecl> = tables
        .into_iter()
        .filter_map(|(line, table)| document(words.below(line, table), asked, &keys))
        .collect();
    for document in &mut documents {
        document.shared_out &= split != Split::Dossier;
    }
    documents
}

/// The documents that go with one: each is declared, or is the act that another service wrote.
fn pieces(words: &mut Words<'_, '_>, keys: &[String]) -> Vec<String> {
    let line = words.line_of("pieces");
    let pieces = words.texts("pieces");
    for key in &pieces {
        if key != ACT && !keys.contains(key) {
            words
                .report
                .add(line, MisprintKind::UnknownKey(key.clone()));
        }
    }
    pieces
}

fn document(mut words: Words<'_, '_>, split: Split, keys: &[String]) -> Option<DocumentDecl> {
    let phases = [
        ("avant_vote", Phase::BeforeVote),
        ("apres_vote", Phase::AfterVote),
        ("retour", Phase::Return),
    ];
    let copies = [
        ("une", Copies::One),
        ("originaux", Copies::Originals),
        ("aucune", Copies::None),
    ];
    let line = words.line();
    let required = words
        .text_at("obligatoire_si")
        .unwrap_or((line, "false".to_owned()));
    let required_if = Expr::read(&required.1, required.0, words.report);
    let (header, footer, footer_second) = (
        furniture(&mut words, "entete"),
        furniture(&mut words, "pied"),
        furniture(&mut words, "pied_2"),
    );
    let document = DocumentDecl {
        origin: words.file().to_owned(),
        per_school: words.flag("par_ecole"),
        of_session: words
            .one_of("mandats", &[("signature", false), ("seance", true)])
            .unwrap_or(false),
        key: words.must_text("cle"),
        title: words.must_text("titre"),
        file: words.must_text("fichier"),
        phase: words
            .must_one_of("phase", &phases)
            .unwrap_or(Phase::BeforeVote),
        copies: words.must_one_of("copies", &copies).unwrap_or(Copies::One),
        annexes: words.texts("annexes"),
        numbering: words
            .one_of("numerotation", NUMBERINGS)
            .unwrap_or(Numbering::None),
        stamp_zone: words.flag("timbre"),
        editable: words.flag("editable"),
        by_mail: words.flag("courriel"),
        may_be_supplied: words.flag("texte_fourni"),
        optional: required.1.trim() == "false",
        form: words.one_of("forme", FORMS).unwrap_or(Form::Pages),
        pieces: pieces(&mut words, keys),
        annexes_only: words.flag("annexes_seules"),
        shared_out: shared_out(&mut words, split),
        may_be_signed: words
            .one_of("signature", &[("permise", true), ("interdite", false)])
            .unwrap_or(false),
        sequels: sequels(&mut words),
        exists_if: words.expression("si"),
        required_if: required_if?,
        header,
        footer,
        footer_second,
    };
    words.done();
    Some(document)
}

/// What comes after a convention that a document is made for.
fn sequels(words: &mut Words<'_, '_>) -> Vec<SequelKind> {
    let line = words.line_of("suite");
    let mut kinds = Vec::new();
    for key in words.texts("suite") {
        match SequelKind::ALL.iter().find(|kind| kind.key() == key) {
            Some(kind) => kinds.push(*kind),
            None => words.report.add(line, MisprintKind::UnknownKey(key)),
        }
    }
    kinds
}

/// Whether a document is made for each share; there must then be shares.
fn shared_out(words: &mut Words<'_, '_>, split: Split) -> bool {
    let line = words.line_of("repartie");
    let shared_out = words.flag("repartie");
    if shared_out && split == Split::Dossier {
        words.unfit(line, "repartie", "une_convention_par doit dire pour quoi");
    }
    shared_out
}

/// A line of the page's edge: words and values.
fn furniture(words: &mut Words<'_, '_>, word: &str) -> Line {
    let Some((line, text)) = words.text_at(word) else {
        return Line::default();
    };
    read_spans(&text, line, words.report)
}

/// Reads every rule.
pub(super) fn rules(words: &mut Words<'_, '_>) -> Vec<Rule> {
    let mut rules: Vec<Rule> = Vec::new();
    for (line, table) in words.tables("controles") {
        let rule = rule(words.below(line, table));
        let Some(rule) = rule else { continue };
        if rules.iter().any(|known| known.code == rule.code) {
            words
                .report
                .add(line, MisprintKind::KeyTwice(rule.code.clone()));
        }
        rules.push(rule);
    }
    rules
}

fn rule(mut words: Words<'_, '_>) -> Option<Rule> {
    let severities = [
        ("bloquant", Severity::Blocking),
        ("a_verifier", Severity::ToVerify),
        ("conseil", Severity::Advice),
    ];
    if !words.has("condition") {
        let line = words.line();
        words
            .report
            .add(line, MisprintKind::MissingWord("condition".to_owned()));
    }
    let condition = words.expression("condition");
    let each = words
        .text_at("pour")
        .and_then(|(line, text)| each(&text, line, words.report));
    let rule = Rule {
        origin: words.file().to_owned(),
        code: words.must_text("code"),
        each,
        severity: words
            .must_one_of("gravite", &severities)
            .unwrap_or(Severity::Blocking),
        documents: words.texts("documents"),
        article: words.text("article").unwrap_or_default(),
        field: words.must_text("champ"),
        sentence: words.must_text("message"),
        condition: condition?,
    };
    words.done();
    Some(rule)
}

fn each(text: &str, line: usize, report: &mut Report) -> Option<Each> {
    let each = crate::source::each(text);
    if each.is_none() {
        let expected = "s’écrit « ecole dans ecoles »".to_owned();
        report.add(
            line,
            MisprintKind::WordValue {
                word: "pour".to_owned(),
                expected,
            },
        );
    }
    each
}
