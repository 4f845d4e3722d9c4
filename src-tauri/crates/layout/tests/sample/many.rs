//! What is large: many parties, many rows, a long cell, a long article.

use super::{annexe, bold, plain, value};
use document::*;

const PARTIES: [&str; 14] = [
    "Région Grand-Val",
    "État (trois académies)",
    "Département de la Haute-Aubaine",
    "Département de la Basse-Aubaine",
    "Département du Val-d'Yeuse",
    "Département de la Montrèze",
    "Département de la Plaine-d'Orme",
    "Département de la Côte-de-Brive",
    "Département des Trois-Vallées",
    "Département de Lac-et-Cimes",
    "Département des Sources-de-l'Yse",
    "Département de la Marche-Haute",
    "Métropole du Port-Neuf",
    "Syndicat mixte du numérique éducatif de Grand-Val",
];

const CLAUSE: &str = "Chaque partie désigne un correspondant, lui donne les moyens d'agir et répond de ses décisions devant les autres. Elle tient à jour la liste des établissements qui relèvent d'elle, en adresse copie aux autres parties dans les quinze jours de tout changement et signale sans attendre ce qui pourrait interrompre le service. Les décisions prises en commun sont consignées dans un relevé que chacune approuve ; à défaut d'observation dans le mois qui suit son envoi, le relevé est réputé approuvé.";

fn dots(what: Dotted) -> Inline {
    Inline::Dotted {
        what,
        fields: vec![],
    }
}

fn block(party: &str) -> SignatureBlock {
    SignatureBlock {
        party: plain(&format!("Pour : {party}")),
        quality: plain("Le président ou la présidente,"),
        name: vec![dots(Dotted::Rest)],
        dated: true,
        ..SignatureBlock::default()
    }
}

fn done() -> Vec<Inline> {
    vec![
        Inline::words("Fait à "),
        dots(Dotted::Place),
        Inline::words(", le "),
        dots(Dotted::Date),
        Inline::words("."),
    ]
}

fn heading(label: &str, text: &str) -> Block {
    Block::Heading {
        level: 1,
        label: plain(label),
        text: plain(text),
        anchor: String::new(),
    }
}

fn document(title: &str, blocks: Vec<Block>) -> Document {
    Document {
        title: title.into(),
        opening: Opening {
            genre: plain("Convention de partenariat"),
            rest: plain("relative à l'espace numérique de travail des lycées et des collèges"),
            subtitle: vec![
                plain("Groupement Grand-Val"),
                plain("Référence GV-2026-ENT-01"),
            ],
            ..Opening::default()
        },
        blocks,
        header: plain(
            "Convention de partenariat ENT des lycées et collèges · Groupement Grand-Val",
        ),
        footer: plain("GV-2026-ENT-01 · version 5"),
        originals: vec![OriginalLabel {
            number: "Exemplaire 3/14".into(),
            addressee: "destiné au département de la Haute-Aubaine".into(),
        }],
        ..Document::default()
    }
}

/// Fourteen parties that sign on the same pages, each in its block.
pub fn blocks() -> Document {
    let signed = Signatures {
        done: done(),
        blocks: PARTIES.iter().map(|party| block(party)).collect(),
        keep_last_article: true,
        blank: Blank::Convention,
    };
    let blocks = vec![
        heading("Article 1er", "Objet"),
        Block::Paragraph(plain(CLAUSE)),
        heading("Article 2", "Différends"),
        Block::Paragraph(plain(
            "Les parties recherchent un règlement amiable avant toute action.",
        )),
        Block::Signatures(signed),
    ];
    document("Quatorze parties, des blocs", blocks)
}

/// Fourteen parties, each on a page of its own.
pub fn sheets() -> Document {
    let blocks = vec![
        heading("Article 1er", "Objet"),
        Block::Paragraph(plain(CLAUSE)),
    ];
    Document {
        annexes: (0..PARTIES.len()).map(sheet).collect(),
        ..document("Quatorze parties, des pages", blocks)
    }
}

