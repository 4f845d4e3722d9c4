//! Checks a modèle once it is read: every path, every anchor, every annexe, before any dossier comes.

mod places;
mod titles;

use crate::declared::{DocumentDecl, Template};
use crate::expr::Expr;
use crate::misprint::{Misprint, MisprintKind, Report};
use crate::names::Names;
use crate::source::{Each, FileKind, Line, Part, SpanKind, Table, What};
use std::collections::BTreeMap;

pub(crate) use titles::{prints, prints_field, words};

/// Every misprint of the texts and rules of a modèle that was read.
pub(crate) fn check(template: &Template) -> Vec<Misprint> {
    let mut misprints = declarations(template);
    for (file, parts) in template.texts.iter() {
        let mut report = Report::of(file);
        let mut walk = Walk {
            report: &mut report,
            anchors: BTreeMap::new(),
        };
        walk.parts(parts, &Names::of_text(template, file));
        places::check(parts, kind_of(template, file), &mut report);
        titles::check(parts, &mut report);
        misprints.extend(report.take());
    }
    for document in &template.documents {
        misprints.extend(references(template, document));
        misprints.extend(titles::signed(template, document));
    }
    misprints.dedup();
    misprints
}

/// What a file is, as `modele.toml` says.
fn kind_of(template: &Template, file: &str) -> FileKind {
    let is_annexe = template.annexes.iter().any(|annexe| annexe.file == file);
    if is_annexe {
        FileKind::Annexe
    } else {
        FileKind::Document
    }
}

/// What `modele.toml` says of paths and of keys, and what the declarations of shared things do.
fn declarations(template: &Template) -> Vec<Misprint> {
    let mut origins: Vec<&str> = vec![crate::manifest::FILE];
    let documents = template.documents.iter();
    origins.extend(documents.map(|document| document.origin.as_str()));
    origins.sort_unstable();
    origins.dedup();
    let mut misprints = Vec::new();
    for origin in origins {
        misprints.extend(declared_in(template, origin));
    }
    misprints
}

fn declared_in(template: &Template, origin: &str) -> Vec<Misprint> {
    let mut report = Report::of(origin);
    let names = Names::of(template);
    let questions = (template.questions.iter()).filter(|question| question.origin == origin);
    let documents = || (template.documents.iter()).filter(|document| document.origin == origin);
    let required = questions.filter_map(|question| question.required_if.as_ref());
    let needed = documents().map(|document| &document.required_if);
    let exist = documents().filter_map(|document| document.exists_if.as_ref());
    for expr in required.chain(needed).chain(exist) {
        names.check(expr, &mut report);
    }
    for document in documents() {
        for line in [&document.header, &document.footer, &document.footer_second] {
            spans(line, &names, &mut report);
        }
    }
    if origin == crate::manifest::FILE {
        of_modele(template, &names, &mut report);
    }
    rules(template, origin, &names, &mut report);
    report.take()
}

/// What only the modèle itself declares.
fn of_modele(template: &Template, names: &Names<'_>, report: &mut Report) {
    let term = template
        .term
        .years
        .iter()
        .chain(&template.term.notice_months);
    let parties = (template.parties.iter()).filter_map(|party| party.exists_if.as_ref());
    let fees = template.fees.iter().flat_map(crate::fees::expressions);
    for expr in term.chain(parties).chain(fees) {
        names.check(expr, report);
    }
    keys(template, report);
}

fn rules(template: &Template, origin: &str, names: &Names<'_>, report: &mut Report) {
    for rule in template.rules.iter().filter(|rule| rule.origin == origin) {
        let line = rule.condition.line();
        let inside = match &rule.each {
            Some(each) => names.inside(each).unwrap_or_else(|| {
                report.add(line, MisprintKind::UnknownField(each.list.clone()));
                names.clone()
            }),
            None => names.clone(),
        };
        inside.check(&rule.condition, report);
        if inside.leads(&rule.field) == crate::names::Leads::Nowhere {
            report.add(line, MisprintKind::UnknownField(rule.field.clone()));
        }
        for key in rule
            .documents
            .iter()
            .filter(|key| template.document(key).is_none())
        {
            report.add(line, MisprintKind::UnknownKey(key.clone()));
        }
    }
}

