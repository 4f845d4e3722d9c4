//! Papers around a convention: an amendment, a letter with its pieces.

use super::{bold, logo, plain, value};
use document::*;

const RULE: &str = "dotted";

pub fn dots(what: Dotted) -> Inline {
    Inline::Dotted {
        what,
        fields: vec![RULE.into()],
    }
}

pub fn column(header: &str, align: Align, fixed: bool) -> Column {
    Column {
        header: plain(header),
        align,
        fixed,
    }
}

pub fn heading(label: &str, text: &str) -> Block {
    Block::Heading {
        level: 1,
        label: plain(label),
        text: plain(text),
        anchor: String::new(),
    }
}

/// Words between stars are bold.
fn marked(text: &str) -> Vec<Inline> {
    let part = |(rank, words): (usize, &str)| match rank % 2 {
        0 => Inline::words(words),
        _ => bold(words),
    };
    text.split('*').enumerate().map(part).collect()
}

/// An amendment: what changes stands in a table of three columns, the first as wide as the repère column.
pub fn amendment() -> Document {
    let party = |word: &str, who: &str, rest: &str, term: &str, part: &str| PartyBlock {
        word: word.into(),
        identity: vec![bold(who), Inline::words(rest)],
        term: vec![
            Inline::words("ci-après dénommée « "),
            bold(term),
            Inline::words(" »,"),
        ],
        part: plain(part),
    };
    let parties = vec![
        party(
            "Entre",
            "La commune de Val-d'Yeuse",
            ", représentée par son maire, M. Camille Durand, autorisé par la délibération n° DEL280515_09 du 15 mai 2028,",
            "la commune",
            "d'une part,",
        ),
        party(
            "et",
            "L'État, ministère de l'Éducation nationale",
            ", représenté dans l'académie de Valmarie par la rectrice, Mme Alix Moreau,",
            "l'académie",
            "d'autre part,",
        ),
    ];
    let closing = plain("il est convenu ce qui suit.");
    Document {
        title: "Avenant n° 1".into(),
        opening: Opening {
            head: logo(),
            genre: plain("Avenant n° 1"),
            rest: plain(
                "à la convention relative à l'espace numérique de travail des écoles publiques",
            ),
            subtitle: vec![
                plain("Convention VAL-2026-ENT-01, signée le 14 septembre 2026"),
                plain("Académie de Valmarie"),
            ],
            size: TitleSize::Note,
            ..Opening::default()
        },
        blocks: vec![
            Block::Parties(Parties { parties, closing }),
            heading("Article 1er", "Ce qui change"),
            Block::Paragraph(plain(
                "Les stipulations de gauche sont remplacées par celles de droite.",
            )),
            changes(),
            heading("Article 2", "Ce qui demeure"),
            Block::Paragraph(plain(
                "Les autres stipulations de la convention et de ses annexes restent inchangées. L'annexe 1 jointe au présent avenant remplace la précédente.",
            )),
            heading("Article 3", "Prise d'effet"),
            Block::Paragraph(plain(
                "Le présent avenant prend effet à la date de la dernière signature. Il est établi en deux exemplaires originaux, dont un est remis à chaque partie.",
            )),
        ],
        header: plain("Avenant n° 1 · Val-d'Yeuse · Académie de Valmarie"),
        footer: plain("VAL-2026-ENT-01-A1 · version 1"),
        originals: vec![
            OriginalLabel {
                number: "Exemplaire 1/2".into(),
                addressee: "destiné à la commune".into(),
            },
            OriginalLabel {
                number: "Exemplaire 2/2".into(),
                addressee: "destiné à l'académie".into(),
            },
        ],
        duplex: true,
        initials: 2,
        ..Document::default()
    }
}

