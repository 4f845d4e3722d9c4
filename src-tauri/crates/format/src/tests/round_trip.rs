//! What is read is written, what is written is read: nothing is lost, nothing is added.

use super::{file, told};
use crate::read::read_with;
use crate::upgrade::Step;
use crate::{form, read, write};
use domain::dossier::{Dossier, TemplateRef};
use domain::record::{Holds, Id, PartMut, Path, Record, RecordShape, walk};
use proptest::prelude::*;

/// What people, and those who wish us harm, may type in a field.
fn typed() -> impl Strategy<Value = String> {
    let known = [
        "",
        " ",
        "0921688K",
        "oui",
        "14/12/2026",
        "2026-2027",
        "maire",
        "01 99 00 12 34",
        "12",
        "n’est pas",
        "{{7*7}}",
    ];
    prop_oneof![
        3 => prop::sample::select(known.to_vec()).prop_map(str::to_owned),
        2 => any::<String>(),
        1 => "[a-z0-9 @.:é\"\\\\\n\t\u{0}-]{0,30}",
    ]
}

/// Every path of a dossier that has two items in each list.
fn leaf_paths(dossier: &Dossier) -> Vec<Path> {
    let mut paths = Vec::new();
    walk(&dossier.sheet, &Path::new(""), &mut |path, _, _| {
        paths.push(path)
    });
    paths
}

fn with_items(ids: &[&str]) -> Dossier {
    let mut dossier = Dossier {
        template: TemplateRef {
            id: "versailles-1d".into(),
            version: 3,
        },
        ..Dossier::default()
    };
    for field in Dossier::shape().fields {
        let Some(PartMut::List(list)) = dossier.sheet.part_mut(field.key) else {
            continue;
        };
        for (at, id) in ids.iter().enumerate() {
            assert!(list.insert(at, Id::new(id).unwrap()));
        }
    }
    dossier
}

