//! The letters and sheets that modèles share, and the registers after the vote, from an example to the words of the PDF:
//! each file passes our checker and is left for the judges.

use domain::dossier::Dossier;
use tests::dossiers::{put, shipped};
use tests::papers::exported;
use tests::said::{self, Said, is_silent, plain};

/// The day on which they are made.
const DAY: &str = "2027-01-20";

/// One document of a dossier.
#[track_caller]
fn made(case: &str, dossier: &Dossier, key: &str) -> Said {
    let files = said::made(&format!("letters/{case}"), dossier, &[key], DAY);
    files.into_iter().next().expect("a file")
}

/// The document says all of these, whatever the lines they were cut in, and none of those.
#[track_caller]
fn says(case: &str, dossier: &Dossier, key: &str, values: &[&str], not: &[&str]) {
    let files = [made(case, dossier, key)];
    said::says(&files, ".pdf", values);
    is_silent(&files, ".pdf", not);
}

/// An example with answers put over it.
fn with(name: &str, typed: &[(&str, &str)]) -> Dossier {
    let mut dossier = shipped(name);
    for (path, text) in typed {
        put(&mut dossier, path, text);
    }
    dossier
}

/// The reference case, signed on 16/01/2023 by the last one.
const SIGNED: [(&str, &str); 2] = [
    ("signataires/maire/signe_le", "2023-01-05"),
    ("signataires/rectrice/signe_le", "2023-01-16"),
];

#[test]
fn the_letters_of_versailles() {
    let mut dossier = with("fontenay-aux-roses", &SIGNED);
    for (path, typed) in [
        ("deliberation/convocation", "2022-12-06"),
        ("deliberation/seance", "2022-12-12"),
        ("annee_scolaire", "2022-2023"),
        ("champs/denonciation_le", "2026-09-07"),
        ("champs/mise_en_demeure_le", "2026-01-15"),
        (
            "champs/griefs",
            "Les données de l’annuaire n’arrivent plus depuis novembre (article 3.2).",
        ),
        ("champs/copil_le", "2027-03-11"),
        ("champs/copil_heure", "14 h 30"),
        (
            "champs/copil_lieu",
            "à l’hôtel de ville, salle Pierre-Bonnard",
        ),
        ("champs/passation_le", "2026-09-07"),
        ("champs/fiche_rgpd", "oui"),
    ] {
        put(&mut dossier, path, typed);
    }
    says(
        "versailles",
        &dossier,
        "denonciation",
        &[
            "Madame la rectrice",
            "3, boulevard de Lesseps",
            "a pris effet le 16 janvier 2023",
            "préavis de trois mois",
            "prendra fin le 15 janvier 2027",
            "Agnès DELORME",
        ],
        &["PROJET", "à compléter"],
    );
    says(
        "versailles",
        &dossier,
        "mise-en-demeure",
        &[
            "Lettre recommandée avec avis de réception",
            "Les données de l’annuaire n’arrivent plus",
            "restée sans effet le 15 avril 2026",
            "jusqu’au 31 août 2026",
        ],
        &[],
    );
    says(
        "versailles",
        &dossier,
        "invitation-copil",
        &[
            "11 mars 2027",
            "14 h 30",
            "salle Pierre-Bonnard",
            "Ordre du jour",
        ],
        &[],
    );
    says(
        "versailles",
        &dossier,
        "fiche-passation",
        &[
            "DEL261214_20",
            "16 janvier 2023, jour de la dernière signature",
            "15 janvier 2027",
            "courrier reçu au plus tard le 15 octobre 2026",
            "Référent ENT de la commune",
            "01 99 00 12 34",
        ],
        &[],
    );
    says(
        "versailles",
        &dossier,
        "fiche-rgpd",
        &[
            "À faire valider par le délégué à la protection des données",
            "Responsabilité conjointe",
            "À fixer par écrit entre les parties",
        ],
        &["article 28", "sous-traitant"],
    );
}

