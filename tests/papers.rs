//! The papers of the example as a reader's program sees them: the tags of each document, and the objects of each file.
//! With 1, 6 and 40 schools, and with every optional part there or not: for these, what differs from the example.
//!
//! `UPDATE_EXPECT=1` writes the texts of `fixtures/papers/` anew; they are read before they are kept.

use base64::Engine;
use domain::dossier::Dossier;
use expect_test::expect_file;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::LazyLock;
use tests::dossiers::{add, by_hand, example, example_of, put, take};
use tests::lines::difference;
use tests::objects::{Named, objects};
use tests::papers::{Asked, DOCUMENTS, Paper, keep, made, pages};
use tests::readers::{bare, words_of_structure};

/// What is compared of a file.
struct Seen {
    bytes: Vec<u8>,
    tags: String,
    objects: String,
    /// Where it waits for the judges; none when it is, to the byte, a paper of the example.
    file: Option<PathBuf>,
}

/// The papers of the example, by name.
static EXAMPLE: LazyLock<BTreeMap<String, Seen>> =
    LazyLock::new(|| all_seen(EXAMPLE_CASE, &example(), Asked::default()));

const EXAMPLE_CASE: &str = "exemple";

/// Makes papers and has each of them judged; what is seen of each, by name.
#[track_caller]
fn all_seen(case: &str, dossier: &Dossier, asked: Asked<'_>) -> BTreeMap<String, Seen> {
    let papers = made(dossier, asked)
        .unwrap_or_else(|problem| panic!("{case}: {}", app::fr::problem(&problem)));
    let seen = |paper: Paper| {
        let Paper { name, bytes } = paper;
        let known =
            case != EXAMPLE_CASE && EXAMPLE.get(&name).is_some_and(|seen| seen.bytes == bytes);
        let file = (!known).then(|| keep(&format!("papers/{case}/{name}"), &bytes));
        let tags = pdf::tags(&bytes).expect("a paper has tags");
        let objects = objects(&bytes, Named::ByKind);
        (
            name,
            Seen {
                bytes,
                tags,
                objects,
                file,
            },
        )
    };
    papers.into_iter().map(seen).collect()
}

/// Poppler, going through the structure, reads in each original the words that were set, and no other.
#[track_caller]
fn poppler_reads_what_was_set(case: &str, dossier: &Dossier, asked: Asked<'_>) {
    for (name, seen) in &all_seen(case, dossier, asked) {
        let file = seen.file.as_ref();
        let Some(words) = file.and_then(|file| words_of_structure(file)) else {
            continue;
        };
        let once = bare(&pages(dossier, document_of(name), asked.draft).text());
        let originals = seen.tags.matches("\n  Part\n").count();
        assert_eq!(bare(&words), once.repeat(originals), "{case}, {name}");
    }
}

/// The key of the document that a file holds.
fn document_of(name: &str) -> &'static str {
    let holds = |document: &&&str| name.contains(**document);
    DOCUMENTS
        .iter()
        .find(holds)
        .expect("a document of the modèle")
}

/// The file of a document among those of the example.
fn example_paper(document: &str) -> &'static Seen {
    let mut papers = EXAMPLE
        .iter()
        .filter(|(name, _)| document_of(name) == document);
    papers.next().expect("the example has it").1
}

/// The tags of the first original; the others must say the same, whatever the pages of their links.
fn one_original(tags: &str) -> String {
    let parts: Vec<&str> = tags
        .split("\n  Part\n")
        .skip(1)
        .map(str::trim_end)
        .collect();
    let unpaged = |part: &str| -> Vec<String> {
        let cut = |line: &str| line.split(" → page ").next().unwrap_or_default().to_owned();
        part.lines().map(cut).collect()
    };
    let first = unpaged(parts.first().expect("there is an original"));
    assert!(
        parts.iter().all(|part| unpaged(part) == first),
        "originals say the same"
    );
    format!("Document\n  Part\n{}\n", parts[0])
}

#[test]
fn the_tags_of_the_example() {
    for document in ["note-synthese", "projet-deliberation", "convention"] {
        let tags = one_original(&example_paper(document).tags);
        expect_file![format!("fixtures/papers/exemple-{document}.tags.txt")].assert_eq(&tags);
    }
    let (act, annexed) = ["convention", "texte-annexe"]
        .map(|document| one_original(&example_paper(document).tags))
        .into();
    expect_file!["fixtures/papers/exemple-texte-annexe.tags.txt"]
        .assert_eq(&difference(&act, &annexed));
}

