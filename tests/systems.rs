//! The systems beside Versailles, from their example to the words of their PDFs: each file passes our checker and is
//! left for the judges, and every value that the public text asks for is found in what a reader's program reads.

use app::ExportOrder;
use chrono::{NaiveDate, NaiveDateTime};
use domain::dossier::Dossier;
use expect_test::expect;
use tests::command::run;
use tests::dossiers::{add, put};
use tests::house;
use tests::papers::{keep, workshop};
use tests::readers::{bare, words_of_structure};

fn example(name: &str) -> Dossier {
    let file = house::root().join(format!("assets/examples/{name}.json"));
    format::read(&house::text(&file)).expect("the example reads")
}

fn on(day: &str) -> NaiveDateTime {
    let day: NaiveDate = day.parse().expect("a day");
    day.and_time(chrono::NaiveTime::MIN)
}

#[track_caller]
fn refused(case: &str, problem: &app::Problem) -> ! {
    panic!("{case}: {}", app::fr::problem(problem))
}

/// All the files of a dossier, kept under the example's name: name, words.
#[track_caller]
fn words(case: &str, dossier: &Dossier, day: &str) -> Vec<(String, String)> {
    let folder = tempfile::tempdir().expect("a folder");
    let order = ExportOrder {
        out: folder.path().to_owned(),
        ..ExportOrder::default()
    };
    let mut made = app::export_dossier(workshop(), dossier, &order, on(day))
        .unwrap_or_else(|problem| refused(case, &problem));
    let batch = app::export_shares(workshop(), dossier, &order, on(day))
        .unwrap_or_else(|problem| refused(case, &problem));
    for share in batch.shares {
        made.extend(
            share
                .outcome
                .unwrap_or_else(|problem| refused(case, &problem)),
        );
    }
    let read = |name: String| {
        let bytes = std::fs::read(folder.path().join(&name)).expect("a made file reads");
        let file = keep(&format!("systems/{case}/{name}"), &bytes);
        (name, words_of_structure(&file).unwrap_or_default())
    };
    let pages = made.into_iter().filter(|file| file.name.ends_with(".pdf"));
    pages.map(|file| read(file.name)).collect()
}

/// Words without their spaces and ends of lines, whatever their hyphens.
fn plain(words: &str) -> String {
    bare(words).replace(['\u{2011}', '-'], "")
}

/// A file says all of these, whatever the lines they were cut in.
#[track_caller]
fn says(files: &[(String, String)], end: &str, values: &[&str]) {
    let (name, words) = files
        .iter()
        .find(|(name, _)| name.ends_with(end))
        .unwrap_or_else(|| panic!("no file ends by {end}: {files:#?}"));
    if words.is_empty() {
        return; // poppler is not installed, which `words_of_structure` has said
    }
    let found = plain(words);
    for value in values {
        assert!(
            found.contains(&plain(value)),
            "{name} does not say « {value} »"
        );
    }
}

#[track_caller]
fn is_silent(files: &[(String, String)], end: &str, values: &[&str]) {
    for (name, words) in files.iter().filter(|(name, _)| name.ends_with(end)) {
        for value in values {
            assert!(
                !plain(words).contains(&plain(value)),
                "{name} says « {value} »"
            );
        }
    }
}

/// The fields of the act of Fontenay (its persons replaced by invented ones), each found where it is printed.
#[test]
fn the_fields_of_versailles_are_printed() {
    let files = words("versailles", &example("fontenay-apres-vote"), "2027-01-20");
    says(
        &files,
        "-convention-exemplaires.pdf",
        &[
            "3, boulevard de Lesseps",
            "78017 Versailles Cedex",
            "92260 Fontenay-aux-Roses",
            "Mme Agnès Delorme",
            "deux fois par an",
            "quatre ans",
            "préavis de trois mois",
            "deux exemplaires originaux",
            "École élémentaire publique Le Parc",
            "0921688K",
            "0920440D",
            "0921995U",
            "0920218M",
            "0920342X",
            "0920611P",
            "5, rue des Pervenches",
            "Atelier Clairelune",
            "Sillage Infogérance",
            "MARCHAIS Julien",
            "01 99 00 12 34",
            "julien.marchais@exemple.fr",
            "ROUSSELET Camille",
            "VAUTRIN Idriss",
            "FAR92",
            "chaque jeudi",
            "_aaaammjj_",
            "FAR92_aaf1d.zip",
            "sftp",
        ],
    );
    says(
        &files,
        "vote-deliberation.pdf",
        &[
            "DEL261214_20",
            "Effectif légal 35",
            "Présents 26",
            "Représentés 8",
            "Pour 34",
            "deux mille vingt-six, le quatorze décembre à dix-neuf heures trente",
            "convoqué le huit décembre",
            "Mme Albaret (pouvoir à Mme Coutant)",
            "M. Karim Valadier",
            "L. 2121-29",
            "loi n° 2013-595 du 8 juillet 2013",
            "Ampliation",
            "Certifié exécutoire",
            "deux mois à compter de sa publication",
        ],
    );
    let bordereau = [
        "les deux originaux de la convention signés",
        "Circonscription",
        "Total",
    ];
    says(&files, "-bordereau.pdf", &bordereau);
}

