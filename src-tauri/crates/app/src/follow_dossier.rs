//! Begins what comes after a convention: an avenant, an update of an annexe, a renewal. The new dossier keeps the one it
//! follows, as it was signed; what changes is then typed in it like anywhere else.

use crate::check_dossier::read_dossier_file;
use crate::create_dossier::next_reference;
use crate::desk::{self, stamp};
use crate::open_dossier::show;
use crate::view::DossierView;
use crate::{Desk, Problem, Workshop, fr};
use chrono::NaiveDateTime;
use domain::dossier::choices::SequelKind;
use domain::dossier::{ANSWERS, Dossier};
use domain::entry::{Entry, Leaf};
use domain::record::{Id, Path as FieldPath};
use domain::values::{Date, SchoolYear};
use std::path::Path;
use store::{Action, Row};
use template::{Copies, Template};

/// Makes a dossier of the store that follows another one: from what was last made définitif of it, with the signatures
/// and the act noted since; from the dossier itself when nothing was.
///
/// # Errors
/// The dossier or its modèle is unknown, the modèle has no such document, or the store does not answer.
pub fn follow_dossier(
    desk: &Desk,
    id: &str,
    kind: SequelKind,
    now: NaiveDateTime,
) -> Result<DossierView, Problem> {
    let origin = desk::id(id)?;
    let live = desk.dossier(&origin)?;
    let template = desk.workshop().template(&live)?;
    can_follow(template, &live, kind)?;
    let signed = signed(desk, &origin, template, live)?;
    let today = crate::today(now)?;
    let rows = desk.ask(|store| store.list())?;
    let mut dossier = begun(&signed, template, kind, today);
    let reference = match kind {
        SequelKind::Renewal => next_reference(&rows, today),
        _ => free(&reference(&dossier, kind), &rows),
    };
    dossier.put(&FieldPath::new("reference"), &reference);
    let action = Action::Follow {
        origin,
        dossier: Box::new(dossier),
    };
    let done = desk.ask(move |store| store.act(action, stamp(now)))?;
    show(desk, &done.convention, now)
}

/// The same, by the key of what is begun, as the window knows it.
///
/// # Errors
/// As [`follow_dossier`]; a key that is none is a defect of the program.
pub fn follow_as(
    desk: &Desk,
    id: &str,
    key: &str,
    now: NaiveDateTime,
) -> Result<DossierView, Problem> {
    let kind = SequelKind::ALL.iter().find(|kind| kind.key() == key);
    follow_dossier(desk, id, *kind.ok_or(Problem::Bug)?, now)
}

/// Writes a dossier that follows that of a file, and its guide, into a folder; the names of the files.
///
/// # Errors
/// The file is no dossier, its modèle is unknown or has no such document, or a file is there already.
pub fn follow_file(
    workshop: &Workshop,
    file: &Path,
    kind: SequelKind,
    out: &Path,
    now: NaiveDateTime,
) -> Result<Vec<String>, Problem> {
    let signed = read_dossier_file(file)?;
    let template = workshop.template_of_file(&signed)?;
    can_follow(template, &signed, kind)?;
    let mut dossier = begun(&signed, template, kind, crate::today(now)?);
    let reference = reference(&dossier, kind);
    dossier.put(&FieldPath::new("reference"), &reference);
    crate::create_dossier::write_files(template, &dossier, out)
}

fn can_follow(template: &Template, dossier: &Dossier, kind: SequelKind) -> Result<(), Problem> {
    if template.can_be_followed_by(dossier, kind) {
        return Ok(());
    }
    Err(Problem::CannotFollow {
        model: template.title.clone(),
        kind,
    })
}

/// The dossier as it was signed. What was made définitif says the text; the day each party signed and what became of the
/// act were noted after.
fn signed(desk: &Desk, id: &Id, template: &Template, live: Dossier) -> Result<Dossier, Problem> {
    let originals = template.documents.iter();
    let keys: Vec<String> = originals
        .filter(|document| document.copies == Copies::Originals)
        .map(|document| document.key.clone())
        .chain(template.sequel.texts.iter().cloned())
        .collect();
    let id = id.clone();
    let snapshot = desk.ask(move |store| store.last_snapshot(&id, &keys))?;
    let Some(mut frozen) = snapshot.and_then(|text| format::read(&text).ok()) else {
        return Ok(live);
    };
    for item in &mut frozen.sheet.signatories.0 {
        let same = live.sheet.signatories.iter().find(|it| it.id == item.id);
        if let Some(same) = same {
            item.value.signed_on.clone_from(&same.value.signed_on);
            item.value.act_number.clone_from(&same.value.act_number);
            item.value.act_date.clone_from(&same.value.act_date);
        }
    }
    frozen.sheet.act = live.sheet.act;
    frozen.sheet.reference = live.sheet.reference;
    Ok(frozen)
}