fn keys(template: &Template, report: &mut Report) {
    let annexe = |key: &str| template.annexes.iter().any(|annexe| annexe.key == key);
    let section = |key: &str| template.sections.iter().any(|section| section.key == key);
    for key in template
        .documents
        .iter()
        .flat_map(|document| &document.annexes)
        .filter(|key| !annexe(key))
    {
        report.add(0, MisprintKind::UnknownKey(key.clone()));
    }
    for role in template
        .roles
        .iter()
        .filter(|role| !role.annexe.is_empty() && !annexe(&role.annexe))
    {
        report.add(0, MisprintKind::UnknownKey(role.annexe.clone()));
    }
    for question in template
        .questions
        .iter()
        .filter(|question| !section(&question.section))
    {
        report.add(0, MisprintKind::UnknownKey(question.section.clone()));
    }
}

fn spans(line: &Line, names: &Names<'_>, report: &mut Report) {
    for span in &line.spans {
        if let SpanKind::Value(expr) = &span.what {
            names.check(expr, report);
        }
    }
}

/// Walks through a text: its paths, and the anchors it sets.
struct Walk<'a> {
    report: &'a mut Report,
    anchors: BTreeMap<String, usize>,
}

impl Walk<'_> {
    fn parts(&mut self, parts: &[Part], names: &Names<'_>) {
        for part in parts {
            self.part(part, names);
        }
    }

    fn part(&mut self, part: &Part, names: &Names<'_>) {
        if let Some(anchor) = anchor(&part.what) {
            self.anchor(anchor, part.line);
        }
        for line in lines(&part.what) {
            spans(line, names, self.report);
        }
        match &part.what {
            What::If {
                condition,
                then,
                otherwise,
            } => self.condition(condition, [then, otherwise], names),
            What::Each { each, body } => {
                let inside = self.inside(each, part.line, names);
                self.parts(body, &inside);
            }
            What::Table(table) => self.table(table, part.line, names),
            What::Signatures { of, body, .. } => {
                for key in of.iter().filter(|key| !names.has_party(key)) {
                    self.report
                        .add(part.line, MisprintKind::UnknownKey(key.clone()));
                }
                self.parts(body, &names.of_party());
            }
            What::Parties { body, .. } => self.parts(body, &names.of_party()),
            other => self.parts(below(other), names),
        }
    }

    /// An anchor may be set in both branches: one of them only is printed.
    fn condition(&mut self, condition: &Expr, branches: [&[Part]; 2], names: &Names<'_>) {
        names.check(condition, self.report);
        let before = self.anchors.clone();
        self.parts(branches[0], names);
        let then = std::mem::replace(&mut self.anchors, before);
        self.parts(branches[1], names);
        self.anchors.extend(then);
    }

    fn inside<'n>(&mut self, each: &Each, line: usize, names: &Names<'n>) -> Names<'n> {
        names.inside(each).unwrap_or_else(|| {
            self.report
                .add(line, MisprintKind::UnknownField(each.list.clone()));
            names.clone()
        })
    }

    fn table(&mut self, table: &Table, line: usize, names: &Names<'_>) {
        let inside = match &table.each {
            Some(each) => self.inside(each, line, names),
            None => names.clone(),
        };
        let outside = table.header.iter().chain(table.totals.iter().flatten());
        outside.for_each(|cell| spans(cell, names, self.report));
        table
            .rows
            .iter()
            .flatten()
            .for_each(|cell| spans(cell, &inside, self.report));
    }

    fn anchor(&mut self, anchor: &str, line: usize) {
        if self.anchors.insert(anchor.to_owned(), line).is_some() {
            self.report
                .add(line, MisprintKind::AnchorTwice(anchor.to_owned()));
        }
    }
}

/// The anchor that a part sets.
pub(crate) fn anchor(what: &What) -> Option<&str> {
    let anchor = match what {
        What::Heading { anchor, .. } | What::Alinea { anchor, .. } => anchor,
        What::Parties { anchor, .. } | What::Signatures { anchor, .. } => anchor,
        What::Table(table) => &table.anchor,
        _ => return None,
    };
    (!anchor.is_empty()).then_some(anchor)
}

/// The lines of text that a part holds itself.
fn lines(what: &What) -> Vec<&Line> {
    match what {
        What::Title(text) | What::Paragraph(text) => vec![text],
        What::Heading { text, .. }
        | What::Alinea { text, .. }
        | What::Repere { text, .. }
        | What::Item { text, .. } => vec![text],
        What::Pair { label, value } => vec![label, value],
        _ => Vec::new(),
    }
}

