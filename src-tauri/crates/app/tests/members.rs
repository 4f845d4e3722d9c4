//! The window adds, orders and removes the members of a groupement, the recteurs of the State and the communes of a
//! grouping: each party's rows among themselves, a step of « Annuler » each, the finding on the right row.

#![allow(missing_docs, clippy::unwrap_used)]

use app::view::{DossierView, Gesture, Group, ItemView, Typed};
use app::{Desk, act, create_dossier, home, import_file, open_dossier, undo};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use std::path::Path;
use tempfile::TempDir;

fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 22)
        .unwrap()
        .and_time(NaiveTime::MIN)
}

/// A desk with one dossier.
struct Room {
    _data: TempDir,
    desk: Desk,
    id: String,
}

impl Room {
    fn of_example(name: &str) -> Self {
        let (data, desk) = desk();
        let file = format!(
            "{}/../../../assets/examples/{name}.json",
            env!("CARGO_MANIFEST_DIR")
        );
        import_file(&desk, Path::new(&file), now()).unwrap();
        let id = home(&desk, now()).unwrap().dossiers[0].id.clone();
        Self {
            _data: data,
            desk,
            id,
        }
    }

    fn new(model: &str) -> Self {
        let (data, desk) = desk();
        let id = create_dossier(&desk, model, now()).unwrap().id;
        Self {
            _data: data,
            desk,
            id,
        }
    }

    #[track_caller]
    fn act(&self, gesture: Gesture) -> DossierView {
        act(&self.desk, &self.id, gesture, now()).unwrap()
    }

    fn view(&self) -> DossierView {
        open_dossier(&self.desk, &self.id, now()).unwrap()
    }

    fn set(&self, path: &str, text: &str) -> DossierView {
        self.act(Gesture::Set {
            fields: vec![Typed {
                path: path.to_owned(),
                text: text.to_owned(),
            }],
        })
    }

    #[track_caller]
    fn paste(&self, part: &str, column: &str, text: &str) -> DossierView {
        self.act(Gesture::Paste {
            list: "signataires".to_owned(),
            part: part.to_owned(),
            id: None,
            column: column.to_owned(),
            text: text.to_owned(),
        })
    }
}

fn desk() -> (TempDir, Desk) {
    let data = tempfile::tempdir().unwrap();
    let desk = Desk::open(Some(data.path()), now()).unwrap();
    (data, desk)
}

/// The group whose rows are those of a party.
#[track_caller]
fn group<'a>(view: &'a DossierView, part: &str) -> &'a Group {
    let groups = view.sections.iter().flat_map(|section| &section.groups);
    let mut lists =
        groups.filter(|group| group.list.as_ref().is_some_and(|list| list.part == part));
    lists.next().unwrap()
}

fn items<'a>(view: &'a DossierView, part: &str) -> &'a [ItemView] {
    &group(view, part).list.as_ref().unwrap().items
}

fn cell(item: &ItemView, key: &str) -> String {
    let mut all = item.cells.iter().chain(&item.more);
    let found = all.find(|field| field.path.ends_with(&format!("/{key}")));
    found.map(|field| field.typed.clone()).unwrap_or_default()
}

/// The bodies of a party's rows, in order.
fn bodies(view: &DossierView, part: &str) -> Vec<String> {
    let rows = items(view, part).iter();
    rows.map(|item| cell(item, "organisme")).collect()
}

fn gesture_add(part: &str) -> Gesture {
    Gesture::Add {
        list: "signataires".to_owned(),
        part: part.to_owned(),
    }
}

#[test]
fn the_example_of_a_groupement_has_a_grid_for_its_members_and_one_for_its_academies() {
    let view = Room::of_example("grand-est-2019").view();
    assert_eq!(items(&view, "membres").len(), 10);
    assert_eq!(bodies(&view, "etat").len(), 3);
    let total = &group(&view, "membres").list.as_ref().unwrap().total;
    assert_eq!(total.replace('\u{a0}', " "), "10 signataires (dix)");
    let lead = &view.sections[0].lead;
    assert_eq!(lead, "Douze parties signent.");
}

#[test]
fn a_member_is_added_moved_among_its_own_and_removed_each_a_step_to_undo() {
    let room = Room::of_example("grand-est-2019");
    let view = room.act(gesture_add("membres"));
    let added = items(&view, "membres").last().unwrap();
    assert_eq!(
        cell(added, "fonction"),
        "president",
        "what the modèle proposes"
    );
    let id = added.id.clone();
    room.set(&format!("signataires/{id}/organisme"), "métropole de Nancy");
    let view = room.act(Gesture::Move {
        list: "signataires".to_owned(),
        part: "membres".to_owned(),
        id: id.clone(),
        to: 1,
    });
    let first: Vec<String> = bodies(&view, "membres").into_iter().take(3).collect();
    assert_eq!(
        first,
        [
            "région Grand Est",
            "métropole de Nancy",
            "département des Ardennes"
        ]
    );
    assert_eq!(
        bodies(&view, "etat")[0],
        "académie de Nancy-Metz",
        "the others stay"
    );
    let view = room.act(Gesture::Remove {
        list: "signataires".to_owned(),
        id,
    });
    assert_eq!(items(&view, "membres").len(), 10);
    let view = undo(&room.desk, &room.id, now()).unwrap();
    assert_eq!(bodies(&view, "membres")[1], "métropole de Nancy");
    let view = undo(&room.desk, &room.id, now()).unwrap();
    assert_eq!(bodies(&view, "membres")[10], "métropole de Nancy");
}

