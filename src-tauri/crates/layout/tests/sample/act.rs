//! A délibération, and a working sheet that is not to be signed.

use super::{bold, plain};
use document::*;

/// A délibération: session, figures, presence, visas, articles, certification, recours.
pub fn document() -> Document {
    Document {
        title: "Délibération n° DEL260622_14".into(),
        opening: Opening {
            head: Head::Institution {
                lines: vec![
                    plain("République française"),
                    plain("Département des Hauts-de-Valmarie"),
                    plain("Commune de Val-d'Yeuse"),
                ],
            },
            genre: plain("Délibération n° DEL260622_14"),
            rest: plain("du conseil municipal"),
            subtitle: vec![
                plain("Extrait du registre"),
                plain("Séance ordinaire du 22 juin 2026"),
                plain("Convocation du 15 juin 2026"),
            ],
            size: TitleSize::Note,
            ..Opening::default()
        },
        blocks: blocks(),
        header: plain("Délibération n° DEL260622_14 du 22 juin 2026"),
        footer: plain("Délibération n° DEL260622_14"),
        footer_second: plain("Séance du 22 juin 2026"),
        stamp_zone: true,
        duplex: true,
        ..Document::default()
    }
}

/// A sheet under the black band.
pub fn sheet() -> Document {
    let rows = (1..=30).map(|rank| {
        (
            plain(&format!("Rubrique {rank}")),
            plain("valeur à reporter"),
        )
    });
    Document {
        title: "Fiche de saisie".into(),
        opening: Opening {
            genre: plain("Fiche de saisie"),
            rest: plain("dans l'ordre des écrans de la procédure"),
            size: TitleSize::Note,
            ..Opening::default()
        },
        blocks: vec![
            Block::Frame(plain(
                "Cette fiche aide à remplir la procédure en ligne : elle ne remplace pas la convention, que produit la procédure elle-même à la fin de la saisie.",
            )),
            Block::Definitions(rows.collect()),
        ],
        footer: plain("Fiche de saisie · dossier VAL-2026-ENT-01"),
        mark: Some(Mark::DoNotSign {
            sentence:
                "Fiche de travail. La convention officielle est produite par la procédure en ligne."
                    .into(),
        }),
        ..Document::default()
    }
}

fn repere(word: &str, strong: bool, text: &str) -> Block {
    Block::Repere {
        word: word.into(),
        strong,
        justified: strong,
        text: plain(text),
    }
}

fn article(label: &str, text: &str) -> Block {
    Block::Article {
        label: label.into(),
        text: plain(text),
    }
}

fn figures(figures: &[(&str, &str)]) -> Block {
    Block::Figures(
        figures
            .iter()
            .map(|(label, figure)| ((*label).to_owned(), plain(figure)))
            .collect(),
    )
}

fn blocks() -> Vec<Block> {
    vec![
        figures(&[
            ("Effectif légal", "35"),
            ("En exercice", "35"),
            ("Présents", "27"),
            ("Représentés", "8"),
            ("Votants", "35"),
        ]),
        Block::Repere {
            word: "Objet".into(),
            strong: true,
            justified: false,
            text: vec![bold(
                "Approbation de la convention relative à l'espace numérique de travail (ENT) des écoles publiques de la commune",
            )],
        },
        Block::Paragraph(plain(
            "L'an deux mille vingt-six, le vingt-deux juin à dix-neuf heures trente, le conseil municipal de Val-d'Yeuse, convoqué le quinze juin, s'est réuni à l'hôtel de ville sous la présidence de M. Camille DURAND, maire.",
        )),
        repere(
            "Présents",
            false,
            "M. DURAND, Mme ABADIE, M. BERTIN, Mme CORDIER, M. DELAUNAY, Mme ESNAULT, M. FERRAND, Mme GUÉRIN, M. HAMON, Mme IMBERT, M. JOUBERT, Mme KERVELLA, M. LACOSTE, Mme MERCIER, M. NICOLAS, Mme OLIVIER, M. PERRIN, Mme QUENTIN, M. ROUSSET, Mme SIMON et M. ZIMMER.",
        ),
        repere(
            "Secrétaire",
            false,
            "Mme KERVELLA est désignée secrétaire de séance.",
        ),
        Block::Paragraph(plain("Le conseil municipal,")),
        repere(
            "Vu",
            true,
            "le code général des collectivités territoriales, et notamment son article L. 2121-29,",
        ),
        repere(
            "Vu",
            true,
            "la loi n° 2013-595 du 8 juillet 2013 d'orientation et de programmation pour la refondation de l'École de la République,",
        ),
        repere(
            "Considérant",
            true,
            "que l'usage quotidien d'un espace numérique de travail suppose un engagement durable de la commune et de l'académie, écrit et partagé,",
        ),
        repere(
            "Considérant",
            true,
            "que les six écoles publiques concernées ont été consultées au printemps 2026,",
        ),
        Block::Kept(vec![
            Block::Paragraph(plain("Le rapporteur entendu, après en avoir délibéré,")),
            figures(&[
                ("Pour", "35"),
                ("Contre", "0"),
                ("Abstentions", "0"),
                ("Non-participation", "0"),
            ]),
            Block::Repere {
                word: "Décide".into(),
                strong: true,
                justified: false,
                text: vec![bold("à l'unanimité des suffrages exprimés :")],
            },
            article(
                "Article 1er",
                "La convention relative à l'espace numérique de travail des écoles publiques, à conclure avec l'État (académie de Valmarie) pour quatre ans, est approuvée.",
            ),
        ]),
        article(
            "Article 2",
            "Le maire est autorisé à signer cette convention et les documents nécessaires à son exécution, à l'exception des avenants qui en modifient la durée.",
        ),
        article(
            "Article 3",
            "Les crédits correspondants sont inscrits au budget de la commune.",
        ),
        signatures(),
        Block::Definitions(vec![
            (
                plain("Certifié exécutoire"),
                plain("compte tenu des dates ci-dessous"),
            ),
            (
                plain("Reçu en préfecture le"),
                vec![Inline::Dotted {
                    what: Dotted::Date,
                    fields: vec![],
                }],
            ),
            (
                plain("Publié sur le site de la commune le"),
                vec![Inline::Dotted {
                    what: Dotted::Date,
                    fields: vec![],
                }],
            ),
        ]),
        Block::Note(vec![
            bold("Voies et délais de recours."),
            Inline::words(
                " La présente délibération peut faire l'objet d'un recours gracieux auprès du maire ou d'un recours contentieux devant le tribunal administratif compétent, dans un délai de deux mois à compter de sa publication.",
            ),
        ]),
    ]
}

fn signatures() -> Block {
    let block = |party: &str, name: &str, asks| SignatureBlock {
        party: plain(party),
        name: plain(name),
        asks,
        ..SignatureBlock::default()
    };
    let blocks = vec![
        block(
            "Le maire,",
            "Camille DURAND",
            SignatureAsk::SignatureAndStamp,
        ),
        block(
            "La secrétaire de séance,",
            "Maëlle KERVELLA",
            SignatureAsk::Signature,
        ),
    ];
    Block::Signatures(Signatures {
        done: plain("Fait et délibéré en séance, les jour, mois et an susdits."),
        blocks,
        keep_last_article: false,
        blank: Blank::Act,
    })
}