#[test]
fn each_school_of_versailles_has_its_letter_in_one_file() {
    let dossier = with(
        "fontenay-aux-roses",
        &[("champs/lettres_ecoles_le", "2027-02-01")],
    );
    let Said { name, bytes, words } = made("versailles", &dossier, "lettres-ecoles");
    assert!(name.ends_with("-lettres-ecoles.pdf"), "{name}");
    let schools = [
        "0921688K", "0920440D", "0921995U", "0920218M", "0920342X", "0920611P",
    ];
    let found = plain(&words);
    for uai in schools {
        assert!(
            words.is_empty() || found.contains(uai),
            "no letter to {uai}"
        );
    }
    let file = lopdf::Document::load_mem(&bytes).expect("it reads");
    let pages = file.get_pages().len();
    assert!(
        pages >= schools.len() && pages.is_multiple_of(schools.len()),
        "{pages} pages"
    );
    let marks = file
        .catalog()
        .and_then(|root| root.get_deref(b"Outlines", &file));
    let marks = marks.and_then(lopdf::Object::as_dict).expect("bookmarks");
    let count = marks
        .get(b"Count")
        .and_then(lopdf::Object::as_i64)
        .expect("their count");
    assert_eq!(count.unsigned_abs(), 6, "a bookmark a letter");
}

#[test]
fn the_letters_of_the_other_systems() {
    says(
        "occitanie",
        &with(
            "pezenas-apres-vote",
            &[("champs/lettres_ecoles_le", "2023-11-06")],
        ),
        "lettres-ecoles",
        &[
            "directrice de publication",
            "application ONDE",
            "1er septembre 2024",
            "0340593K",
            "0340592J",
        ],
        &["À NE PAS SIGNER"],
    );
    says(
        "colleges",
        &with(
            "colleges-paris-2012",
            &[("champs/lettres_ecoles_le", "2013-02-01")],
        ),
        "lettres-ecoles",
        &["Madame la principale", "Collège des Acacias", "0990101X"],
        &[],
    );
    says(
        "colleges",
        &with(
            "colleges-paris-2012",
            &[
                ("champs/mise_en_demeure_le", "2014-01-31"),
                ("champs/griefs", "Aucune formation n’a eu lieu."),
            ],
        ),
        "mise-en-demeure",
        &[
            "30 avril 2014",
            "31 août 2014",
            "Copie : Collège des Acacias",
        ],
        &[],
    );
    says(
        "groupement",
        &with(
            "grand-est-2019",
            &[
                ("champs/copil_le", "2020-03-12"),
                ("champs/copil_heure", "10 h"),
                ("champs/copil_lieu", "à l’hôtel de région, à Metz"),
            ],
        ),
        "invitation-copil",
        &[
            "Région Grand Est",
            "Département de la Meuse",
            "Département du Bas-Rhin",
            "12 mars 2020",
        ],
        &[],
    );
    says(
        "groupement",
        &with("grand-est-2019", &[("champs/retrait_le", "2021-02-01")]),
        "retrait",
        &["la région Grand Est", "31 août 2021", "Antoine WAGNER"],
        &[],
    );
}

