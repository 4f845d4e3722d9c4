//! The variable fields of three of the public acts (their persons replaced by invented ones), each found where it is
//! printed. Those of the other two are in `systems.rs`.

use tests::dossiers::shipped;
use tests::said::{made, says};

/// The fields of the act of Fontenay (its persons replaced by invented ones), each found where it is printed.
#[test]
fn the_fields_of_versailles_are_printed() {
    let files = made(
        "fields/versailles",
        &shipped("fontenay-apres-vote"),
        &[],
        "2027-01-20",
    );
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
    let mut dossier = shipped("colleges-paris-2012");
    let acts = ["expose-motifs", "projet-deliberation"];
    let files = made("fields/paris", &dossier, &acts, "2012-11-20");
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
    let files = made("fields/paris-un-college", &dossier, &[], "2013-01-20");
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

/// The fields of the act of the Bas-Rhin: the programme line, the services, the chain of dates, the members.
#[test]
fn the_fields_of_grand_est_are_printed() {
    let dossier = shipped("grand-est-apres-vote");
    let before = ["rapport", "projet-deliberation", "texte-annexe"];
    let files = made("fields/grand-est", &dossier, &before, "2020-01-20");
    says(
        &files,
        "-rapport.pdf",
        &[
            "CP/2019/538",
            "Commission permanente du 2 décembre 2019",
            "52040 – Fonctionnement des collèges publics",
            "Service chef de file J – Mission éducation, sport, jeunesse",
            "Service instructeur J340 – Service Vie quotidienne des collégiens",
            "Service associé E3 – Direction des affaires juridiques",
            "Résumé.",
            "Le 6 novembre 2017, votre commission a approuvé la constitution du groupement",
            "ENTEA",
            "« Mon Bureau Numérique », est ouvert depuis la rentrée de septembre 2018",
            "Les collectivités paient toutes les prestations du marché, chacune sur son propre budget",
            "Son article 9",
            "le 16 septembre 2019, l’a validée",
            "Réunie le 18 novembre 2019, la commission de l’enfance, de la famille et de l’éducation a donné un avis favorable",
            "Fait à Strasbourg, le 22 novembre 2019",
            "Antoine WAGNER",
        ],
    );
    says(
        &files,
        "-projet-deliberation.pdf",
        &[
            "La commission permanente approuve la convention de partenariat",
            "Elle autorise le président à signer cette convention",
        ],
    );
    let members = [
        "La région Grand Est",
        "Le département des Ardennes",
        "Le département du Haut-Rhin",
        "Le département des Vosges",
        "M. Didier Lorrain",
        "Mme Odile Perrin",
        "académie de Nancy-Metz",
        "académie de Reims",
        "académie de Strasbourg",
        "Charte d’usage",
        "douze exemplaires originaux",
    ];
    says(&files, "-texte-annexe.pdf", &members);
}