fn dossier() -> impl Strategy<Value = Dossier> {
    let ids =
        prop::sample::subsequence(vec!["1", "2", "3", "1-2", "0198c3", "z"], 0..5).prop_shuffle();
    let answers = prop::collection::btree_map("[a-z0-9_]{1,12}", any::<String>(), 0..4);
    let followed = any::<bool>();
    (
        ids,
        answers,
        prop::collection::vec(typed(), 400),
        any::<u64>(),
        followed,
    )
        .prop_map(|(ids, answers, texts, hand, followed)| {
            let mut dossier = with_items(&ids);
            let paths = leaf_paths(&dossier);
            for (path, text) in paths.iter().zip(texts.iter().cycle()) {
                assert!(dossier.put(path, text));
            }
            answers
                .iter()
                .for_each(|(key, text)| assert!(dossier.put(&Path::new("champs").join(key), text)));
            dossier.by_hand = paths
                .into_iter()
                .enumerate()
                .filter(|(rank, _)| hand >> (rank % 64) & 7 == 1)
                .map(|(_, path)| path)
                .collect();
            dossier.by_hand.sort();
            if followed {
                dossier.before = Some(Box::new(dossier.clone()));
            }
            dossier
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_written_reads_back_the_same(dossier in dossier()) {
        let text = write(&dossier);
        let back = read(&text).map_err(|errors| TestCaseError::fail(told(&errors)))?;
        prop_assert_eq!(&back, &dossier);
        prop_assert_eq!(write(&back), text);
    }

    #[test]
    fn the_form_reads_back_the_same(dossier in dossier()) {
        prop_assert_eq!(read(&form(&dossier, ["editeur_ent", "duree"])), Ok(dossier));
    }

    #[test]
    fn no_text_breaks_the_reader(text in any::<String>(), cut in any::<prop::sample::Index>(), put in "[{}\\[\\]\":,0-9a-z\\\\]{0,3}") {
        let _ = read(&text);
        let mut whole: Vec<char> = write(&with_items(&["1"])).chars().collect();
        let at = cut.index(whole.len());
        whole.splice(at..(at + 2).min(whole.len()), put.chars());
        let _ = read(&whole.into_iter().collect::<String>());
    }
}

#[test]
fn items_without_an_id_are_named_by_their_rank() {
    let dossier = read(&file(r#""ecoles":[{},{"id":"1"},{"id":"x"},{"nom":"d"}]"#)).unwrap();
    let ids: Vec<String> = dossier
        .ids("ecoles")
        .iter()
        .map(|id| id.as_str().to_owned())
        .collect();
    assert_eq!(ids, ["1-2", "1", "x", "4"]);
    assert_eq!(dossier.typed(&Path::new("ecoles/4/nom")), "d");
}

#[test]
fn a_value_that_does_not_read_is_kept_letter_for_letter() {
    let dossier = read(&file(
        r#""ecoles":[{"uai":" 0921688Z"}],"champs":{"duree":"  "}"#,
    ))
    .unwrap();
    let uai = dossier.leaf(&Path::new("ecoles/1/uai")).unwrap();
    assert_eq!(uai.typed(), " 0921688Z");
    assert!(uai.why().is_some());
    assert_eq!(dossier.answers["duree"], "  ");
}

#[test]
fn a_byte_order_mark_is_forgiven() {
    let text = file("\"titre\":\"École\"");
    assert_eq!(read(&format!("\u{feff}{text}")), read(&text));
}

#[test]
fn an_earlier_version_is_brought_to_today_step_by_step() {
    let renamed: Step = |value| {
        let old = value
            .as_object_mut()
            .and_then(|file| file.remove("libelle"));
        value["titre"] = old.unwrap_or_default();
    };
    let exclaimed: Step =
        |value| value["titre"] = format!("{}!", value["titre"].as_str().unwrap_or("")).into();
    let read_at = |version: u32, key: &str| {
        let text = format!(
            "{{\"format\":{version},\"modele\":{{\"id\":\"x\",\"version\":1}},\"{key}\":\"Dossier\"}}"
        );
        read_with(&text, &[renamed, exclaimed]).map(|dossier| dossier.typed(&Path::new("titre")))
    };
    assert_eq!(read_at(1, "libelle"), Ok("Dossier!".into()));
    assert_eq!(read_at(2, "titre"), Ok("Dossier!".into()));
    assert_eq!(read_at(3, "titre"), Ok("Dossier".into()));
    assert!(read_at(4, "titre").is_err());
}

/// The format adds keys of its own: a declared field that took one of them could not be read.
#[test]
fn no_declared_key_is_one_of_the_formats_own() {
    fn look(shape: &RecordShape, reserved: &[&str]) {
        for field in shape.fields {
            assert!(!reserved.contains(&field.key), "{}", field.key);
            match field.holds {
                Holds::Leaf(_) => {}
                Holds::Record(below) => look(below, &[]),
                Holds::List(below) => look(below, &["id"]),
            }
        }
    }
    look(
        Dossier::shape(),
        &["format", "modele", "champs", "a_la_main", "avant"],
    );
}

#[test]
fn a_dossier_keeps_the_one_that_it_follows() {
    let followed =
        r#""titre":"b","avant":{"format":1,"modele":{"id":"x","version":1},"titre":"a"}"#;
    let dossier = read(&file(followed)).unwrap();
    let before = dossier.before.as_deref().unwrap();
    assert_eq!(before.typed(&Path::new("titre")), "a");
    assert_eq!(read(&write(&dossier)), Ok(dossier));
}

/// Each file says its own version: the one that is followed may be older than the one that follows it.
#[test]
fn a_dossier_that_is_followed_is_brought_to_today_too() {
    let renamed: Step = |value| {
        let old = value
            .as_object_mut()
            .and_then(|file| file.remove("libelle"));
        value["titre"] = old.unwrap_or_default();
    };
    let text = r#"{"format":2,"modele":{"id":"x","version":1},"titre":"b",
        "avant":{"format":1,"modele":{"id":"x","version":1},"libelle":"a"}}"#;
    let dossier = read_with(text, &[renamed]).unwrap();
    let before = dossier.before.unwrap();
    assert_eq!(before.typed(&Path::new("titre")), "a");
}
