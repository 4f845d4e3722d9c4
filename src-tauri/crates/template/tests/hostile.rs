//! What a referent may type or paste: no value becomes text of the modèle, nothing stops the work.

#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use domain::dossier::Dossier;
use domain::record::Path;
use proptest::prelude::*;
use support::{DOCUMENTS, outline, put, today, versailles};
use template::{Template, check, draft, fill};

#[test]
fn a_value_never_becomes_markup() {
    let mut dossier = support::example();
    let typed = [
        "{{7*7}}",
        "**x**",
        "::: si vrai",
        "# titre",
        "[#objet]",
        "{{ reference }} | a |",
        "===",
        "- a",
    ];
    for text in typed {
        put(&mut dossier, "collectivite/nom", text);
        put(&mut dossier, "collectivite/nom_avec_article", text);
        put(&mut dossier, "ecoles/le-parc/nom", text);
        put(&mut dossier, "deliberation/objet", text);
        put(&mut dossier, "champs/editeur_ent", text);
        let plain = outline(&support::example(), "convention").lines().count();
        let filled = outline(&dossier, "convention");
        assert_eq!(filled.lines().count(), plain, "{text}");
        assert!(
            filled.contains(&format!("{{{text}←ecoles/le-parc/nom}}")),
            "{text} is printed as typed"
        );
        assert!(
            outline(&dossier, "projet-deliberation")
                .contains(&format!("{{**{text}**←deliberation/objet}}"))
        );
    }
}

#[test]
fn a_very_long_text_is_shown_short() {
    let mut dossier = support::example();
    put(&mut dossier, "collectivite/adresse", &"é".repeat(5_000_000));
    let outline = outline(&dossier, "convention");
    assert!(outline.len() < 60_000, "{} bytes", outline.len());
    let sheet = check(&dossier, &versailles(), today());
    assert!(sheet.ready(&["convention".to_owned()]).is_err());
}

/// Every field and question that a document of the modèle may print.
fn every_field(dossier: &Dossier, template: &Template) -> Vec<Path> {
    let mut paths = Vec::new();
    domain::record::walk(&dossier.sheet, &Path::new(""), &mut |path, _, _| {
        paths.push(path)
    });
    paths.extend(
        template
            .questions
            .iter()
            .map(|question| Path::new("champs").join(&question.key)),
    );
    paths
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever is typed wherever, documents are filled, the vérification answers, and what is `Ready` fills.
    #[test]
    fn nothing_typed_stops_the_work(typed in prop::collection::vec((any::<prop::sample::Index>(), "(\\PC|[{}*#:\n|]){0,40}"), 1..6)) {
        let (template, mut dossier) = (versailles(), support::example());
        let paths = every_field(&dossier, &template);
        for (at, text) in &typed {
            dossier.put(at.get(&paths), text);
        }
        let sheet = check(&dossier, &template, today());
        for document in DOCUMENTS {
            prop_assert!(draft(&template, &dossier, document, 1, today(), true).is_ok());
            if let Ok(ready) = sheet.ready(&[document.to_owned()]) {
                prop_assert!(fill(&template, &ready, document, 1).is_ok());
            }
        }
    }
}
