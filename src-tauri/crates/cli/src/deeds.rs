//! The verbs: each reads its files, calls the deed of `app`, and reports.

use crate::arguments::{Check, Common, Export, Models, New, Store, StoreVerb, Tags, Text};
use crate::report::{self, Outcome};
use app::view::FileView;
use app::{Desk, Problem, Workshop};
use std::mem::ManuallyDrop;
use std::path::Path;

/// `convent new`: an empty dossier, or one that follows another, and its guide.
pub fn new(new: &New) -> u8 {
    let made = Workshop::open(&new.common.models).and_then(|workshop| match &new.follow {
        Some((from, kind)) => app::follow_file(&workshop, from, *kind, &new.out, new.common.now()),
        None => app::new_dossier_files(&workshop, &new.model, &new.out),
    });
    match made {
        Ok(files) if new.common.json => {
            report::machine(&serde_json::json!({ "fichiers": files }));
            0
        }
        Ok(files) => report::say(&format!(
            "Écrits dans {} : {}",
            new.out.display(),
            files.join(", ")
        )),
        Err(problem) => report::problem(&problem, new.common.json),
    }
}

/// `convent check`: what the vérification finds.
pub fn check(check: &Check) -> u8 {
    with_workshop(&check.common, |workshop| {
        let outcomes: Vec<Outcome> = check
            .dossiers
            .iter()
            .map(|file| check_one(workshop, file, &check.common))
            .collect();
        report::outcomes(&outcomes, check.common.json)
    })
}

fn check_one(workshop: &Workshop, file: &Path, common: &Common) -> Outcome {
    let name = file.display().to_string();
    let checked = app::read_dossier_file(file)
        .and_then(|dossier| app::check_dossier(workshop, &dossier, common.now()));
    match checked {
        Ok(checked) => {
            let (etat, code) = if checked.refused {
                ("bloqué", 1)
            } else {
                ("rien ne bloque", 0)
            };
            Outcome {
                dossier: name,
                etat,
                constats: checked.findings,
                a_la_main: checked.blanks,
                code,
                ..Outcome::default()
            }
        }
        Err(problem) => Outcome::failed(&name, &problem),
    }
}

/// `convent export`: the documents, a dossier at a time; one that is refused does not stop the others.
pub fn export(export: &Export) -> u8 {
    with_workshop(&export.common, |workshop| {
        let outcomes: Vec<Outcome> = export
            .dossiers
            .iter()
            .map(|file| export_one(workshop, file, export))
            .collect();
        report::outcomes(&outcomes, export.common.json)
    })
}

fn export_one(workshop: &Workshop, file: &Path, export: &Export) -> Outcome {
    let name = file.display().to_string();
    let order = app::ExportOrder {
        out: export.out.clone(),
        draft: export.draft,
        only: export.only.clone(),
        separate: export.separate,
        signature_fields: export.signature_fields,
        print_file: export.print_file,
        editable: export.editable,
        online: export.online,
        beside: file.parent().map(Path::to_path_buf),
    };
    let now = export.common.now();
    let dossier = match app::read_dossier_file(file) {
        Ok(dossier) => dossier,
        Err(problem) => return Outcome::failed(&name, &problem),
    };
    let mut outcome = came(
        name.clone(),
        app::export_dossier(workshop, &dossier, &order, now),
    );
    if outcome.code > 1 {
        return outcome;
    }
    if outcome.code == 0 {
        match app::export_notes(workshop, &dossier, &order, now) {
            Ok(notes) => outcome.notes = notes,
            Err(problem) => return Outcome::failed(&name, &problem),
        }
    }
    match app::export_shares(workshop, &dossier, &order, now) {
        Ok(batch) => {
            outcome.fichiers.extend(batch.print_files);
            let shares = batch.shares.into_iter();
            outcome.with_shares(
                shares
                    .map(|share| came(share_name(&share), share.outcome))
                    .collect(),
            )
        }
        Err(problem) => Outcome::failed(&name, &problem),
    }
}

/// What came of making the documents of a dossier, or of one of its conventions.
fn came(name: String, made: Result<Vec<FileView>, Problem>) -> Outcome {
    match made {
        Ok(files) => Outcome {
            dossier: name,
            etat: "fait",
            fichiers: files,
            ..Outcome::default()
        },
        Err(Problem::Refused { findings }) => Outcome::refused(name, findings),
        Err(problem) => Outcome::failed(&name, &problem),
    }
}

/// « Collège des Tilleuls (0990012k) ».
fn share_name(share: &app::ShareMade) -> String {
    match (share.label.as_str(), share.key.as_str()) {
        (label, "") => label.to_owned(),
        ("", key) => key.to_owned(),
        (label, key) => format!("{label} ({key})"),
    }
}

