//! The annexes of the made-up convention: schools, circuit, people.

use super::{annexe, plain, value};
use document::*;

fn column(header: &str, align: Align, fixed: bool) -> Column {
    Column {
        header: plain(header),
        align,
        fixed,
    }
}

pub fn schools_annexe(count: usize) -> Annexe {
    const NAMES: [&str; 6] = [
        "Le Parc",
        "Les Ormeaux",
        "Les Renards",
        "La Roue A",
        "La Roue B",
        "Les Pervenches",
    ];
    let row = |rank: usize| Row {
        cells: vec![
            plain(&format!("{}", rank + 1)),
            vec![value(
                &format!("École élémentaire publique {}", NAMES[rank % 6]),
                &format!("ecoles[{rank}].nom"),
            )],
            vec![value(
                &format!("{}, avenue des Exemples", 4 + rank * 3),
                &format!("ecoles[{rank}].adresse"),
            )],
            vec![value(
                &format!("099{:04}K", 11 + rank * 17),
                &format!("ecoles[{rank}].uai"),
            )],
        ],
    };
    let total = Row {
        cells: vec![
            plain(&format!("{count} écoles : {count} élémentaires")),
            vec![],
            vec![],
            vec![],
        ],
    };
    let table = Table {
        title: "Liste des écoles".into(),
        columns: vec![
            column("N°", Align::Right, true),
            column("École", Align::Left, false),
            column("Adresse", Align::Left, false),
            column("UAI", Align::Left, true),
        ],
        rows: (0..count).map(row).collect(),
        totals: vec![total],
        wide: true,
        row_headers: false,
        first_on_repere: false,
    };
    let note = "Toutes les écoles sont situées à Val-d'Yeuse (99260). Une école « primaire » réunit des classes maternelles et élémentaires. UAI : unité administrative immatriculée, numéro qui identifie l'école dans les fichiers de l'académie. État de la liste au 4 mai 2026.";
    let first = Block::Paragraph(plain(
        "Écoles publiques de Val-d'Yeuse où l'ENT est ouvert à compter du 1er septembre 2026 (article 1er).",
    ));
    annexe(
        "Annexe 1",
        "Liste des écoles",
        vec![first, Block::Table(table), Block::Note(plain(note))],
    )
}

fn part(number: &str, title: &str) -> Block {
    Block::Heading {
        level: 1,
        label: plain(number),
        text: plain(title),
        anchor: String::new(),
    }
}

pub fn circuit() -> Annexe {
    let row = |cells: [&str; 4]| Row {
        cells: cells.iter().map(|cell| plain(cell)).collect(),
    };
    let steps = Table {
        title: "Circuit des deux originaux".into(),
        columns: vec![
            column("Étape", Align::Left, true),
            column("Qui", Align::Left, true),
            column("Fait quoi", Align::Left, false),
            column("Délai", Align::Right, true),
        ],
        rows: vec![
            row([
                "1",
                "Commune",
                "Vérifie les annexes, signe les deux originaux et paraphe chaque page.",
                "—",
            ]),
            row([
                "2",
                "Commune",
                "Envoie les deux originaux complets, avec le bordereau, à l'inspecteur de la circonscription.",
                "8 jours",
            ]),
            row([
                "3",
                "Circonscription",
                "Contrôle que toutes les pages des annexes sont jointes, puis transmet au rectorat.",
                "15 jours",
            ]),
        ],
        wide: true,
        ..Table::default()
    };
    let check = |ticked, words: &str| {
        vec![
            Inline::Check {
                ticked,
                fields: vec!["aaf.envoi".into()],
            },
            Inline::words(words),
        ]
    };
    let definitions = vec![
        (
            plain("Éditeur et exploitant de l'ENT"),
            plain("Atelier Mosaïque, 12, rue des Exemples, 75000 Paris"),
        ),
        (plain("Préfixe des fichiers"), plain("VAL92")),
        (
            plain("Type d'envoi"),
            [
                check(true, " complet chaque jeudi "),
                check(false, " complet, puis différences (delta)"),
            ]
            .concat(),
        ),
        (
            plain("Mode de transmission"),
            plain("sftp, après échange des clés avec le correspondant principal"),
        ),
    ];
    let blocks = vec![
        part("1", "Circuit des deux originaux"),
        Block::Table(steps),
        part("2", "Correspondants"),
        people(),
        part("3", "Fichiers de l'annuaire fédérateur"),
        Block::Definitions(definitions),
    ];
    annexe("Annexe 2", "Circuit de signature et correspondants", blocks)
}

fn people() -> Block {
    let dotted = || {
        vec![Inline::Dotted {
            what: Dotted::Rest,
            fields: vec!["contacts".into()],
        }]
    };
    let row = |head: &str, one: &str, two: &str| Row {
        cells: vec![plain(head), plain(one), plain(two), dotted()],
    };
    Block::Table(Table {
        title: "Correspondants".into(),
        columns: vec![
            column("Rubrique", Align::Left, false),
            column("Référent ENT de la commune", Align::Left, false),
            column(
                "Correspondant technique de l'exploitant (principal)",
                Align::Left,
                false,
            ),
            column(
                "Correspondant technique de l'exploitant (2e)",
                Align::Left,
                false,
            ),
        ],
        rows: vec![
            row("Nom", "BERTIN Dominique", "LEFÈVRE Sacha"),
            row(
                "Fonction",
                "Responsable du numérique éducatif",
                "Chef de projet",
            ),
            row("Téléphone", "01 99 00 12 34", "01 99 00 56 78"),
            row(
                "Courriel",
                "dominique.bertin@exemple.fr",
                "sacha.lefevre@exemple.fr",
            ),
        ],
        totals: vec![],
        wide: true,
        row_headers: true,
        first_on_repere: true,
    })
}

pub fn contacts() -> Block {
    let headers = [
        "N°",
        "École",
        "UAI",
        "Direction",
        "Téléphone",
        "Courriel de l'école",
        "Référent numérique",
        "Courriel du référent",
    ];
    let columns = headers.iter().enumerate().map(|(rank, header)| {
        column(
            header,
            if rank == 0 { Align::Right } else { Align::Left },
            matches!(rank, 0 | 2 | 4),
        )
    });
    let row = |rank: usize| Row {
        cells: vec![
            plain(&format!("{}", rank + 1)),
            plain("Marguerite-Audoux"),
            plain(&format!("099{:04}Z", rank * 17 + 11)),
            plain("BEAUMONT Charlie"),
            plain("01 99 00 10 20"),
            plain("ecole.0990011z@exemple.fr"),
            plain("BAILLY Eden"),
            plain("maxence.marty@exemple.fr"),
        ],
    };
    Block::Table(Table {
        title: "Correspondants".into(),
        columns: columns.collect(),
        rows: (0..12).map(row).collect(),
        wide: true,
        ..Table::default()
    })
}