#[test]
fn the_objects_of_the_example() {
    let asked = Asked {
        separate: true,
        ..Asked::default()
    };
    let papers = made(&example(), asked).expect("the example is made");
    for name in [
        "note-synthese",
        "projet-deliberation",
        "convention-exemplaire-1",
    ] {
        let paper = papers
            .iter()
            .find(|paper| paper.name.contains(name))
            .expect("it is made");
        let said = objects(&paper.bytes, Named::ByRank);
        expect_file![format!("fixtures/papers/exemple-{name}.objects.txt")].assert_eq(&said);
    }
}

/// Writes down what differs from the example in each paper; something must.
#[track_caller]
fn differs(case: &str, dossier: &Dossier, asked: Asked<'_>) {
    let mut out = String::new();
    for (name, seen) in all_seen(case, dossier, asked) {
        let example = example_paper(document_of(&name));
        let tags = difference(&one_original(&example.tags), &one_original(&seen.tags));
        let objects = difference(&example.objects, &seen.objects);
        for (what, said) in [("balises", tags), ("objets", objects)] {
            if !said.is_empty() {
                out.push_str(&format!("== {name}, {what}\n{said}\n"));
            }
        }
    }
    assert!(!out.is_empty(), "{case} changes nothing");
    expect_file![format!("fixtures/papers/{case}.txt")].assert_eq(&out);
}

#[test]
fn poppler_reads_the_words_of_the_example_and_no_other() {
    poppler_reads_what_was_set(EXAMPLE_CASE, &example(), Asked::default());
    let annexed = Asked {
        only: &["texte-annexe"],
        ..Asked::default()
    };
    poppler_reads_what_was_set("quarante-ecoles-lues", &example_of(40), annexed);
    let draft = Asked {
        only: &["projet-deliberation", "note-synthese"],
        draft: true,
        ..Asked::default()
    };
    poppler_reads_what_was_set("vide-lu", &empty(), draft);
}

/// A dossier in which nothing is typed yet.
fn empty() -> Dossier {
    Dossier {
        template: example().template,
        ..Dossier::default()
    }
}

#[test]
fn one_school_and_forty() {
    differs("une-ecole", &example_of(1), Asked::default());
    differs("quarante-ecoles", &example_of(40), Asked::default());
}

macro_rules! options {
    ($($name:ident |$dossier:ident| $change:block)*) => {
        $(#[test]
        fn $name() {
            let mut $dossier = example();
            $change
            differs(&stringify!($name).replace('_', "-"), &$dossier, Asked::default());
        })*
    };
}

options! {
    sans_ecole_primaire |d| { take(&mut d, "ecoles", "les-renards"); }
    ecole_d_une_autre_commune |d| { put(&mut d, "ecoles/le-parc/commune", "Bagneux"); }
    liste_arretee |d| { put(&mut d, "champs/liste_arretee_le", "2026-11-01"); }
    logo |d| { put(&mut d, "collectivite/logo", &base64::engine::general_purpose::STANDARD.encode(picture())); }
    logo_dessine |d| {
        let drawn = include_bytes!("fixtures/logo.svg");
        put(&mut d, "collectivite/logo", &base64::engine::general_purpose::STANDARD.encode(drawn));
    }
    texte_accepte |d| {
        put(&mut d, "convention/accepte_par", "le service juridique du rectorat");
        put(&mut d, "convention/accepte_le", "2026-11-02");
    }
    rectrice_nommee |d| {
        put(&mut d, "signataires/rectrice/prenom", "Odile");
        put(&mut d, "signataires/rectrice/nom", "Perrin");
    }
    academie_par_delegation |d| {
        put(&mut d, "signataires/rectrice/fonction", "dasen");
        put(&mut d, "signataires/rectrice/prenom", "Odile");
        put(&mut d, "signataires/rectrice/nom", "Perrin");
        put(&mut d, "signataires/rectrice/par_delegation", "oui");
        put(&mut d, "signataires/rectrice/acte_delegation", "arrêté n° 2026-3 du 5 janvier 2026");
    }
    adjoint_par_delegation |d| {
        put(&mut d, "signataires/maire/fonction", "adjoint");
        put(&mut d, "signataires/maire/par_delegation", "oui");
        put(&mut d, "signataires/maire/acte_delegation", "arrêté n° 2026-12 du 3 avril 2026");
    }
    titre_imprime |d| { put(&mut d, "signataires/maire/titre", "Madame le Maire"); }
    numero_a_la_main |d| { by_hand(&mut d, "deliberation/numero"); }
    date_et_lieu_a_la_main |d| { by_hand(&mut d, "convention/lieu"); }
    date_dite |d| { put(&mut d, "convention/date", "2027-01-04"); }
    trois_originaux |d| {
        put(&mut d, "convention/exemplaires", "3");
        put(&mut d, "convention/motif_exemplaires", "La circonscription en garde un.");
    }
    un_original |d| {
        put(&mut d, "convention/exemplaires", "1");
        put(&mut d, "convention/motif_exemplaires", "L’académie garde une copie.");
    }
    petite_commune |d| { put(&mut d, "collectivite/population", "900"); }
    subvention |d| {
        put(&mut d, "champs/subvention", "1500");
        put(&mut d, "champs/subvention_origine", "de l’appel à projets du plan de relance numérique");
    }
    sans_depense |d| { put(&mut d, "champs/depense_annuelle", ""); }
    sans_second_correspondant |d| { take(&mut d, "contacts", "technique-2"); }
    annuaire_tout_a_la_main |d| {
        for question in ["prefixe", "type", "initialisation", "zip", "zip_nom", "bordereau", "sftp"] {
            by_hand(&mut d, &format!("champs/aaf_{question}"));
        }
    }
    annuaire_sans_archive |d| {
        for (question, answer) in [("type", "delta"), ("initialisation", "a_part"), ("zip", "non"), ("zip_nom", ""), ("bordereau", "non"), ("sftp", "non")] {
            put(&mut d, &format!("champs/aaf_{question}"), answer);
        }
    }
    un_an |d| {
        put(&mut d, "champs/duree_annees", "1");
        let reason = [("constat", "duree-modele"), ("champ", "champs/duree_annees"), ("motif", "Accepté par le rectorat.")];
        add(&mut d, "motifs", "duree", &reason);
    }
}