/// `convent text`: the text of a document, to be pasted elsewhere.
pub fn text(text: &Text) -> u8 {
    let json = text.common.json;
    with_workshop(&text.common, |workshop| {
        let shown = app::read_dossier_file(&text.dossier).and_then(|dossier| {
            app::text_of(workshop, &dossier, &text.document, text.common.now())
        });
        match shown {
            Ok(shown) if json => {
                report::machine(&serde_json::json!({ "texte": shown.plain, "html": shown.html }));
                0
            }
            Ok(shown) if text.html => report::say(shown.html.trim_end()),
            Ok(shown) => report::say(shown.plain.trim_end()),
            Err(problem) => report::problem(&problem, json),
        }
    })
}

/// `convent models`: the modèles known; with `--check`, what is wrong in those of these folders.
pub fn models(models: &Models) -> u8 {
    let common = &models.common;
    if !models.check.is_empty() {
        return with_workshop(common, |workshop| check_models(workshop, models));
    }
    with_workshop(common, |workshop| {
        let models = app::known_models(workshop);
        if common.json {
            report::machine(&serde_json::json!({ "modeles": models }));
            return 0;
        }
        let line = |model: &app::KnownModel| {
            format!(
                "{}, version {} : {}\n    {}",
                model.id, model.version, model.title, model.source
            )
        };
        let lines: Vec<String> = models.iter().map(line).collect();
        report::say(&app::fr::spaced(&lines.join("\n")))
    })
}

fn check_models(workshop: &Workshop, models: &Models) -> u8 {
    let json = models.common.json;
    let mut worst = 0;
    for folder in &models.check {
        worst = worst.max(match app::check_model(workshop, folder) {
            Ok(title) if json => {
                report::machine(&serde_json::json!({ "modele": title, "fautes": [] }));
                0
            }
            Ok(title) => report::say(&format!(
                "{} : « {title} », rien à corriger.",
                folder.display()
            )),
            Err(problem) => report::problem(&problem, json),
        });
    }
    worst
}

/// `convent tags`: the tags of a PDF.
pub fn tags(tags: &Tags) -> u8 {
    let json = tags.common.json;
    match app::tags_of_file(&tags.file) {
        Ok(text) if json => {
            let file = tags.file.display().to_string();
            report::machine(&serde_json::json!({ "fichier": file, "balises": text }));
            0
        }
        Ok(text) => report::say(text.trim_end()),
        Err(problem) => report::problem(&problem, json),
    }
}

/// `convent store`: the window's dossiers.
pub fn store(store: &Store) -> u8 {
    let json = store.common.json;
    let done =
        Desk::open(store.common.data.as_deref(), store.common.now()).and_then(|desk| match &store
            .verb
        {
            StoreVerb::List => app::home(&desk, store.common.now()).map(|home| list(&home, json)),
            StoreVerb::Import(files) => Ok(import(&desk, files, &store.common)),
            StoreVerb::Export { dossier, out } => {
                app::export_json(&desk, dossier).and_then(|text| keep(&text, out.as_deref()))
            }
        });
    done.unwrap_or_else(|problem| report::problem(&problem, json))
}

fn list(home: &app::view::Home, json: bool) -> u8 {
    if json {
        report::machine(&serde_json::json!({ "dossiers": home.dossiers }));
    } else {
        home.dossiers.iter().for_each(|line| {
            report::say(&format!(
                "{}  {}  {} ({})",
                line.reference, line.title, line.state_words, line.id
            ));
        });
    }
    0
}

fn import(desk: &Desk, files: &[std::path::PathBuf], common: &Common) -> u8 {
    let import = |file: &std::path::PathBuf| {
        let name = file.display().to_string();
        match app::import_file(desk, file, common.now()) {
            Ok(()) => Outcome {
                dossier: name,
                etat: "fait",
                ..Outcome::default()
            },
            Err(problem) => Outcome::failed(&name, &problem),
        }
    };
    let outcomes: Vec<Outcome> = files.iter().map(import).collect();
    report::outcomes(&outcomes, common.json)
}

fn keep(text: &str, out: Option<&Path>) -> Result<u8, Problem> {
    match out {
        Some(file) => app::write_new(file, text.as_bytes()).map(|()| 0),
        None => Ok(report::say(text.trim_end())),
    }
}

fn with_workshop(common: &Common, work: impl FnOnce(&Workshop) -> u8) -> u8 {
    match Workshop::open(&common.models) {
        // The command ends here: giving back each word that was set takes longer than leaving all of it to the system.
        Ok(workshop) => work(&ManuallyDrop::new(workshop)),
        Err(problem) => report::problem(&problem, common.json),
    }
}
