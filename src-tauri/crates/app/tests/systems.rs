//! The window opens, edits and previews a dossier of every modèle: its rail, sections and questions come from the
//! modèle alone, and no screen knows which one it is.

#![allow(missing_docs, clippy::unwrap_used)]

use app::view::{DossierView, Gesture, Typed};
use app::{Desk, act, create_dossier, home, import_file, open_dossier, preview_document};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use expect_test::{Expect, expect};
use std::path::Path;

fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 22)
        .unwrap()
        .and_time(NaiveTime::MIN)
}

/// The rail and its groups, a line a section.
fn rail(view: &DossierView) -> String {
    let line = |section: &app::view::Section| {
        let groups = section.groups.iter().map(|group| {
            let columns = group.list.as_ref().map_or(0, |list| list.columns.len());
            format!("{} {}+{columns}", group.key, group.fields.len())
        });
        let groups: Vec<String> = groups.collect();
        format!("{}: {}", section.title, groups.join(", "))
    };
    let documents: Vec<&str> = view.documents.iter().map(|row| row.key.as_str()).collect();
    let lines: Vec<String> = view.sections.iter().map(line).collect();
    format!("{}\n-> {}", lines.join("\n"), documents.join(" "))
}

/// Opens an example, types its reference anew, and looks at each of its documents.
#[track_caller]
fn check(example: &str, expected: Expect) {
    let data = tempfile::tempdir().unwrap();
    let desk = Desk::open(Some(data.path()), now()).unwrap();
    let file = format!(
        "{}/../../../assets/examples/{example}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    import_file(&desk, Path::new(&file), now()).unwrap();
    let id = home(&desk, now()).unwrap().dossiers[0].id.clone();
    let view = open_dossier(&desk, &id, now()).unwrap();
    expected.assert_eq(&rail(&view));
    let fields = vec![Typed {
        path: "reference".into(),
        text: "2026-777".into(),
    }];
    let view = act(&desk, &id, Gesture::Set { fields }, now()).unwrap();
    assert_eq!(view.reference, "2026-777");
    for document in &view.documents {
        let preview = preview_document(&desk, &id, &document.key, now()).unwrap();
        assert!(!preview.pages.is_empty(), "{}", document.key);
    }
}

#[test]
fn a_commune_of_occitanie() {
    check(
        "pezenas",
        expect![[r#"
            Parties et signataires: partie-collectivite 16+0, partie-collectivite-communes 0+11, partie-region_academique 12+0
            Écoles: ecoles 0+6
            Contacts: referent_ville 6+0, comptable 6+0
            Participation: champs-tarif 1+0, champs-budget_chapitre 2+0, champs-titre_numero 4+0
            Convention: dossier 3+0, acte-cite 5+0, texte 3+0, fin 3+0, champs-adhesion 3+0, champs-portail 1+0, champs-mise_en_demeure_le 2+0, champs-lettres_ecoles_le 2+0, champs-passation_le 6+0, champs-fiche_rgpd 3+0
            Délibération: seance 7+0, apres-vote 6+0, chiffres 8+0, acte 2+0, champs-annees_autorisees 1+0
            -> note-synthese projet-deliberation convention-preparatoire fiche-saisie"#]],
    );
}

#[test]
fn an_accord() {
    check(
        "est-parisien-accord",
        expect![[r#"
            Parties et signataires: partie-association 14+0, partie-soutien 0+4, partie-collaboration 0+5, partie-academie 12+0
            Convention: dossier 3+0, acte-cite 5+0, texte 3+0, fin 4+0, champs-palier 1+0, champs-territoire 3+0, champs-reflexion 3+0, champs-duree_annees 2+0, champs-copil_le 6+0, champs-denonciation_le 3+0, champs-passation_le 6+0, champs-fiche_rgpd 3+0
            Délibération: seance 4+0
            -> decision accord"#]],
    );
}

#[test]
fn conventions_below_a_frame() {
    check(
        "est-parisien-departements",
        expect![[r#"
            Parties et signataires: collectivite 8+0, partie-union 0+8, partie-academie 12+0
            Convention: dossier 3+0, acte-cite 5+0, texte 3+0, fin 4+0, champs-palier 1+0, champs-territoire 3+0, champs-reflexion 3+0, champs-duree_annees 2+0, champs-copil_le 6+0, champs-denonciation_le 3+0, champs-passation_le 6+0, champs-fiche_rgpd 3+0
            Délibération: seance 4+0
            -> convention-departementale"#]],
    );
}

/// A new dossier of each modèle has a place for each party, and its first group is one's own.
#[test]
fn a_new_dossier_of_every_modele_opens() {
    let data = tempfile::tempdir().unwrap();
    let desk = Desk::open(Some(data.path()), now()).unwrap();
    for model in home(&desk, now()).unwrap().models {
        let view = create_dossier(&desk, &model.id, now()).unwrap();
        assert!(
            !view.sections.is_empty() && !view.documents.is_empty(),
            "{}",
            model.id
        );
        for section in &view.sections {
            let filled = section
                .groups
                .iter()
                .any(|group| !group.fields.is_empty() || group.list.is_some());
            assert!(
                filled,
                "{}: {} has nothing to fill",
                model.id, section.title
            );
        }
    }
}