/// The parts below a part that is no condition and no loop.
fn below(what: &What) -> &[Part] {
    match what {
        What::Opening(body) | What::Definitions(body) | What::Figures(body) | What::Note(body) => {
            body
        }
        What::Frame(body) | What::Kept(body) | What::Landscape(body) => body,
        What::Names(body) => body,
        What::Entries(entries) => &entries.body,
        What::FreeSignatures(free) => &free.body,
        What::Parties { body, .. } | What::Signatures { body, .. } | What::Each { body, .. } => {
            body
        }
        _ => &[],
    }
}

/// Calls `seen` with every part of a text, those of conditions and blocks included.
fn every<'a>(parts: &'a [Part], seen: &mut dyn FnMut(&'a Part)) {
    for part in parts {
        seen(part);
        if let What::If {
            then, otherwise, ..
        } = &part.what
        {
            every(then, seen);
            every(otherwise, seen);
        }
        every(below(&part.what), seen);
    }
}

/// The lines of a part, those of a table's cells included.
fn all_lines(what: &What) -> Vec<&Line> {
    match what {
        What::Table(table) => table
            .header
            .iter()
            .chain(table.rows.iter().flatten())
            .chain(table.totals.iter().flatten())
            .collect(),
        other => lines(other),
    }
}

/// The anchors of the texts that are signed first: an annexe may cite them there, under a condition that takes the
/// citation away where the annexe goes with an avenant. Whether it does is told when the document is filled.
fn of_signed_texts(template: &Template) -> Vec<String> {
    let texts = template.sequel.texts.iter();
    let files = texts.filter_map(|key| template.document(key));
    let mut anchors = Vec::new();
    for document in files {
        let parts = template.texts.get(&document.file);
        every(parts.unwrap_or_default(), &mut |part| {
            anchors.extend(anchor(&part.what).map(str::to_owned));
        });
    }
    anchors
}

/// What one document says of anchors and annexes, its annexes' texts included.
fn references(template: &Template, document: &DocumentDecl) -> Vec<Misprint> {
    let mut files = vec![document.file.as_str()];
    let declared = template
        .annexes
        .iter()
        .filter(|annexe| document.annexes.contains(&annexe.key));
    files.extend(declared.map(|annexe| annexe.file.as_str()));
    let (mut anchors, mut called, mut placed) = (Vec::new(), Vec::new(), Vec::new());
    for file in &files {
        every(template.texts.get(file).unwrap_or_default(), &mut |part| {
            anchors.extend(anchor(&part.what).map(str::to_owned));
            for span in all_lines(&part.what)
                .into_iter()
                .flat_map(|line| line.spans.iter().map(move |span| (line.line, span)))
            {
                if let (line, SpanKind::Reference { anchor, .. }) = (span.0, &span.1.what) {
                    called.push((*file, line, anchor.clone()));
                }
            }
            if let What::Annexe(key) = &part.what {
                placed.push((*file, part.line, key.clone()));
            }
        });
    }
    anchors.extend(document.annexes.iter().map(|key| format!("annexe-{key}")));
    if !document.sequels.is_empty() {
        anchors.extend(of_signed_texts(template));
    }
    let misprint = |file: &str, line, what| Misprint {
        file: file.to_owned(),
        line,
        what,
    };
    let mut misprints = Vec::new();
    for (file, line, anchor) in called
        .iter()
        .filter(|(.., anchor)| !anchors.contains(anchor))
    {
        misprints.push(misprint(
            file,
            *line,
            MisprintKind::UnknownAnchor(anchor.clone()),
        ));
    }
    for (file, line, key) in placed
        .iter()
        .filter(|(.., key)| !document.annexes.contains(key))
    {
        misprints.push(misprint(
            file,
            *line,
            MisprintKind::AnnexeUndeclared(key.clone()),
        ));
    }
    for key in &document.annexes {
        let anchor = format!("annexe-{key}");
        if !placed.iter().any(|(.., placed)| placed == key) {
            misprints.push(misprint(
                &document.file,
                0,
                MisprintKind::AnnexeUnplaced(key.clone()),
            ));
        }
        if !called.iter().any(|(.., called)| *called == anchor) {
            let place = placed.iter().find(|(.., placed)| placed == key);
            misprints.push(misprint(
                &document.file,
                place.map_or(0, |(_, line, _)| *line),
                MisprintKind::AnnexeUncalled(key.clone()),
            ));
        }
    }
    misprints
}
