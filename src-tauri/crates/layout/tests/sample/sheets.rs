//! Sheets to work with: values to copy, a note with definitions, amounts and a framed text.

use super::papers::{column, dots, heading};
use super::{plain, value};
use document::*;

/// A sheet of values to be copied into a procedure, screen after screen.
pub fn entries() -> Document {
    let row = |number: &str, name: &str, words: &str| EntryRow {
        number: number.into(),
        name: plain(name),
        value: vec![value(words, "collectivite")],
    };
    let screen = |label: &str, title: &str, rows| {
        Block::Entries(Entries {
            label: plain(label),
            title: plain(title),
            box_title: "Saisi".into(),
            rows,
        })
    };
    let number = vec![
        Inline::words("Numéro de dossier donné par la procédure : "),
        dots(Dotted::Date),
    ];
    Document {
        title: "Fiche de saisie".into(),
        opening: Opening {
            genre: plain("Fiche de saisie"),
            rest: plain("dans l'ordre des écrans de la procédure"),
            subtitle: vec![
                [
                    plain("Commune de Sainte-Aubaine · année scolaire 2023-2024"),
                    vec![Inline::Break],
                ]
                .concat(),
                number,
            ],
            size: TitleSize::Note,
            ..Opening::default()
        },
        blocks: vec![
            screen(
                "Écran 1",
                "La collectivité",
                vec![
                    row("1.1", "Numéro SIRET", "219 900 115 00011"),
                    row("1.2", "Nom de la collectivité", "Commune de Sainte-Aubaine"),
                    row(
                        "1.3",
                        "Adresse du siège",
                        "1, place de la Mairie, 99010 Sainte-Aubaine",
                    ),
                    row("1.4", "Représentant", "Mme Lou Castel"),
                    row("1.5", "Qualité", "Maire de Sainte-Aubaine"),
                    row("1.6", "Courriel de la mairie", "mairie@exemple.fr"),
                ],
            ),
            screen(
                "Écran 2",
                "La décision",
                vec![
                    row("2.1", "Organe qui a délibéré", "Conseil municipal"),
                    row("2.2", "Date de la délibération", "12 juin 2023"),
                    row("2.3", "Numéro de la délibération", "DEL230612_07"),
                    row("2.4", "Fichier à joindre", "delib-DEL230612_07.pdf"),
                ],
            ),
            screen(
                "Écran 3",
                "Les écoles",
                vec![
                    row("3.1", "Nombre d'écoles", "40"),
                    row(
                        "3.2",
                        "Liste des UAI",
                        "Coller depuis la feuille 2 de cette fiche : un UAI par ligne, dans l'ordre de l'annexe 1",
                    ),
                    row(
                        "3.3",
                        "Montant annuel",
                        "1 800,00 €, soit 40 écoles à 45,00 € TTC",
                    ),
                ],
            ),
            screen(
                "Écran 4",
                "Le correspondant",
                vec![
                    row("4.1", "Nom et prénom", "OLIVARÈS Camille"),
                    row("4.2", "Téléphone", "01 99 00 43 21"),
                    row("4.3", "Courriel", "camille.olivares@exemple.fr"),
                ],
            ),
        ],
        footer: plain("Fiche de saisie · dossier SAU-2023-ENT-01 · 20 juin 2023"),
        footer_second: plain("ne remplace pas la convention"),
        mark: Some(Mark::DoNotSign {
            sentence:
                "Fiche de travail. La convention officielle est produite par la procédure en ligne."
                    .into(),
        }),
        ..Document::default()
    }
}

/// A note with definitions, a table of amounts and a framed text.
pub fn note() -> Document {
    let row = |cells: [&str; 4]| Row {
        cells: cells.map(plain).into(),
    };
    let costs = Table {
        title: "Dépense annuelle".into(),
        columns: vec![
            column("Dépense annuelle de la commune (€ TTC)", Align::Left, false),
            column("2026", Align::Right, true),
            column("2027", Align::Right, true),
            column("2028", Align::Right, true),
        ],
        rows: vec![
            row([
                "Abonnement des six écoles",
                "4 320,00",
                "4 320,00",
                "4 320,00",
            ]),
            row([
                "Assistance et maintenance",
                "1 150,00",
                "2 300,00",
                "2 300,00",
            ]),
            row(["Formation des agents", "900,00", "—", "—"]),
        ],
        totals: vec![row(["Total", "6 370,00", "6 620,00", "6 620,00"])],
        row_headers: false,
        ..Table::default()
    };
    let pair = |label: &str, words: &str| (plain(label), plain(words));
    Document {
        title: "Note explicative de synthèse".into(),
        opening: Opening {
            head: Head::Institution {
                lines: vec![
                    plain("République française"),
                    plain("Département des Hauts-de-Valmarie"),
                    plain("Commune de Val-d'Yeuse"),
                ],
            },
            genre: plain("Note explicative de synthèse"),
            subtitle: vec![
                plain("Conseil municipal du 22 juin 2026"),
                plain("Point 14 de l'ordre du jour"),
            ],
            size: TitleSize::Note,
            ..Opening::default()
        },
        blocks: vec![
            Block::Definitions(vec![
                pair("Objet", "Convention relative à l'ENT des écoles publiques"),
                pair(
                    "Rapporteur",
                    "Mme Inès CORDIER, adjointe au maire chargée de l'éducation",
                ),
                pair(
                    "Décision attendue",
                    "Approuver la convention et autoriser le maire à la signer",
                ),
                pair(
                    "Pièces jointes",
                    "Projet de délibération ; projet de convention ; annexes 1 et 2",
                ),
            ]),
            heading("", "Ce qui est proposé"),
            Block::Paragraph(plain(
                "Depuis la rentrée de 2022, quatre écoles de la commune utilisent un ENT à titre d'essai. Les familles y trouvent le cahier de textes, les enseignants y échangent avec elles, la commune y publie les menus et les inscriptions. L'essai a convaincu : plus de sept familles sur dix s'y connectent chaque semaine.",
            )),
            Block::Frame(plain(
                "Le texte de la convention est celui que l'académie propose. Il a été lu par le délégué à la protection des données de la commune, dont l'avis est joint.",
            )),
            heading("", "Ce que cela coûte"),
            Block::Table(costs),
            Block::Paragraph(plain(
                "Les crédits de 2026 sont inscrits au budget ; rien n'est versé à l'académie.",
            )),
        ],
        footer: plain("Note de synthèse · point 14 de l'ordre du jour"),
        footer_second: plain("Conseil municipal du 22 juin 2026"),
        ..Document::default()
    }
}