/// The fields of the act of Paris: those of the exposé and of the projet, then those of an establishment.
#[test]
fn the_fields_of_paris_are_printed() {
    let mut dossier = example("colleges-paris-2012");
    let order = |out: &std::path::Path, only: &[&str]| ExportOrder {
        out: out.to_owned(),
        only: only.iter().map(|key| (*key).to_owned()).collect(),
        ..ExportOrder::default()
    };
    let folder = tempfile::tempdir().expect("a folder");
    let acts = order(folder.path(), &["expose-motifs", "projet-deliberation"]);
    let made = app::export_dossier(workshop(), &dossier, &acts, on("2012-11-20"))
        .unwrap_or_else(|problem| refused("paris", &problem));
    let read = |name: String| {
        let bytes = std::fs::read(folder.path().join(&name)).expect("a made file reads");
        let file = keep(&format!("systems/paris/{name}"), &bytes);
        (name, words_of_structure(&file).unwrap_or_default())
    };
    let pages = made.into_iter().filter(|file| file.name.ends_with(".pdf"));
    let files: Vec<_> = pages.map(|file| read(file.name)).collect();
    says(
        &files,
        "expose-motifs.pdf",
        &[
            "Direction des affaires scolaires",
            "Mesdames, Messieurs",
            "2010",
            "7 collèges",
            "83 établissements publics",
            "13 lycées municipaux",
            "2011 DASCO 26 G – 2011 DSTI 17 G",
            "2012 DSTI 11 G",
            "janvier 2013",
            "83 conventions",
        ],
    );
    says(
        &files,
        "projet-deliberation.pdf",
        &[
            "2012 DASCO 37G",
            "Conseil de Paris siégeant en formation de conseil général",
            "L. 3111-1, L. 3321-1, L. 3411-1 et R. 3321-1",
            "L. 213-1",
            "Mme Hélène Aubrac, au nom de la 7e commission",
            "83 établissements",
            "Délibère",
        ],
    );
    dossier.sheet.schools.0.truncate(1);
    let files = words("paris-un-college", &dossier, "2013-01-20");
    says(
        &files,
        "-convention-0990101x-exemplaires.pdf",
        &[
            "Collège des Acacias",
            "0990101X",
            "2, rue de l’Exemple",
            "la principale, Mme Alice Abadie",
            "acte n° 2012-11",
            "7 janvier 2013",
            "trois exemplaires originaux",
            "Alice ABADIE",
        ],
    );
    let variables = ["[nom de l’établissement]", "[code UAI]"];
    says(&files, "texte-annexe.pdf", &variables);
}

#[test]
fn a_commune_of_occitanie_joins() {
    let files = words("pezenas", &example("pezenas"), "2023-11-06");
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
    let mut dossier = example("pezenas");
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
    let files = words("regroupement", &dossier, "2023-11-06");
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
    let accord = words("accord", &example("est-parisien-accord"), "2011-03-20");
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
    let cadre = words("cadre", &example("est-parisien-cadre"), "2012-01-02");
    says(
        &cadre,
        "convention-cadre-exemplaires.pdf",
        &[
            "l’accord de coopération « ENT du premier degré, territoire de l’Est parisien », référence EP-2011-01, signé le 6 avril 2011",
            "Charte des ENT du premier degré",
            "en trois exemplaires originaux",
        ],
    );
    let below = words(
        "departements",
        &example("est-parisien-departements"),
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
