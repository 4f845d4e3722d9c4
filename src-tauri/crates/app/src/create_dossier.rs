//! Begins a dossier: after a modèle, from the shipped example, from a file; or as files for the command.

use crate::check_dossier::read_dossier_file;
use crate::desk::stamp;
use crate::example::EXAMPLE;
use crate::export_dossier::write_new;
use crate::open_dossier::show;
use crate::view::{DossierView, members};
use crate::{Desk, Problem, Workshop, deduce};
use chrono::NaiveDateTime;
use domain::dossier::{ANSWERS, Dossier, TemplateRef};
use domain::record::{Id, Items, Path as FieldPath};
use domain::values::{Date, SchoolYear};
use std::path::Path;
use store::{Action, Row};
use template::Template;

/// Makes an empty dossier after a modèle, with what the modèle proposes.
///
/// # Errors
/// The modèle is unknown, or the store does not answer.
pub fn create_dossier(
    desk: &Desk,
    model: &str,
    now: NaiveDateTime,
) -> Result<DossierView, Problem> {
    let template = desk.workshop().model(model)?;
    let mut dossier = begun(template);
    let rows = desk.ask(|store| store.list())?;
    let today = crate::today(now)?;
    dossier.put(&FieldPath::new("reference"), &next_reference(&rows, today));
    dossier.put(
        &FieldPath::new("annee_scolaire"),
        &SchoolYear::of(today).to_string(),
    );
    usual_signatories(&mut dossier, template);
    deduce::begin(&mut dossier, template);
    keep(
        desk,
        Action::Create {
            dossier: Box::new(dossier),
        },
        now,
    )
}

/// Each party is signed for by the first function that the modèle names for it: the maire, the recteur.
fn usual_signatories(dossier: &mut Dossier, template: &Template) {
    for party in &template.parties {
        if let Some(function) = party.functions.first() {
            for id in members::ids(dossier, &party.key) {
                let path = FieldPath::new(members::LIST).join(id.as_str());
                dossier.put(&path.join("fonction"), function);
            }
        }
    }
}

/// Makes a dossier from the shipped example.
///
/// # Errors
/// The store does not answer.
pub fn create_example(desk: &Desk, now: NaiveDateTime) -> Result<DossierView, Problem> {
    let dossier = format::read(EXAMPLE).map_err(|errors| Problem::Format { errors })?;
    keep(
        desk,
        Action::Import {
            dossier: Box::new(dossier),
        },
        now,
    )
}

/// Takes a dossier's file into the store.
///
/// # Errors
/// The file is no dossier, its modèle is not here or is older than it, or the store does not answer.
pub fn import_file(desk: &Desk, file: &Path, now: NaiveDateTime) -> Result<(), Problem> {
    let dossier = read_dossier_file(file)?;
    desk.workshop().template_of_file(&dossier)?;
    let action = Action::Import {
        dossier: Box::new(dossier),
    };
    desk.ask(move |store| store.act(action, stamp(now)))
        .map(|_| ())
}

fn keep(desk: &Desk, action: Action, now: NaiveDateTime) -> Result<DossierView, Problem> {
    let done = desk.ask(move |store| store.act(action, stamp(now)))?;
    show(desk, &done.convention, now)
}

/// A dossier that holds a place for each party and role, and what the modèle proposes.
fn begun(template: &Template) -> Dossier {
    let mut dossier = Dossier {
        template: TemplateRef {
            id: template.id.clone(),
            version: template.version,
        },
        ..Dossier::default()
    };
    for party in template.parties.iter().filter(|party| !party.is_school()) {
        let id = party.key.replace('_', "-");
        place(&mut dossier.sheet.signatories, &id);
        dossier.put(
            &FieldPath::new(format!("signataires/{id}/partie")),
            &party.key,
        );
    }
    for role in &template.roles {
        let id = role.key.replace('_', "-");
        place(&mut dossier.sheet.contacts, &id);
        dossier.put(&FieldPath::new(format!("contacts/{id}/role")), &role.key);
    }
    propose(&mut dossier, template);
    dossier
}

fn place(list: &mut dyn Items, id: &str) {
    if let Some(id) = Id::new(id) {
        list.insert(usize::MAX, id);
    }
}

fn propose(dossier: &mut Dossier, template: &Template) {
    for (path, value) in &template.proposals {
        dossier.put(path, value);
    }
    for question in &template.questions {
        if !question.default.is_empty() {
            dossier.put(
                &FieldPath::new(ANSWERS).join(&question.key),
                &question.default,
            );
        }
    }
}

/// « 2026-001 », then the number after the greatest of the year.
pub(crate) fn next_reference(rows: &[Row], today: Date) -> String {
    let year = format!("{}-", today.year());
    let numbers = rows
        .iter()
        .filter_map(|row| row.reference.strip_prefix(&year)?.parse::<u32>().ok());
    format!("{year}{:03}", numbers.max().unwrap_or(0).saturating_add(1))
}

/// Writes an empty dossier and its guide into a folder; the names of the files.
///
/// # Errors
/// The modèle is unknown, or a file is there already.
pub fn new_dossier_files(
    workshop: &Workshop,
    model: &str,
    out: &Path,
) -> Result<Vec<String>, Problem> {
    let template = workshop.model(model)?;
    write_files(template, &begun(template), out)
}

/// Writes a dossier to be filled and its guide into a folder; the names of the files.
///
/// # Errors
/// A file is there already, or does not write.
pub(crate) fn write_files(
    template: &Template,
    dossier: &Dossier,
    out: &Path,
) -> Result<Vec<String>, Problem> {
    std::fs::create_dir_all(out).map_err(|source| Problem::File {
        file: out.to_owned(),
        source,
    })?;
    let questions: Vec<&str> = template
        .questions
        .iter()
        .map(|question| question.key.as_str())
        .collect();
    let lines: Vec<format::GuideLine> = template.questions.iter().map(guide_line).collect();
    let about = format::About {
        template: &template.title,
        file: "dossier.json",
    };
    let files = [
        ("dossier.json", format::form(dossier, questions)),
        ("LISEZ-MOI.md", format::guide(about, &lines)),
    ];
    for (name, text) in &files {
        write_new(&out.join(name), text.as_bytes())?;
    }
    Ok(files.iter().map(|(name, _)| (*name).to_owned()).collect())
}

fn guide_line(question: &template::Question) -> format::GuideLine {
    format::GuideLine {
        path: format!("{ANSWERS}/{}", question.key),
        label: question.label.clone(),
        expected: crate::fr::expected(question),
        help: question.help.clone(),
    }
}
