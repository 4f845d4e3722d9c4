//! Reads `modele.toml`: every word known, every unknown one refused by its name and its line, all at once.

mod asked;
mod fees;
mod given;
mod made;
mod sequel;
mod shared;
#[cfg(test)]
mod tests;
mod words;

use crate::declared::{
    OriginalsCount, OriginalsRule, PartyDecl, PartyRole, RoleDecl, SectionDecl, SequelRule,
    Signable, Split, Template, Term, Wording,
};
use crate::fill::LastLabels;
use crate::misprint::{MisprintKind, Report};
use crate::shared::FileTexts;
use crate::texts::Texts;
use domain::values::Date;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::DeTable;

pub(crate) use shared::add_shared;
use words::{Lines, Words};

/// The name of the file.
pub(crate) const FILE: &str = "modele.toml";

/// The version of the language that this program reads.
const LANGUAGE: u32 = 1;

/// Sections that a modèle may name, with the title the rail gives them.
const SECTIONS: &[(&str, &str)] = &[
    ("parties", "Parties et signataires"),
    ("ecoles", "Écoles"),
    ("contacts", "Contacts"),
    ("convention", "Convention"),
    ("participation", "Participation"),
    ("deliberation", "Délibération"),
];

/// The title of the section of schools in the second degree.
const ESTABLISHMENTS: &str = "Établissements";

/// What one convention is made for.
const SPLITS: &[(&str, Split)] = &[
    ("dossier", Split::Dossier),
    ("commune", Split::Commune),
    ("etablissement", Split::School),
    ("enfant", Split::Child),
];

/// Reads the file; none when it is no TOML at all.
pub(crate) fn read(text: &str, report: &mut Report) -> Option<Template> {
    let lines = Lines::read(text);
    let table = table(text, &lines, report)?;
    let mut words = Words::of(table.get_ref(), 1, &lines, report);
    if words.must_number("langage") != LANGUAGE {
        let line = words.line();
        words.report.add(line, MisprintKind::Language);
        return None;
    }
    let template = template(&mut words);
    words.done();
    Some(template)
}

/// What is declared; none when it is no TOML, which is told with its line.
fn table<'t>(text: &'t str, lines: &Lines, report: &mut Report) -> Option<Spanned<DeTable<'t>>> {
    let parsed = DeTable::parse(text);
    let told = |error: &toml::de::Error| {
        let line = error.span().map_or(0, |span| lines.of(span.start));
        report.add(line, MisprintKind::Toml);
    };
    parsed.inspect_err(told).ok()
}

fn template(words: &mut Words<'_, '_>) -> Template {
    let mut template = blank();
    identity(words, &mut template);
    template.signable = signable(words);
    template.sections = sections(words, &template.level);
    template.parties = parties(words);
    template.originals = originals(words, &template.parties);
    for party in &mut template.parties {
        party.first_left = template.originals.addressees.first() == Some(&party.key);
    }
    schools(words, &mut template);
    template.term = term(words);
    template.fees = fees::fees(words);
    template.roles = roles(words);
    template.privacy = given::privacy(words);
    template.questions = asked::questions(words);
    template.annexes = made::annexes(words);
    template.documents = made::documents(words, template.split);
    template.rules = made::rules(words);
    template.sequel = sequel::rule(words, &template.documents);
    template.proposals = given::proposals(words);
    template.initials = given::initials(words);
    template.shared = words.texts("communs");
    template
}

fn blank() -> Template {
    Template {
        id: String::new(),
        version: 0,
        title: String::new(),
        subtitle: String::new(),
        source: String::new(),
        source_date: String::new(),
        academy: String::new(),
        level: String::new(),
        school_year: None,
        wording: Wording::Ours,
        signable: Signable::Yes,
        originals: OriginalsRule {
            count: OriginalsCount::PerParty,
            changeable: true,
            addressees: Vec::new(),
        },
        parties: Vec::new(),
        sections: Vec::new(),
        roles: Vec::new(),
        privacy: Vec::new(),
        questions: Vec::new(),
        documents: Vec::new(),
        annexes: Vec::new(),
        school_kinds: Vec::new(),
        sectors: Vec::new(),
        split: Split::Dossier,
        fees: None,
        sequel: SequelRule::default(),
        proposals: Vec::new(),
        example: String::new(),
        files: FileTexts::new(),
        shared: Vec::new(),
        rules: Vec::new(),
        texts: Texts::default(),
        labels: LastLabels::default(),
        initials: BTreeMap::new(),
        term: Term::default(),
    }
}

