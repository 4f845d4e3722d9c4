//! A small document with a part of every kind, for the tests of what is written from documents.

use document::{
    Align, Annexe, Block, Column, Document, Dotted, Head, Inline, Letter, List, ListItem, Mark,
    Opening, Parties, PartyBlock, Row, SignatureAsk, SignatureBlock, Signatures, Table, Text,
};

/// Words.
pub(crate) fn words(words: &str) -> Vec<Inline> {
    vec![Inline::words(words)]
}

fn bold(words: &str) -> Inline {
    Inline::Text(Text {
        words: words.to_owned(),
        bold: true,
        ..Text::default()
    })
}

fn dotted() -> Inline {
    Inline::Dotted {
        what: Dotted::Date,
        fields: Vec::new(),
    }
}

/// The document: its words hold what is markup elsewhere.
pub(crate) fn document() -> Document {
    Document {
        title: "Convention & <b>essai</b>".to_owned(),
        opening: opening(),
        blocks: blocks(),
        annexes: vec![Annexe {
            label: "Annexe 1".to_owned(),
            anchor: "annexe-ecoles".to_owned(),
            title: words("Liste des écoles"),
            blocks: vec![Block::Table(table())],
            landscape: true,
        }],
        header: words("Convention ENT"),
        footer: words("2026-001 · version 1"),
        mark: Some(Mark::Draft {
            margin: "PROJET · version 1 · ne pas signer".to_owned(),
        }),
        ..Document::default()
    }
}

fn opening() -> Opening {
    Opening {
        head: Head::Institution {
            lines: vec![words("République française"), words("Commune d’Essai")],
        },
        genre: words("Convention"),
        rest: words("relative à l’ENT"),
        subtitle: vec![words("Projet"), words("Séance du 1er juin")],
        letter: Some(Letter {
            sender: vec![words("Mairie d’Essai")],
            recipient: vec![words("Madame l’inspectrice"), words("92260 Essai")],
        }),
        ..Opening::default()
    }
}

fn blocks() -> Vec<Block> {
    let item = |text: &str, below| ListItem {
        text: words(text),
        below,
    };
    vec![
        Block::Heading {
            level: 1,
            label: words("Article 1er"),
            text: words("Objet"),
            anchor: "objet".to_owned(),
        },
        Block::Paragraph(vec![
            Inline::words("« La commune » dit 5 < 6 & "),
            bold("signe"),
            Inline::words("."),
            Inline::Break,
            Inline::words("Le "),
            dotted(),
            Inline::ToComplete {
                label: "numéro".to_owned(),
                fields: Vec::new(),
            },
        ]),
        Block::Repere {
            word: "Vu".to_owned(),
            strong: true,
            justified: true,
            text: words("le code ;"),
        },
        Block::List(List {
            lettered: true,
            items: vec![
                item("un ;", vec![item("dessous", Vec::new())]),
                item("deux.", Vec::new()),
            ],
        }),
        Block::Definitions(vec![(words("Objet"), words("un essai"))]),
        Block::Figures(vec![("Pour".to_owned(), words("12"))]),
        Block::Note(words("Une note.")),
        Block::Parties(Parties {
            parties: vec![PartyBlock {
                word: "Entre".to_owned(),
                identity: words("la commune,"),
                term: words("ci-après « la commune »,"),
                part: words("d’une part,"),
            }],
            closing: words("il est convenu ce qui suit."),
        }),
        Block::Signatures(signatures()),
    ]
}

fn signatures() -> Signatures {
    Signatures {
        done: words("Fait à Essai."),
        blocks: vec![SignatureBlock {
            party: words("Pour la commune"),
            quality: words("La maire,"),
            name: words("Camille DURAND"),
            dated: true,
            asks: SignatureAsk::SignatureAndStamp,
        }],
        ..Signatures::default()
    }
}

fn table() -> Table {
    let column = |header: &str, align| Column {
        header: words(header),
        align,
        fixed: false,
    };
    let row = |cells: [&str; 3]| Row {
        cells: cells
            .iter()
            .map(|cell| {
                if cell.is_empty() {
                    Vec::new()
                } else {
                    words(cell)
                }
            })
            .collect(),
    };
    Table {
        title: "Écoles de la convention".to_owned(),
        columns: vec![
            column("École", Align::Left),
            column("UAI", Align::Left),
            column("Élèves", Align::Right),
        ],
        rows: vec![row(["Le Parc", "0990001A", "12"])],
        totals: vec![row(["Total", "", "12"])],
        wide: true,
        row_headers: true,
        ..Table::default()
    }
}
