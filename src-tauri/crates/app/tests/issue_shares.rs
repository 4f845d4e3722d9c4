//! The window makes final a document of a dossier that is shared out: a file for each establishment. One that is refused
//! keeps none of the others, is told with its row, and is made later alone.

#![allow(missing_docs, clippy::unwrap_used)]

use app::view::{DocumentRow, Gesture, IssuedView, Typed};
use app::{Desk, IssueOrder, SharesWanted, act, home, import_file, issue_documents, open_dossier};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use std::path::Path;
use tempfile::TempDir;

fn autumn() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2012, 11, 20)
        .unwrap()
        .and_time(NaiveTime::MIN)
}

/// The example of Paris with its first establishments only, on a desk of its own.
struct Room {
    folder: TempDir,
    desk: Desk,
    id: String,
}

impl Room {
    fn new(count: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let desk = Desk::open(Some(&folder.path().join("data")), autumn()).unwrap();
        import_file(&desk, &paris(folder.path(), count), autumn()).unwrap();
        let id = home(&desk, autumn()).unwrap().dossiers[0].id.clone();
        Self { folder, desk, id }
    }

    fn set(&self, path: &str, text: &str) {
        let fields = vec![Typed {
            path: path.to_owned(),
            text: text.to_owned(),
        }];
        act(&self.desk, &self.id, Gesture::Set { fields }, autumn()).unwrap();
    }

    fn order(&self, documents: &[&str]) -> IssueOrder {
        IssueOrder {
            dossier: self.id.clone(),
            documents: documents.iter().map(|key| (*key).to_owned()).collect(),
            folder: self.folder.path().join("out"),
            ..IssueOrder::default()
        }
    }

    /// Makes the documents, every file sound.
    fn issue(&self, order: &IssueOrder) -> IssuedView {
        let issued = issue_documents(&self.desk, order, autumn()).unwrap();
        for file in &issued.files {
            let bytes = std::fs::read(order.folder.join(&file.name)).unwrap();
            assert_eq!(pdf::check(&bytes), [], "{}", file.name);
        }
        issued
    }

    fn convention(&self) -> DocumentRow {
        let view = open_dossier(&self.desk, &self.id, autumn()).unwrap();
        let mut rows = view.documents.into_iter();
        rows.find(|row| row.key == "convention").unwrap()
    }
}

fn paris(folder: &Path, count: usize) -> std::path::PathBuf {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../assets/examples/colleges-paris-2012.json"
    );
    let text = std::fs::read_to_string(file).unwrap();
    let mut json: serde_json::Value = serde_json::from_str(&text).unwrap();
    json["ecoles"].as_array_mut().unwrap().truncate(count);
    let cut = folder.join("paris.json");
    std::fs::write(&cut, json.to_string()).unwrap();
    cut
}

fn names(issued: &IssuedView) -> Vec<&str> {
    issued.files.iter().map(|file| file.name.as_str()).collect()
}

#[test]
fn the_convention_of_each_establishment_and_the_file_that_holds_them() {
    let room = Room::new(2);
    let order = IssueOrder {
        print_file: true,
        ..room.order(&["texte-annexe", "convention"])
    };
    let issued = room.issue(&order);
    assert_eq!(
        names(&issued),
        [
            "2012-dasco-37g-texte-annexe.pdf",
            "2012-dasco-37g-convention-0990101x-exemplaires.pdf",
            "2012-dasco-37g-convention-0990108e-exemplaires.pdf",
            "2012-dasco-37g-convention-exemplaires.pdf",
        ]
    );
    let pages: Vec<u32> = issued.files.iter().map(|file| file.pages).collect();
    assert_eq!(pages[3], pages[1] + pages[2]);
    assert_eq!((issued.shares, issued.refused.len()), (2, 0));
    let row = room.convention();
    let made = row.shares.iter().filter(|share| !share.issued.is_empty());
    assert_eq!(made.count(), 2, "the store knows that each was made final");
}

#[test]
fn one_refused_keeps_none_of_the_others_and_is_made_later_alone() {
    let room = Room::new(3);
    let right = "0990108E";
    room.set("ecoles/c02/uai", "0990108A");
    let row = room.convention();
    assert!(row.ready, "two of three can be made");
    let stopped: Vec<u32> = row.shares.iter().map(|share| share.stopped).collect();
    assert_eq!(stopped, [0, 1, 0]);
    let issued = room.issue(&room.order(&["convention"]));
    assert_eq!(
        names(&issued),
        [
            "2012-dasco-37g-convention-0990101x-exemplaires.pdf",
            "2012-dasco-37g-convention-0990115m-exemplaires.pdf",
        ],
        "no file to print unless it is asked for"
    );
    assert_eq!(issued.shares, 2);
    let [refused] = issued.refused.as_slice() else {
        panic!("{:?}", issued.refused);
    };
    assert_eq!(
        (refused.path.as_str(), refused.reasons[0].path.as_str()),
        ("ecoles/c02", "ecoles/c02/uai")
    );
    assert!(
        refused.reasons[0].sentence.contains("lettre"),
        "{refused:?}"
    );

    room.set("ecoles/c02/uai", right);
    let left = SharesWanted {
        document: "convention".to_owned(),
        shares: vec!["c02".to_owned()],
    };
    let order = IssueOrder {
        shares: vec![left],
        ..room.order(&["convention"])
    };
    let issued = room.issue(&order);
    assert_eq!(
        names(&issued),
        ["2012-dasco-37g-convention-0990108e-exemplaires.pdf"]
    );
    let row = room.convention();
    assert!(
        row.shares
            .iter()
            .all(|share| share.issued.ends_with("version 1")),
        "{row:?}"
    );
    let again = room.issue(&order);
    assert_eq!(again.shares, 1);
    let issued: Vec<bool> = room
        .convention()
        .shares
        .iter()
        .map(|share| share.issued.ends_with("version 2"))
        .collect();
    assert_eq!(issued, [false, true, false], "each has its own editions");
}

#[test]
fn nothing_is_noted_when_all_are_refused() {
    let room = Room::new(1);
    room.set("ecoles/c01/uai", "0990101A");
    let issued = room.issue(&room.order(&["convention"]));
    assert_eq!(
        (issued.files.len(), issued.shares, issued.refused.len()),
        (0, 0, 1)
    );
    assert!(room.convention().shares[0].issued.is_empty());
}

#[test]
fn a_draft_is_made_of_each_whatever_stops_it() {
    let room = Room::new(2);
    room.set("ecoles/c01/uai", "0990101A");
    let order = IssueOrder {
        draft: true,
        ..room.order(&["convention"])
    };
    let issued = room.issue(&order);
    assert_eq!((issued.shares, issued.refused.len()), (2, 0));
    assert!(
        room.convention()
            .shares
            .iter()
            .all(|share| share.issued.is_empty())
    );
}