fn changes() -> Block {
    let row = |cells: [&str; 3]| Row {
        cells: cells.map(marked).into(),
    };
    Block::Table(Table {
        title: "Ce qui change".into(),
        columns: vec![
            column("Article", Align::Left, false),
            column("Rédaction en vigueur", Align::Left, false),
            column("Nouvelle rédaction", Align::Left, false),
        ],
        rows: vec![
            row([
                "Article 4",
                "Il se tient au moins *deux* fois par an, en octobre et en mai.",
                "Il se tient au moins *une* fois par an, en *mars*.",
            ]),
            row([
                "Article 9",
                "La convention prend effet à la date de la dernière signature, pour une durée de *quatre* ans.",
                "La convention prend effet à la date de la dernière signature, pour une durée de *six* ans.",
            ]),
            row([
                "Annexe 1",
                "6 écoles, dont *La Roue A* (0990218M) et *La Roue B* (0990342X).",
                "5 écoles : La Roue A et La Roue B sont réunies sous le nom *La Roue* (0990218M).",
            ]),
        ],
        wide: true,
        row_headers: true,
        first_on_repere: true,
        ..Table::default()
    })
}

/// A letter: who writes and to whom, the pieces and their pages, where one signs and where one acknowledges.
pub fn letter() -> Document {
    let row = |cells: [&str; 5]| Row {
        cells: cells.map(plain).into(),
    };
    let pieces = Table {
        title: "Pièces transmises".into(),
        columns: vec![
            column("N°", Align::Right, true),
            column("Pièce", Align::Left, false),
            column("Exemplaires", Align::Right, true),
            column("Pages chacun", Align::Right, true),
            column("Pages", Align::Right, true),
        ],
        rows: vec![
            row([
                "1",
                "Convention relative à l'ENT des écoles, originaux 1/2 et 2/2",
                "2",
                "4",
                "8",
            ]),
            row(["2", "Annexe 1 : liste des écoles", "2", "1", "2"]),
            row([
                "3",
                "Annexe 2 : circuit de signature et correspondants",
                "2",
                "1",
                "2",
            ]),
            row([
                "4",
                "Délibération n° DEL260622_14, certifiée exécutoire",
                "1",
                "2",
                "2",
            ]),
        ],
        totals: vec![Row {
            cells: vec![plain("Total"), vec![], plain("7"), vec![], plain("14")],
        }],
        wide: true,
        ..Table::default()
    };
    let received = vec![
        Inline::words("le "),
        dots(Dotted::Rest),
        Inline::Break,
        Inline::words("par "),
        dots(Dotted::Rest),
    ];
    let blocks = vec![
        SignatureBlock {
            party: plain("Pour la commune"),
            quality: plain("La directrice de l'éducation,"),
            name: plain("Noor BENALI"),
            ..SignatureBlock::default()
        },
        SignatureBlock {
            party: plain("Reçu à la circonscription"),
            quality: received,
            ..SignatureBlock::default()
        },
    ];
    Document {
        title: "Bordereau d'envoi".into(),
        opening: Opening {
            head: logo(),
            letter: Some(Letter {
                sender: vec![
                    vec![bold("Direction de l'éducation")],
                    plain("Dossier suivi par Dominique BERTIN"),
                    plain("01 99 00 12 34"),
                    vec![value(
                        "dominique.bertin@exemple.fr",
                        "contacts.referent_ent.courriel",
                    )],
                ],
                recipient: vec![
                    vec![bold("Madame l'inspectrice")],
                    vec![bold("de l'Éducation nationale")],
                    plain("Circonscription de Val-d'Yeuse"),
                    plain("1, place des Exemples"),
                    plain("99260 Val-d'Yeuse"),
                ],
            }),
            genre: plain("Bordereau d'envoi"),
            subtitle: vec![
                plain("6 juillet 2026"),
                plain("Convention ENT des écoles, référence VAL-2026-ENT-01"),
            ],
            size: TitleSize::Note,
            ..Opening::default()
        },
        blocks: vec![
            Block::Paragraph(plain(
                "Vous voudrez bien trouver ci-joints les deux originaux de la convention signés par le maire, avec toutes les pages de leurs annexes, pour transmission au rectorat et signature de la rectrice.",
            )),
            Block::Table(pieces),
            Block::Paragraph(plain(
                "Merci de vérifier ce compte à l'ouverture du pli, et de nous renvoyer l'exemplaire 1/2 après la signature de la rectrice. Le double de ce bordereau, daté et signé, vaut accusé de réception.",
            )),
            Block::Signatures(Signatures {
                blocks,
                blank: Blank::Act,
                ..Signatures::default()
            }),
        ],
        footer: plain("VAL-2026-ENT-01 · bordereau n° 1"),
        ..Document::default()
    }
}