#[test]
fn members_are_pasted_as_a_table_into_the_row_that_waits_then_into_new_ones() {
    let room = Room::new("membre-groupement");
    assert_eq!(items(&room.view(), "membres").len(), 1, "a place waits");
    let block = "région Grand Est\tregion\t\tM.\tDidier\tLorrain\ndépartement de la Marne\tDépartement\t\tMme\tAnne\tCollard";
    let view = room.paste("membres", "organisme", block);
    assert_eq!(
        bodies(&view, "membres"),
        ["région Grand Est", "département de la Marne"]
    );
    let second = &items(&view, "membres")[1];
    assert_eq!(cell(second, "type"), "departement");
    assert_eq!(
        cell(second, "fonction"),
        "president",
        "an empty cell empties nothing"
    );
    assert_eq!(cell(second, "nom"), "Collard");
    let view = undo(&room.desk, &room.id, now()).unwrap();
    assert_eq!(bodies(&view, "membres"), [""], "one step back");
}

#[test]
fn a_second_recteur_is_one_more_signatory_and_no_more_original() {
    let room = Room::new("membre-groupement");
    room.set("signataires/etat/organisme", "académie de Reims");
    room.act(gesture_add("etat"));
    let view = room.paste("etat", "organisme", "académie de Strasbourg");
    assert_eq!(
        bodies(&view, "etat"),
        ["académie de Reims", "académie de Strasbourg"]
    );
    assert_eq!(view.sections[0].lead, "Trois parties signent.");
}

#[test]
fn what_is_wrong_with_a_member_is_on_its_row() {
    let room = Room::of_example("grand-est-2019");
    let view = room.set("signataires/meuse/code_postal", "55OOO");
    let faulty = items(&view, "membres")
        .iter()
        .find(|item| item.id == "meuse");
    assert!(faulty.unwrap().finding.is_some());
    let others = items(&view, "membres")
        .iter()
        .filter(|item| item.finding.is_some());
    assert_eq!(others.count(), 1);
    let finding = view
        .findings
        .iter()
        .find(|finding| finding.path.as_deref() == Some("signataires/meuse/code_postal"));
    assert_eq!(finding.unwrap().section, "parties");
}

#[test]
fn communes_join_a_collectivity_and_each_has_its_convention() {
    let room = Room::of_example("pezenas");
    let view = room.view();
    assert!(
        items(&view, "collectivite").is_empty(),
        "alone, it is a form"
    );
    let part = &group(&view, "collectivite").title;
    assert_eq!(part, "Communes d’un regroupement");
    let view = room.paste("collectivite", "organisme", "Aumes\nCastelnau-de-Guers");
    assert_eq!(
        bodies(&view, "collectivite"),
        ["", "Aumes", "Castelnau-de-Guers"]
    );
    let named = |view: &DossierView| {
        view.findings
            .iter()
            .any(|finding| finding.code == "membre-sans-nom")
    };
    assert!(
        named(&view),
        "the one without a name would have no convention"
    );
    let view = room.set("signataires/maire/organisme", "Pézenas");
    assert!(!named(&view));
    assert_eq!(
        view.sections[0].lead,
        "Deux parties signent chacune des 3 conventions."
    );
    let sheet = view
        .documents
        .iter()
        .find(|row| row.key == "fiche-saisie")
        .unwrap();
    let labels: Vec<&str> = sheet
        .shares
        .iter()
        .map(|share| share.label.as_str())
        .collect();
    assert_eq!(labels, ["Pézenas", "Aumes", "Castelnau-de-Guers"]);
}

#[test]
fn establishments_are_pasted_in_the_columns_that_one_sees() {
    let room = Room::new("colleges-tripartite");
    let view = room.act(Gesture::Paste {
        list: "ecoles".to_owned(),
        part: String::new(),
        id: None,
        column: "nom".to_owned(),
        text: "Collège des Cygnes\tCollège\t4, rue du Lac\t75012\tParis\t0990101X".to_owned(),
    });
    let lists = view.sections.iter().flat_map(|section| &section.groups);
    let list = lists
        .filter_map(|group| group.list.as_ref())
        .find(|list| list.path == "ecoles")
        .unwrap();
    let row = &list.items[0];
    assert_eq!(
        (cell(row, "adresse").as_str(), cell(row, "uai").as_str()),
        ("4, rue du Lac", "0990101X")
    );
}
