//! The first screen, and a dossier opened from it.

use crate::desk::{self, Kept, moment};
use crate::view::states::Counts;
use crate::view::{self, DossierLine, DossierView, FieldState, Home, ModelLine};
use crate::{Desk, Problem, Workshop, fr, today};
use chrono::NaiveDateTime;
use domain::record::Id;
use domain::values::Date;
use serde::Serialize;
use store::{Loaded, Row};

/// The dossiers, last changed first, and the modèles.
///
/// # Errors
/// The store does not answer.
pub fn home(desk: &Desk, now: NaiveDateTime) -> Result<Home, Problem> {
    let rows = desk.ask(|store| store.list())?;
    let today = today(now)?;
    let dossiers = rows
        .into_iter()
        .map(|row| line(desk, row, today))
        .collect::<Result<_, _>>()?;
    Ok(Home {
        dossiers,
        models: models(desk.workshop()),
    })
}

/// The modèles one can begin with.
fn models(workshop: &Workshop) -> Vec<ModelLine> {
    let line = |template: &template::Template| ModelLine {
        id: template.id.clone(),
        title: template.title.clone(),
        subtitle: template.subtitle.clone(),
    };
    workshop.shelf().all().map(line).collect()
}

/// A modèle as the command tells it.
#[derive(Clone, Debug, Serialize)]
pub struct KnownModel {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// Its title.
    #[serde(rename = "titre")]
    pub title: String,
    /// The public text it follows, with its date when it has one.
    pub source: String,
}

/// The modèles known, with what tells one version from another.
pub fn known_models(workshop: &Workshop) -> Vec<KnownModel> {
    let line = |template: &template::Template| KnownModel {
        id: template.id.clone(),
        version: template.version,
        title: template.title.clone(),
        source: fr::model_source(template),
    };
    workshop.shelf().all().map(line).collect()
}

/// A line of the list; a dossier whose modèle is not here is named so, never hidden.
fn line(desk: &Desk, row: Row, today: Date) -> Result<DossierLine, Problem> {
    let id = row.id.clone();
    let Loaded {
        dossier, revision, ..
    } = desk.ask(move |store| store.dossier(&id))?;
    let (state, state_words) = match desk.workshop().template(&dossier) {
        Ok(template) => {
            let kept = (&row.id, revision);
            let sheet = desk.checks().of(kept, &dossier, template, today);
            let summary = Counts::of(sheet.findings.iter()).summary();
            (summary.state, summary.words)
        }
        Err(problem) => (FieldState::Bloquant, fr::problem(&problem)),
    };
    let changed = fr::changed(moment(row.changed));
    Ok(DossierLine {
        id: row.id.as_str().to_owned(),
        title: row.title,
        reference: row.reference,
        sequel: fr::sequel_of(&dossier),
        state,
        state_words,
        changed,
    })
}

/// A dossier in words.
///
/// # Errors
/// It is unknown, or its modèle is.
pub fn open_dossier(desk: &Desk, id: &str, now: NaiveDateTime) -> Result<DossierView, Problem> {
    let id = desk::id(id)?;
    show(desk, &id, now)
}

/// What the store keeps, in words.
pub(crate) fn show(desk: &Desk, id: &Id, now: NaiveDateTime) -> Result<DossierView, Problem> {
    let kept = desk.kept(id)?;
    let template = desk.workshop().template(&kept.dossier)?;
    let today = today(now)?;
    let sheet = desk
        .checks()
        .of((id, kept.revision), &kept.dossier, template, today);
    let issued: Vec<(String, String)> = kept
        .issued
        .iter()
        .rev()
        .map(|row| {
            (
                row.document.clone(),
                fr::issued(moment(row.at), row.edition),
            )
        })
        .collect();
    let shares = crate::shares::of(template, &kept.dossier);
    Ok(view::dossier(
        &view_of(id, &kept, &issued, &shares),
        &kept.dossier,
        template,
        &sheet,
        today,
    ))
}

fn view_of<'a>(
    id: &'a Id,
    kept: &Kept,
    issued: &'a [(String, String)],
    shares: &'a [template::Share],
) -> view::View<'a> {
    let code =
        |line: &Option<store::HistoryLine>| line.as_ref().map(|line| line.deed.code().to_owned());
    let (undo, redo) = (code(&kept.reach.undo), code(&kept.reach.redo));
    view::View {
        id: id.as_str(),
        revision: kept.revision,
        undo,
        redo,
        issued,
        shares,
    }
}