/// The new dossier, with all that follows from the one before but its reference.
fn begun(signed: &Dossier, template: &Template, kind: SequelKind, today: Date) -> Dossier {
    let mut next = signed.followed(kind);
    next.template.version = template.version;
    end_of_convention(&mut next, signed, template, today);
    for question in template.questions.iter().filter(|question| question.anew) {
        let path = FieldPath::new(ANSWERS).join(&question.key);
        next.put(&path, &question.default);
    }
    name(&mut next, signed, kind);
    match kind {
        SequelKind::Renewal => renew(&mut next, template),
        SequelKind::Update => {
            next.sheet.sequel.effect = Entry::Read(today);
        }
        SequelKind::Amendment => {}
    }
    next
}

/// The last day of the convention that is followed, when its signatures and its modèle tell it: of the period that today
/// is in, else of the first.
fn end_of_convention(next: &mut Dossier, signed: &Dossier, template: &Template, today: Date) {
    let sequel = &mut next.sheet.sequel;
    if !Leaf::is_empty(&sequel.convention_ends) {
        return;
    }
    let fixed = template.fixed_end().filter(|_| {
        let year = signed.sheet.school_year.value().map(ToString::to_string);
        year == template.school_year
    });
    let counted = || {
        let effect = sequel.convention_signed.value().copied()?;
        let duration = template.duration(signed)?;
        let period = duration.period_on(effect, today);
        Some(period.or_else(|| duration.period(effect, 0))?.last_day)
    };
    let end = fixed.or_else(counted);
    sequel.convention_ends = end.map_or(Entry::Empty, Entry::Read);
}

/// The name of the dossier, and what its council votes on.
fn name(next: &mut Dossier, signed: &Dossier, kind: SequelKind) {
    let number = next.sheet.sequel.number.typed();
    let title = fr::sequel_title(kind, &number, &signed.sheet.title.typed());
    next.put(&FieldPath::new("titre"), &title);
    let subject = fr::sequel_subject(kind, &number, &signed.sheet.act.subject.typed());
    next.put(&FieldPath::new("deliberation/objet"), &subject);
}

/// A renewal takes effect the day after the convention that it renews, in the school year of that day.
fn renew(next: &mut Dossier, template: &Template) {
    let ends = next.sheet.sequel.convention_ends.value().copied();
    if let Some(day) = ends.and_then(|day| day.plus_days(1)) {
        next.sheet.sequel.effect = Entry::Read(day);
        if template.school_year.is_none() {
            next.sheet.school_year = Entry::Read(SchoolYear::of(day));
        }
    }
    for (path, text) in &template.sequel.renewed {
        next.put(path, text);
    }
}

/// « 2026-001-avenant-1 », « 2026-001-annexe », « 2026-001-renouvellement ».
fn reference(next: &Dossier, kind: SequelKind) -> String {
    let sequel = &next.sheet.sequel;
    let convention = sequel.convention_reference.typed();
    let own = match kind {
        SequelKind::Amendment => format!("avenant-{}", sequel.number.typed()),
        SequelKind::Update => "annexe".to_owned(),
        SequelKind::Renewal => "renouvellement".to_owned(),
    };
    let parts = [convention, own]
        .into_iter()
        .filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-")
}

/// The reference, or the first free one made from it: « 2026-001-annexe-2 ».
fn free(reference: &str, rows: &[Row]) -> String {
    let taken = |wanted: &str| rows.iter().any(|row| row.reference == wanted);
    let numbered = (2u32..).map(|number| format!("{reference}-{number}"));
    let mut all = std::iter::once(reference.to_owned()).chain(numbered);
    all.find(|wanted| !taken(wanted))
        .unwrap_or_else(|| reference.to_owned())
}