/// A picture of a few points.
fn picture() -> Vec<u8> {
    let (mut bytes, side) = (Vec::new(), 8_u32);
    let mut encoder = png::Encoder::new(&mut bytes, side, side);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().expect("a header");
    let points: Vec<u8> = (0..side * side)
        .flat_map(|rank| [(rank * 4) as u8, 40, 120, 255])
        .collect();
    writer.write_image_data(&points).expect("the points");
    writer.finish().expect("the end");
    bytes
}

/// A draft bears its mark outside the text: a screen reader goes through the same tags, the box of a blank included.
#[test]
fn a_draft_has_the_tags_of_the_fair_copy() {
    let drafts = all_seen(
        "projet",
        &example(),
        Asked {
            draft: true,
            ..Asked::default()
        },
    );
    assert_eq!(drafts.len(), DOCUMENTS.len());
    for (name, draft) in drafts {
        assert_eq!(draft.tags, EXAMPLE[&name].tags, "{name}");
        assert_eq!(draft.objects, EXAMPLE[&name].objects, "{name}");
    }
}

/// A draft of a dossier where all is missing says what is missing where it stands.
#[test]
fn a_draft_of_nothing() {
    for (name, draft) in all_seen(
        "vide",
        &empty(),
        Asked {
            draft: true,
            ..Asked::default()
        },
    ) {
        let document = document_of(&name);
        expect_file![format!("fixtures/papers/vide-{document}.tags.txt")]
            .assert_eq(&one_original(&draft.tags));
    }
}

/// A file of its own for each original: its tags are those of a part of the file that holds both.
#[test]
fn separate_originals_have_the_tags_of_the_pair() {
    let separate = all_seen(
        "separes",
        &example(),
        Asked {
            only: &["convention"],
            separate: true,
            ..Asked::default()
        },
    );
    assert_eq!(separate.len(), 2);
    for (name, original) in separate {
        let tags = one_original(&original.tags);
        assert_eq!(
            tags,
            one_original(&example_paper("convention").tags),
            "{name}"
        );
        assert_eq!(original.tags.matches("\n    H1 ").count(), 1, "{name}");
    }
}

/// One first title an original, no level skipped, whatever the options: read again here on every golden text.
#[test]
fn every_original_has_one_first_title_and_skips_no_level() {
    for (name, seen) in EXAMPLE.iter() {
        for part in seen.tags.split("\n  Part\n").skip(1) {
            let titles: Vec<u32> = part.lines().filter_map(level).collect();
            assert_eq!(
                titles.iter().filter(|level| **level == 1).count(),
                1,
                "{name}"
            );
            assert_eq!(titles.first(), Some(&1), "{name}");
            assert!(
                titles.windows(2).all(|pair| pair[1] <= pair[0] + 1),
                "{name}: {titles:?}"
            );
        }
    }
}

/// The level of a title's line.
fn level(line: &str) -> Option<u32> {
    let rest = line.trim_start().strip_prefix('H')?;
    rest.split(' ').next()?.parse().ok()
}