fn sheet(rank: usize) -> Annexe {
    let party = PARTIES[rank];
    let pair = |label: &str, words: &str| (plain(label), plain(words));
    let name = |(other, name): (usize, &&str)| match other == rank {
        true => vec![bold(name)],
        false => plain(name),
    };
    let count = PARTIES.len();
    annexe(
        &format!("Partie {}/{count}", rank + 1),
        &format!("Page de signature : {party}"),
        vec![
            Block::Paragraph(plain(
                "Convention de partenariat relative à l'ENT des lycées et des collèges, conclue entre quatorze parties.",
            )),
            Block::Definitions(vec![
                (plain("Partie"), vec![value(party, "partie.nom")]),
                pair(
                    "Représentée par",
                    "M. Ariel Fontaine, président du conseil départemental",
                ),
                pair(
                    "Autorisée par",
                    "Délibération n° CP/2026/218 de la commission permanente du 11 mai 2026",
                ),
            ]),
            Block::Paragraph(plain(
                "Le signataire déclare approuver la convention, sa charte d'usage et ses trois annexes, dans leur version 5. La présente page en fait partie ; réunie aux treize autres, elle forme un seul acte, établi en quatorze exemplaires originaux.",
            )),
            Block::Signatures(Signatures {
                done: done(),
                blocks: vec![SignatureBlock {
                    party: plain("Pour le département de la Haute-Aubaine"),
                    quality: plain("Le président du conseil départemental,"),
                    name: plain("Ariel FONTAINE"),
                    ..SignatureBlock::default()
                }],
                ..Signatures::default()
            }),
            heading("", "Les quatorze parties"),
            Block::Roll(PARTIES.iter().enumerate().map(name).collect()),
        ],
    )
}

/// A table of so many rows, with totals.
pub fn rows(count: usize) -> Document {
    let column = |header: &str, align, fixed| Column {
        header: plain(header),
        align,
        fixed,
    };
    let row = |rank: usize| Row {
        cells: vec![
            plain(&format!("{}", rank + 1)),
            vec![value(
                &format!("École élémentaire des Exemples n° {}", rank + 1),
                &format!("ecoles[{rank}].nom"),
            )],
            plain(&format!("{}, avenue des Exemples", 4 + rank * 3)),
            plain(&format!("099{:04}K", 11 + rank)),
            plain("45,00"),
        ],
    };
    let table = Table {
        title: "Liste des écoles".into(),
        columns: vec![
            column("N°", Align::Right, true),
            column("École", Align::Left, false),
            column("Adresse", Align::Left, false),
            column("UAI", Align::Left, true),
            column("Montant (€)", Align::Right, true),
        ],
        rows: (0..count).map(row).collect(),
        totals: vec![Row {
            cells: vec![
                plain(&format!("{count} écoles")),
                vec![],
                vec![],
                vec![],
                plain("18 000,00"),
            ],
        }],
        wide: true,
        ..Table::default()
    };
    let mut document = document("Quatre cents écoles", vec![Block::Paragraph(plain(CLAUSE))]);
    document.annexes = vec![annexe(
        "Annexe 1",
        "Liste des écoles",
        vec![Block::Table(table)],
    )];
    document
}

/// A cell of two thousand signs beside short ones.
pub fn long_cell() -> Document {
    let mut words = CLAUSE.repeat(5);
    words.truncate(
        words
            .char_indices()
            .nth(2000)
            .map_or(words.len(), |(at, _)| at),
    );
    let row = |step: &str, words: &str| Row {
        cells: vec![plain(step), plain("Commune"), plain(words)],
    };
    let column = |header: &str, fixed| Column {
        header: plain(header),
        fixed,
        ..Column::default()
    };
    let table = Table {
        title: "Étapes".into(),
        columns: vec![
            column("Étape", true),
            column("Qui", true),
            column("Fait quoi", false),
        ],
        rows: vec![
            row("1", "Vérifie les annexes."),
            row("2", &words),
            row("3", "Envoie le tout."),
        ],
        wide: true,
        ..Table::default()
    };
    document(
        "Une longue cellule",
        vec![heading("Article 1er", "Étapes"), Block::Table(table)],
    )
}

/// An article of three pages.
pub fn long_article() -> Document {
    let mut blocks = vec![heading("Article 1er", "Obligations communes")];
    for rank in 1..=21 {
        blocks.push(Block::Numbered {
            label: format!("1.1.{rank}"),
            text: plain(CLAUSE),
        });
    }
    blocks.push(heading("Article 2", "Différends"));
    blocks.push(Block::Paragraph(plain(
        "Les parties recherchent un règlement amiable avant toute action.",
    )));
    document("Un long article", blocks)
}