fn identity(words: &mut Words<'_, '_>, template: &mut Template) {
    template.id = words.must_text("id");
    template.version = words.must_number("version");
    template.title = words.must_text("titre");
    template.subtitle = words.must_text("resume");
    template.academy = words.must_text("academie");
    template.level = words
        .must_one_of("niveau", &[("1d", "1d"), ("2d", "2d")])
        .unwrap_or_default()
        .to_owned();
    template.school_year = words.text("annee_scolaire");
    let wordings = [
        ("ConvENT", Wording::Ours),
        ("officielle", Wording::Official),
    ];
    template.wording = words
        .must_one_of("redaction", &wordings)
        .unwrap_or(Wording::Ours);
    template.source = words.must_text("source");
    template.source_date = words.must_text("source_date");
    template.example = words.must_text("exemple");
}

fn signable(words: &mut Words<'_, '_>) -> Signable {
    let permitted = words
        .must_one_of("signature", &[("permise", true), ("interdite", false)])
        .unwrap_or(true);
    if permitted {
        return Signable::Yes;
    }
    Signable::No(words.must_text("raison"))
}

fn sections(words: &mut Words<'_, '_>, level: &str) -> Vec<SectionDecl> {
    let line = words.line_of("rubriques");
    let mut sections = Vec::new();
    for key in words.texts("rubriques") {
        match SECTIONS.iter().find(|(known, _)| *known == key) {
            Some((known, title)) => {
                let second = *known == "ecoles" && level == "2d";
                let title = if second { ESTABLISHMENTS } else { title };
                sections.push(SectionDecl {
                    key,
                    title: title.to_owned(),
                });
            }
            None => words.report.add(line, MisprintKind::UnknownKey(key)),
        }
    }
    sections
}

fn parties(words: &mut Words<'_, '_>) -> Vec<PartyDecl> {
    let tables = words.keyed_tables("parties");
    if tables.is_empty() {
        let line = words.line();
        words
            .report
            .add(line, MisprintKind::MissingWord("[[parties]]".to_owned()));
    }
    tables
        .into_iter()
        .map(|(line, table)| party(words.below(line, table)))
        .collect()
}

fn party(mut words: Words<'_, '_>) -> PartyDecl {
    let roles = [
        ("signataire", PartyRole::Signatory),
        ("soutien", PartyRole::Support),
        ("collaboration", PartyRole::Collaboration),
    ];
    let acts = [
        "aucun",
        "deliberation",
        "commission_permanente",
        "conseil_administration",
        "association",
    ]
    .map(|act| (act, act));
    let role = words
        .must_one_of("role", &roles)
        .unwrap_or(PartyRole::Signatory);
    // Only who signs receives an original.
    let addressed = match role {
        PartyRole::Signatory => words.must_text("destination"),
        _ => words.text("destination").unwrap_or_default(),
    };
    let party = PartyDecl {
        key: words.must_text("cle"),
        role,
        term: words.must_text("terme"),
        addressed,
        bodies: words.texts("corps"),
        many: words
            .one_of("nombre", &[("une", false), ("plusieurs", true)])
            .unwrap_or(false),
        several: words
            .one_of("signataires", &[("un", false), ("plusieurs", true)])
            .unwrap_or(false),
        act: words.one_of("acte", &acts).unwrap_or("aucun").to_owned(),
        functions: functions(&mut words),
        by_delegation: words.flag("par_delegation"),
        name_optional: words.flag("nom_facultatif"),
        first_left: false,
        exists_if: words.expression("si"),
    };
    words.done();
    party
}

