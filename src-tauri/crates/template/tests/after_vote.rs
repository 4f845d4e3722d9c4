//! What a commune of the académie de Versailles needs once the council has voted: the register, the sending and what it
//! counts, the message; and, when the académie gave its own text, what is to be copied into it.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

use document::{Block, Document, Inline};
use domain::dossier::Dossier;
use expect_test::expect_file;
use support::{add, example, example_of, put, today, versailles};
use template::{Edition, FillError, Piece, check, draft, fill, message};

fn voted() -> Dossier {
    example_of("fontenay-apres-vote")
}

fn supplied() -> Dossier {
    let mut dossier = example();
    put(&mut dossier, "convention/texte", "fourni");
    put(&mut dossier, "convention/texte_fourni/fichier", "texte.pdf");
    put(&mut dossier, "convention/texte_fourni/pages", "9");
    dossier
}

fn outline(dossier: &Dossier, key: &str) -> String {
    draft(&versailles(), dossier, key, 1, today(), false)
        .unwrap()
        .outline()
}

/// Which of the documents a dossier has, and which are made unless one says otherwise.
fn documents(dossier: &Dossier) -> (Vec<String>, Vec<String>) {
    let template = versailles();
    let there = template.documents_of(dossier).into_iter();
    let there = there.map(|document| document.key.clone()).collect();
    (
        there,
        check(dossier, &template, today()).proposed(&template),
    )
}

