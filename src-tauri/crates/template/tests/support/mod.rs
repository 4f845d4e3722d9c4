//! Dossiers for the tests, built field by field as the window does. People are invented, at `exemple.fr`.

// Each file of tests uses its own part of these helpers.
#![allow(dead_code)]

use domain::dossier::{Dossier, TemplateRef};
use domain::record::{Id, PartMut, Path, find_mut};
use domain::values::Date;
use serde_json::Value as Json;
use template::{Shelf, Template, draft};

/// The day of the tests.
pub fn today() -> Date {
    Date::of(2026, 11, 22).expect("a day")
}

/// Adds an item to a list.
pub fn add(dossier: &mut Dossier, list: &str, id: &str) {
    let Some(PartMut::List(items)) = find_mut(&mut dossier.sheet, &Path::new(list)) else {
        panic!("no list {list}")
    };
    assert!(
        items.insert(usize::MAX, Id::new(id).expect("an id")),
        "{list}/{id} is taken"
    );
}

/// Puts a text at a path.
#[track_caller]
pub fn put(dossier: &mut Dossier, path: &str, typed: &str) {
    assert!(dossier.put(&Path::new(path), typed), "no field {path}");
}

/// The example that comes with the modèle, read from its file.
pub fn example() -> Dossier {
    example_of("fontenay-aux-roses")
}

/// An example by its name.
pub fn example_of(name: &str) -> Dossier {
    let file = format!(
        "{}/../../../assets/examples/{name}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    let json: Json =
        serde_json::from_str(&std::fs::read_to_string(file).expect("the example")).expect("JSON");
    let mut dossier = Dossier {
        template: TemplateRef {
            id: json["modele"]["id"].as_str().expect("an id").into(),
            version: 1,
        },
        ..Dossier::default()
    };
    for (key, value) in json.as_object().expect("an object") {
        match key.as_str() {
            "format" | "modele" => {}
            "a_la_main" => {
                let paths = value
                    .as_array()
                    .expect("a list")
                    .iter()
                    .map(|path| Path::new(path.as_str().expect("a path")));
                dossier.by_hand = paths.collect();
            }
            _ => fill_in(&mut dossier, key, value),
        }
    }
    dossier
}

fn fill_in(dossier: &mut Dossier, path: &str, value: &Json) {
    match value {
        Json::String(typed) => put(dossier, path, typed),
        Json::Object(fields) => {
            fields
                .iter()
                .filter(|(key, _)| *key != "id")
                .for_each(|(key, value)| {
                    fill_in(dossier, &format!("{path}/{key}"), value);
                })
        }
        Json::Array(items) => items.iter().for_each(|item| {
            let id = item["id"].as_str().expect("an id");
            add(dossier, path, id);
            fill_in(dossier, &format!("{path}/{id}"), item);
        }),
        other => panic!("{path}: {other}"),
    }
}

/// The example with so many schools; beyond six, they are invented (prefix 099).
pub fn fontenay(schools: usize) -> Dossier {
    let mut dossier = example();
    for id in dossier.ids("ecoles").iter().skip(schools) {
        remove(&mut dossier, "ecoles", id.as_str());
    }
    for rank in dossier.ids("ecoles").len()..schools {
        invented(&mut dossier, rank);
    }
    dossier
}

/// Takes an item away.
pub fn remove(dossier: &mut Dossier, list: &str, id: &str) {
    let Some(PartMut::List(items)) = find_mut(&mut dossier.sheet, &Path::new(list)) else {
        panic!("no list {list}")
    };
    assert!(items.remove(id), "no {list}/{id}");
}

fn invented(dossier: &mut Dossier, rank: usize) {
    let id = format!("e{}", rank + 1);
    let digits = 990_000 + rank;
    let key = char::from(b"ABCDEFGHJKLMNPRSTUVWXYZ"[digits % 23]);
    add(dossier, "ecoles", &id);
    for (field, typed) in [
        ("nom", format!("École élémentaire n° {}", rank + 1)),
        ("nature", "elementaire".to_owned()),
        ("secteur", "public".to_owned()),
        ("adresse", format!("{}, rue de l’Exemple", rank + 1)),
        ("uai", format!("{digits:07}{key}")),
    ] {
        put(dossier, &format!("ecoles/{id}/{field}"), &typed);
    }
}

/// A finding on one line: severity, code, field, place, documents, reason.
pub fn told(placed: &template::Placed) -> String {
    use domain::findings::Severity;
    let severity = match placed.finding.severity {
        Severity::Blocking => "bloquant",
        Severity::ToVerify => "à vérifier",
        Severity::Advice => "conseil",
    };
    let (code, path) = placed.finding.key();
    let reason = placed
        .reason
        .as_ref()
        .map(|reason| format!(" « {reason} »"))
        .unwrap_or_default();
    format!(
        "{severity} {code} {path} ({}) {}{reason}",
        placed.article,
        placed.documents.join(" ")
    )
}

/// Its documents.
pub const DOCUMENTS: [&str; 4] = [
    "note-synthese",
    "projet-deliberation",
    "texte-annexe",
    "convention",
];

/// The modèle of Versailles.
pub fn versailles() -> Template {
    let shelf = Shelf::shipped().expect("the shipped modèles read");
    shelf.find("versailles-1d").expect("versailles-1d").clone()
}

/// A document of it, filled as it is, as readable text.
pub fn outline(dossier: &Dossier, document: &str) -> String {
    draft(&versailles(), dossier, document, 1, today(), false)
        .expect("it fills")
        .outline()
}