fn functions(words: &mut Words<'_, '_>) -> Vec<String> {
    let line = words.line_of("fonctions");
    let functions = words.texts("fonctions");
    for key in &functions {
        if !domain::dossier::choices::Function::ALL
            .iter()
            .any(|function| function.key() == key)
        {
            words
                .report
                .add(line, MisprintKind::UnknownKey(key.clone()));
        }
    }
    functions
}

fn originals(words: &mut Words<'_, '_>, parties: &[PartyDecl]) -> OriginalsRule {
    let mut rule = OriginalsRule {
        count: OriginalsCount::PerParty,
        changeable: true,
        addressees: Vec::new(),
    };
    let Some((line, table)) = words.table("originaux") else {
        let line = words.line();
        words
            .report
            .add(line, MisprintKind::MissingWord("[originaux]".to_owned()));
        return rule;
    };
    let mut words = words.below(line, table);
    if let Some(count) = words.number("fixe") {
        rule.count = OriginalsCount::Fixed(count);
    }
    for (word, count) in [
        ("par_partie", OriginalsCount::PerParty),
        ("unique", OriginalsCount::Single),
        ("electronique", OriginalsCount::Electronic),
    ] {
        if words.flag(word) {
            rule.count = count;
        }
    }
    rule.changeable = words
        .one_of("modifiable", &[("avec_motif", true), ("non", false)])
        .unwrap_or(true);
    let line = words.line_of("destinataires");
    rule.addressees = words.texts("destinataires");
    for key in rule
        .addressees
        .iter()
        .filter(|key| !parties.iter().any(|party| party.key == **key))
    {
        words
            .report
            .add(line, MisprintKind::UnknownKey(key.clone()));
    }
    words.done();
    rule
}

fn schools(words: &mut Words<'_, '_>, template: &mut Template) {
    let Some((line, table)) = words.table("etablissements") else {
        return;
    };
    let mut words = words.below(line, table);
    template.school_kinds = words.texts("niveaux");
    template.sectors = words.texts("secteurs");
    let line = words.line_of("une_convention_par");
    if let Some(split) = words.one_of("une_convention_par", SPLITS) {
        template.split = split;
    }
    if let Some(needed) = lacks(template) {
        words.unfit(line, "une_convention_par", needed);
    }
    words.done();
}

/// What a split asks of the parties that the modèle does not have.
fn lacks(template: &Template) -> Option<&'static str> {
    let many = template
        .parties
        .iter()
        .any(|party| party.many && party.role == PartyRole::Signatory);
    match template.split {
        Split::Commune | Split::Child if !many => {
            Some("il faut une partie où « nombre » est « plusieurs »")
        }
        _ => None,
    }
}

fn term(words: &mut Words<'_, '_>) -> Term {
    let Some((line, table)) = words.table("duree") else {
        return Term::default();
    };
    let mut words = words.below(line, table);
    words.one_of("debut", &[("derniere_signature", ())]);
    let term = Term {
        end: day(&mut words, "fin"),
        years: words.expression("annees"),
        notice_months: words.expression("preavis_mois"),
        yearly_renewal: words
            .one_of("reconduction", &[("aucune", false), ("annuelle", true)])
            .unwrap_or(false),
        article: words.text("article").unwrap_or_default(),
    };
    words.done();
    term
}

/// A day written `AAAA-MM-JJ`.
fn day(words: &mut Words<'_, '_>, word: &str) -> Option<Date> {
    let (line, text) = words.text_at(word)?;
    let day = text.parse().ok();
    if day.is_none() {
        words.unfit(line, word, "une date est attendue : \"2024-09-01\"");
    }
    day
}

fn roles(words: &mut Words<'_, '_>) -> Vec<RoleDecl> {
    let mut roles = Vec::new();
    for (line, table) in words.keyed_tables("contacts") {
        let mut words = words.below(line, table);
        roles.push(RoleDecl {
            key: words.must_text("cle"),
            label: words.must_text("label"),
            help: words.text("aide").unwrap_or_default(),
            required: words.flag("obligatoire"),
            annexe: words.text("annexe").unwrap_or_default(),
        });
        words.done();
    }
    roles
}