#[test]
fn the_extract_of_the_register_is_the_text_that_the_council_received() {
    expect_file!["golden/apres-vote-deliberation.txt"]
        .assert_eq(&outline(&voted(), "deliberation"));
    let articles = |key: &str| {
        let text = outline(&voted(), key);
        let articles = text
            .lines()
            .filter(|line| line.contains("Article ") || line.contains("Vu "));
        articles.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(articles("deliberation"), articles("projet-deliberation"));
}

#[test]
fn a_council_is_unanimous_only_when_nobody_votes_against() {
    let mut dossier = voted();
    assert!(outline(&dossier, "deliberation").contains("à l’unanimité des suffrages exprimés"));
    put(&mut dossier, "deliberation/pour", "33");
    put(&mut dossier, "deliberation/contre", "1");
    assert!(outline(&dossier, "deliberation").contains("à la majorité des suffrages exprimés"));
}

#[test]
fn the_extract_waits_for_the_vote_and_stops_nothing_else() {
    let mut dossier = voted();
    put(&mut dossier, "deliberation/presents", "");
    let (there, proposed) = documents(&dossier);
    assert!(there.iter().any(|key| key == "deliberation"));
    assert!(
        !proposed.iter().any(|key| key == "deliberation"),
        "{proposed:?}"
    );
    assert!(proposed.iter().any(|key| key == "bordereau"));
    let sheet = check(&dossier, &versailles(), today());
    assert!(sheet.ready(&proposed).is_ok());
    assert_eq!(sheet.pieces("bordereau"), ["convention"]);
    assert!(sheet.ready(&["deliberation".to_owned()]).is_err());
}

#[test]
fn names_and_pouvoirs_are_as_many_as_the_figures_say() {
    let mut dossier = voted();
    let codes = |dossier: &Dossier| {
        let sheet = check(dossier, &versailles(), today());
        let codes = sheet.findings.iter().map(|placed| placed.finding.key().0);
        codes
            .filter(|code| code.starts_with("liste-des-"))
            .collect::<Vec<_>>()
    };
    assert!(codes(&dossier).is_empty());
    put(
        &mut dossier,
        "deliberation/liste_presents",
        "Mme Delorme, M. Barral",
    );
    assert_eq!(codes(&dossier), ["liste-des-presents"]);
    put(&mut dossier, "deliberation/liste_pouvoirs", "Mme Albaret");
    assert_eq!(
        codes(&dossier),
        ["liste-des-presents", "liste-des-pouvoirs"]
    );
}

#[test]
fn the_service_of_the_assembly_may_write_the_act_instead() {
    let (there, _) = documents(&example());
    assert!(!there.iter().any(|key| key == "deliberation"), "{there:?}");
}

fn piece(key: &str, copies: u32, pages_each: u32) -> Piece {
    Piece {
        key: key.to_owned(),
        title: format!("Pièce {key}"),
        copies,
        pages_each,
    }
}

#[test]
fn the_bordereau_says_what_was_counted() {
    let (template, dossier) = (versailles(), voted());
    let sheet = check(&dossier, &template, today());
    let ready = sheet.ready(&["bordereau".to_owned()]).unwrap();
    assert_eq!(ready.pieces("bordereau"), ["convention", "deliberation"]);
    let edition = Edition {
        number: 1,
        pieces: Some(vec![piece("convention", 2, 6), piece("deliberation", 1, 3)]),
        ..Edition::default()
    };
    let made = fill(&template, &ready, "bordereau", edition).unwrap();
    expect_file!["golden/apres-vote-bordereau.txt"].assert_eq(&made.outline());
    let totals = made.blocks.iter().find_map(|block| match block {
        Block::Table(table) => table.totals.first(),
        _ => None,
    });
    let words: Vec<String> = totals
        .unwrap()
        .cells
        .iter()
        .map(|cell| words(cell))
        .collect();
    assert_eq!(words, ["Total", "", "3", "", "15"]);
}

fn words(cell: &[Inline]) -> String {
    let word = |inline: &Inline| match inline {
        Inline::Text(text) => text.words.clone(),
        _ => String::new(),
    };
    cell.iter().map(word).collect()
}

#[test]
fn what_goes_with_a_sending_must_be_fit_to_go() {
    let mut dossier = voted();
    put(&mut dossier, "ecoles/le-parc/uai", "0921688A");
    let sheet = check(&dossier, &versailles(), today());
    assert!(
        sheet.ready(&["bordereau".to_owned()]).is_err(),
        "the originals are blocked"
    );
}

#[test]
fn schools_of_two_circonscriptions_have_one_addressee_and_others_in_copy() {
    let mut dossier = voted();
    let bare = outline(&dossier, "bordereau");
    assert!(!bare.contains("Copie du présent envoi"), "{bare}");
    put(&mut dossier, "ecoles/le-parc/circonscription", "Sceaux");
    put(
        &mut dossier,
        "ecoles/les-ormeaux/circonscription",
        "Fontenay-aux-Roses",
    );
    put(
        &mut dossier,
        "champs/courriels_copie",
        "a@exemple.fr, b@exemple.fr",
    );
    let told = outline(&dossier, "bordereau");
    assert!(told.contains("circonscription de Sceaux"), "{told}");
    let ready = check(&dossier, &versailles(), today()).ready(&["courriel-ien".to_owned()]);
    let sent = message(&versailles(), &ready.unwrap(), "courriel-ien", 1.into()).unwrap();
    assert_eq!(sent.to, ["ien.fontenay@exemple.fr"]);
    assert_eq!(sent.copies, ["a@exemple.fr", "b@exemple.fr"]);
    assert!(
        sent.text
            .contains("en copie, à la circonscription de Sceaux"),
        "{}",
        sent.text
    );
}

#[test]
fn an_address_in_copy_that_does_not_read_blocks_the_message_alone() {
    let mut dossier = voted();
    put(&mut dossier, "champs/courriels_copie", "a@exemple.fr, b@");
    let sheet = check(&dossier, &versailles(), today());
    assert!(sheet.ready(&["courriel-ien".to_owned()]).is_err());
    assert!(
        sheet
            .ready(&["convention".to_owned(), "bordereau".to_owned()])
            .is_ok()
    );
}

#[test]
fn a_message_is_only_made_of_what_was_checked() {
    let dossier = voted();
    let sheet = check(&dossier, &versailles(), today());
    let ready = sheet.ready(&["convention".to_owned()]).unwrap();
    let refused = message(&versailles(), &ready, "courriel-ien", 1.into());
    assert!(matches!(refused, Err(FillError::NotReady(_))));
}

fn entries(document: &Document) -> Vec<(String, String)> {
    let groups = document.blocks.iter().filter_map(|block| match block {
        Block::Entries(entries) => Some(entries),
        _ => None,
    });
    let rows = groups.flat_map(|group| &group.rows);
    rows.map(|row| (words(&row.name), words(&row.value)))
        .collect()
}

#[test]
fn a_supplied_text_has_its_sheet_and_blocks_nothing() {
    let dossier = supplied();
    let (there, proposed) = documents(&dossier);
    assert!(there.iter().any(|key| key == "fiche-de-report"));
    let sheet = check(&dossier, &versailles(), today());
    assert!(sheet.ready(&proposed).is_ok(), "{:?}", sheet.findings);
    assert!(
        !documents(&example())
            .0
            .iter()
            .any(|key| key == "fiche-de-report")
    );
    expect_file!["golden/fiche-de-report.txt"].assert_eq(&outline(&dossier, "fiche-de-report"));
}

#[test]
fn the_sheet_has_a_row_for_each_cell_of_each_school() {
    let mut dossier = supplied();
    let rows = |dossier: &Dossier| {
        let made = draft(&versailles(), dossier, "fiche-de-report", 1, today(), false);
        entries(&made.unwrap())
    };
    let six = rows(&dossier);
    add(&mut dossier, "ecoles", "une-de-plus");
    put(
        &mut dossier,
        "ecoles/une-de-plus/nom",
        "École primaire La Fontaine",
    );
    put(&mut dossier, "ecoles/une-de-plus/uai", "0921688K");
    let seven = rows(&dossier);
    assert_eq!(seven.len(), six.len() + 4);
    let last = ("École 7, UAI".to_owned(), "0921688K".to_owned());
    assert!(seven.contains(&last) && !six.contains(&last));
}

#[test]
fn what_every_school_takes_from_the_commune_is_asked_for_once() {
    let mut dossier = example();
    put(&mut dossier, "collectivite/nom", "");
    put(&mut dossier, "academie/circonscription", "");
    let sheet = check(&dossier, &versailles(), today());
    let keys = sheet.findings.iter().map(|placed| placed.finding.key());
    let missing: Vec<String> = keys
        .filter(|(code, _)| code == "champ-vide")
        .map(|(_, path)| path.to_string())
        .collect();
    assert!(
        missing.iter().any(|path| path == "collectivite/nom"),
        "{missing:?}"
    );
    assert!(
        !missing.iter().any(|path| path.starts_with("ecoles/")),
        "{missing:?}"
    );
}
