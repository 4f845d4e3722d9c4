//! The systems beside Versailles, from their example to the words of their PDFs: each file passes our checker and is
//! left for the judges, and every value that the public text asks for is found in what a reader's program reads.

use expect_test::expect;
use tests::command::run;
use tests::dossiers::{add, put, shipped};
use tests::house;
use tests::said::{is_silent, made, says};

#[test]
fn a_commune_of_occitanie_joins() {
    let files = made("systems/pezenas", &shipped("pezenas"), &[], "2023-11-06");
    let common = [
        "Pézenas",
        "45,00 €",
        "135,00 €",
        "cent trente-cinq euros",
        "2023-2024",
    ];
    for end in [
        "note-synthese.pdf",
        "projet-deliberation.pdf",
        "convention-preparatoire.pdf",
    ] {
        says(&files, end, &common);
    }
    let schools = ["0340593K", "0341662X", "0340592J"];
    let band = ["À NE PAS SIGNER"];
    says(&files, "convention-preparatoire.pdf", &schools);
    says(
        &files,
        "convention-preparatoire.pdf",
        &[
            "1, place des Exemples",
            "M. Basile Courtade, maire",
            "titre de perception",
            "DNMA",
            "directeur de publication",
            "1er septembre 2024",
            "tribunal administratif de Montpellier",
        ],
    );
    says(&files, "fiche-saisie.pdf", &schools);
    says(
        &files,
        "fiche-saisie.pdf",
        &["213 401 995", "01 99 00 34 20"],
    );
    says(
        &files,
        "projet-deliberation.pdf",
        &[
            "chapitre 65, article 65568",
            "trois années scolaires",
            "crédits inscrits",
        ],
    );
    is_silent(&files, "projet-deliberation.pdf", &band);
    is_silent(&files, "note-synthese.pdf", &band);
    is_silent(
        &files,
        "convention-preparatoire.pdf",
        &["Signature et cachet"],
    );
}

/// In a grouping, each commune has its own file, with its schools alone and what they cost.
#[test]
fn a_grouping_gives_a_convention_to_each_commune() {
    let mut dossier = shipped("pezenas");
    put(&mut dossier, "collectivite/type", "syndicat_intercommunal");
    put(
        &mut dossier,
        "collectivite/nom",
        "Syndicat scolaire de l’Exemple",
    );
    for (id, commune, siren) in [
        ("maire", "Pézenas", "213401995"),
        ("autre", "Castelfiction", "219909900"),
    ] {
        if id != "maire" {
            let mayor = [
                ("partie", "collectivite"),
                ("fonction", "maire"),
                ("civilite", "Mme"),
                ("prenom", "Lison"),
                ("nom", "Barthès"),
            ];
            add(&mut dossier, "signataires", id, &mayor);
        }
        let at = format!("signataires/{id}");
        for (key, typed) in [
            ("organisme", commune),
            ("adresse", "1, place de la Mairie"),
            ("code_postal", "34120"),
            ("ville", commune),
            ("siren", siren),
            ("acte_numero", "2023-17"),
            ("acte_date", "2023-10-17"),
        ] {
            put(&mut dossier, &format!("{at}/{key}"), typed);
        }
    }
    for (school, commune) in [
        ("jacques-prevert", "Pézenas"),
        ("robert-desnos", "Pézenas"),
        ("boby-lapointe", "Castelfiction"),
    ] {
        put(&mut dossier, &format!("ecoles/{school}/commune"), commune);
    }
    let files = made("systems/regroupement", &dossier, &[], "2023-11-06");
    let ends = [
        "convention-preparatoire-maire.pdf",
        "convention-preparatoire-autre.pdf",
    ];
    says(
        &files,
        ends[0],
        &[
            "Pézenas",
            "M. Basile Courtade",
            "90,00 €",
            "0340593K",
            "0341662X",
        ],
    );
    is_silent(&files, ends[0], &["0340592J", "135,00 €", "Castelfiction"]);
    says(
        &files,
        ends[1],
        &["Castelfiction", "Mme Lison Barthès", "45,00 €", "0340592J"],
    );
    is_silent(&files, ends[1], &["0340593K", "135,00 €", "90,00 €"]);
}

#[test]
fn an_accord_has_three_tiers() {
    let accord = made(
        "systems/accord",
        &shipped("est-parisien-accord"),
        &[],
        "2011-03-20",
    );
    says(
        &accord,
        "accord-exemplaires.pdf",
        &[
            "l’Est parisien",
            "Avec le soutien de l’Association des maires de France",
            "Avec la collaboration de l’Association des maires ruraux de France, représentée par sa présidente",
            "Agence régionale Île-de-France du numérique",
            "printemps 2011",
            "de 2013 à 2016",
            "Fait à Créteil, le 6 avril 2011, en deux exemplaires originaux",
        ],
    );
    is_silent(
        &accord,
        ".pdf",
        &["préfecture", "exécutoire", "transmise au"],
    );
    let cadre = made(
        "systems/cadre",
        &shipped("est-parisien-cadre"),
        &[],
        "2012-01-02",
    );
    says(
        &cadre,
        "convention-cadre-exemplaires.pdf",
        &[
            "l’accord de coopération « ENT du premier degré, territoire de l’Est parisien », référence EP-2011-01, signé le 6 avril 2011",
            "Charte des ENT du premier degré",
            "en trois exemplaires originaux",
        ],
    );
    let below = made(
        "systems/departements",
        &shipped("est-parisien-departements"),
        &[],
        "2012-03-01",
    );
    assert_eq!(below.len(), 3);
    for (file, union) in [
        (
            "val-de-marne-exemplaires.pdf",
            "Union des maires du Val-de-Marne",
        ),
        (
            "seine-saint-denis-exemplaires.pdf",
            "Union des maires de la Seine-Saint-Denis",
        ),
        (
            "seine-et-marne-exemplaires.pdf",
            "Union des maires de Seine-et-Marne",
        ),
    ] {
        let parent = "référence EP-2012-02, signée le 18 janvier 2012 et en vigueur jusqu’au 17 janvier 2015";
        says(&below, file, &[union, parent]);
    }
}

/// The one who writes a modèle is told each fault with its line, and the shipped ones have none.
#[test]
fn a_modele_is_read_again_by_the_command() {
    let folder = tempfile::tempdir().expect("a folder");
    let templates = house::root().join("assets/templates");
    let shipped: Vec<String> = ["accord-cadre", "occitanie-ent-ecole", "versailles-1d"]
        .iter()
        .map(|id| templates.join(id).display().to_string())
        .collect();
    let mut words = vec!["models", "--check"];
    words.extend(shipped.iter().map(String::as_str));
    let said = run(folder.path(), &words);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.shown());
    let copy = folder.path().join("copie");
    std::fs::create_dir(&copy).expect("a folder");
    for (file, text) in house::files(&templates.join("accord-cadre"), &[".md", ".toml"]) {
        let text = if file.ends_with("charte.md") {
            text.replace("## Interopérabilité", "## ").replace(
                "territoire de {{ champs.territoire }}",
                "territoire {{ champs.lieu }} ★",
            )
        } else {
            text
        };
        std::fs::write(copy.join(file.file_name().expect("a name")), text).expect("a copy");
    }
    let said = run(folder.path(), &["models", "--check", "copie"]);
    expect![[r#"
        charte.md, ligne 3 : le champ « champs.lieu » n’existe pas
        charte.md, ligne 17 : le titre est vide
        code 2
    "#]]
    .assert_eq(&said.shown());
}