/// A system's act after the vote: counts, names, decision, who signs, and what an association does not have.
#[test]
fn the_registers_of_the_other_systems() {
    says(
        "occitanie",
        &shipped("pezenas-apres-vote"),
        "deliberation",
        &[
            "Délibération n° 2023-10-17/08",
            "Présents 23",
            "M. Barthe (pouvoir à M. Abril)",
            "à l’unanimité des suffrages exprimés",
            "135,00 € (cent trente-cinq euros)",
            "chapitre 65, article 65568",
            "trois années scolaires",
            "Certifié exécutoire",
            "19 octobre 2023",
        ],
        &["À NE PAS SIGNER", "Projet de délibération"],
    );
    says(
        "groupement",
        &shipped("grand-est-apres-vote"),
        "deliberation",
        &[
            "CP/2019/538",
            "approuve la convention de partenariat",
            "autorise le président à signer",
            "commission permanente du conseil départemental",
            "Mme Ostermann",
        ],
        &["Projet de délibération"],
    );
    let register = [
        ("deliberation/extrait", "convent"),
        ("deliberation/heure", "14:00"),
        ("deliberation/effectif_legal", "5"),
        ("deliberation/en_exercice", "5"),
        ("deliberation/presents", "4"),
        ("deliberation/representes", "1"),
        ("deliberation/pour", "4"),
        ("deliberation/contre", "1"),
        ("deliberation/abstentions", "0"),
        ("deliberation/secretaire", "Mme Bellier"),
        (
            "deliberation/liste_presents",
            "M. Vasseur\nMme Aubrac\nMme Bellier\nM. Chardin",
        ),
        ("deliberation/liste_pouvoirs", "M. Doucet à Mme Aubrac"),
    ];
    let mut paris = with("colleges-paris-2012", &register);
    put(&mut paris, "deliberation/convocation", "2012-11-26");
    says(
        "colleges",
        &paris,
        "deliberation",
        &[
            "Délibération 2012 DASCO 37G",
            "Délibère",
            "à la majorité des suffrages exprimés",
            "Mme Hélène Aubrac, au nom de la 7e commission",
            "M. Doucet (pouvoir à Mme Aubrac)",
        ],
        &[],
    );
    says(
        "dasen",
        &with("uzes", &register),
        "deliberation",
        &[
            "Délibération n° 2026-11-09/14",
            "deux souhaitent",
            "Certifié exécutoire",
        ],
        &[],
    );
    says(
        "accord",
        &with("est-parisien-accord", &register),
        "decision-adoptee",
        &[
            "Extrait certifié conforme au registre",
            "Votants 5",
            "L’accord de coopération avec l’académie de Créteil",
        ],
        &["préfecture", "exécutoire", "recours", "transmise"],
    );
}

/// To be edited, each school has its own file; the version to be put online, in its stead, is one file under its own name.
#[test]
fn each_school_has_its_own_letter_to_edit() {
    let dossier = with(
        "fontenay-aux-roses",
        &[("champs/lettres_ecoles_le", "2027-02-01")],
    );
    let folder = tempfile::tempdir().expect("a folder");
    let mut names = exported(&dossier, folder.path(), |order| {
        order.only = vec!["lettres-ecoles".to_owned()];
        (order.editable, order.online) = (true, true);
    });
    let mut expected = vec!["2026-001-lettres-ecoles-version-en-ligne.pdf".to_owned()];
    let codes = [
        "0920218m", "0920342x", "0920440d", "0920611p", "0921688k", "0921995u",
    ];
    expected.extend(codes.map(|code| format!("2026-001-lettres-ecoles-{code}.docx")));
    expected.sort();
    names.sort();
    assert_eq!(names, expected);
}

/// A maire elected between the vote and the signature signs the convention; the act keeps the one who presided.
#[test]
fn a_new_maire_signs_and_the_vote_keeps_the_former_one() {
    let mut dossier = with(
        "fontenay-apres-vote",
        &[("signataires/maire/jusqu_au", "2027-01-09")],
    );
    let next = [
        ("partie", "commune"),
        ("fonction", "maire"),
        ("civilite", "M."),
        ("prenom", "Hugo"),
        ("nom", "Tellier"),
        ("depuis", "2027-01-10"),
    ];
    tests::dossiers::add(&mut dossier, "signataires", "maire-2", &next);
    put(&mut dossier, "convention/date", "2027-01-18");
    says(
        "maire",
        &dossier,
        "deliberation",
        &["sous la présidence de Mme Agnès Delorme", "Agnès DELORME"],
        &["Tellier", "TELLIER"],
    );
    says(
        "maire",
        &dossier,
        "convention",
        &["M. Hugo Tellier, maire", "Hugo TELLIER"],
        &["DELORME"],
    );
}
