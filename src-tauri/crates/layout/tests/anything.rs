//! Whatever a document holds, it is set: nothing panics, nothing is dropped, nothing leaves the paper.

mod sample;

use document::*;
use layout::pages::{Draw, GlyphRun, Pages};
use layout::{Fonts, Memo, typeset};
use proptest::prelude::*;
use std::sync::OnceLock;
use unicode_normalization::UnicodeNormalization;

fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(sample::fonts)
}

fn words() -> impl Strategy<Value = Vec<Inline>> {
    let text = (
        "(\\PC|[a-zéà '«»;:!?-]|[A-Z]{3} ){0,120}",
        any::<bool>(),
        any::<bool>(),
    );
    let text = text.prop_map(|(words, bold, named)| {
        let fields = if named {
            vec!["commune.nom".to_owned()]
        } else {
            vec![]
        };
        Inline::Text(Text {
            words,
            bold,
            fields,
            ..Text::default()
        })
    });
    let drawn = prop_oneof![
        Just(Inline::Break),
        Just(Inline::Dotted {
            what: Dotted::Rest,
            fields: vec![]
        }),
        Just(Inline::Dotted {
            what: Dotted::Place,
            fields: vec![]
        }),
        any::<bool>().prop_map(|ticked| Inline::Check {
            ticked,
            fields: vec![]
        }),
        "[a-zé ]{0,80}".prop_map(|label| Inline::ToComplete {
            label,
            fields: vec![]
        }),
    ];
    prop::collection::vec(prop_oneof![3 => text, 1 => drawn], 0..4)
}

fn table() -> impl Strategy<Value = Block> {
    let rows = prop::collection::vec(prop::collection::vec(words(), 3), 0..14);
    (rows, any::<[bool; 4]>()).prop_map(|(rows, [wide, row_headers, first_on_repere, fixed])| {
        let column = |header: &str| Column {
            header: sample::plain(header),
            align: Align::Left,
            fixed,
        };
        let rows: Vec<Row> = rows.into_iter().map(|cells| Row { cells }).collect();
        let totals = rows.first().cloned().into_iter().collect();
        let columns = ["N°", "École", "Courriel"].map(column).into();
        Block::Table(Table {
            title: String::new(),
            columns,
            rows,
            totals,
            wide,
            row_headers,
            first_on_repere,
        })
    })
}

fn block() -> impl Strategy<Value = Block> {
    let pair = || prop::collection::vec((words(), words()), 0..4);
    let item = words().prop_map(|text| ListItem {
        below: vec![ListItem {
            text: text.clone(),
            below: vec![],
        }],
        text,
    });
    let items = (any::<bool>(), prop::collection::vec(item, 0..4));
    let party = (words(), words(), words());
    let party = party.prop_map(|(identity, term, part)| PartyBlock {
        word: "Entre".into(),
        identity,
        term,
        part,
    });
    let signed = (words(), words(), words());
    let signed = signed.prop_map(|(party, quality, name)| SignatureBlock {
        party,
        quality,
        name,
        dated: true,
        ..SignatureBlock::default()
    });
    let signed = (words(), prop::collection::vec(signed, 0..7), any::<bool>());
    prop_oneof![
        words().prop_map(Block::Paragraph),
        (1..3_u8, words(), words()).prop_map(|(level, label, text)| Block::Heading {
            level,
            label,
            text,
            anchor: String::new()
        }),
        words().prop_map(|text| Block::Repere {
            word: "Considérant".into(),
            strong: true,
            justified: true,
            text
        }),
        items.prop_map(|(lettered, items)| Block::List(List { lettered, items })),
        table(),
        pair().prop_map(Block::Definitions),
        prop::collection::vec(("[a-z ]{0,30}", words()), 0..6).prop_map(Block::Figures),
        words().prop_map(Block::Note),
        words().prop_map(Block::Frame),
        prop::collection::vec(party, 0..3).prop_map(|parties| Block::Parties(Parties {
            parties,
            closing: sample::plain("suit.")
        })),
        signed.prop_map(
            |(done, blocks, keep_last_article)| Block::Signatures(Signatures {
                done,
                blocks,
                keep_last_article,
                blank: Blank::Act
            })
        ),
        Just(Block::PageBreak),
    ]
}

fn any_document() -> impl Strategy<Value = Document> {
    let parts = (
        words(),
        words(),
        prop::collection::vec(block(), 0..8),
        prop::collection::vec(block(), 0..4),
        any::<[bool; 3]>(),
    );
    parts.prop_map(
        |(genre, rest, blocks, annexed, [stamp_zone, duplex, kept])| {
            let opening = Opening {
                genre,
                rest: rest.clone(),
                subtitle: vec![rest.clone()],
                note: rest,
                ..Opening::default()
            };
            let blocks = if kept {
                vec![Block::Kept(blocks)]
            } else {
                blocks
            };
            let annexes = vec![sample::annexe("Annexe 1", "Liste", annexed)];
            Document {
                opening,
                blocks,
                annexes,
                stamp_zone,
                duplex,
                ..Document::default()
            }
        },
    )
}

/// All words of a document that stand in its blocks, in order of no importance.
fn signs(document: &Document) -> usize {
    format!("{document:?}").len()
}

/// What is drawn outside the height of its paper.
fn off_paper(pages: &Pages) -> Vec<String> {
    let runs = pages
        .pages
        .iter()
        .flat_map(|page| page.draws.iter().map(move |draw| (page, draw)));
    runs.filter_map(|(page, draw)| match draw {
        Draw::Glyphs(run)
            if run.y < 0 || run.y > page.height || run.x < 0 || right(run) > page.width =>
        {
            let words: String = run.glyphs.iter().map(|glyph| glyph.text.as_str()).collect();
            Some(format!("{} {} {words:?}", run.x, run.y))
        }
        _ => None,
    })
    .collect()
}

/// Where a run ends; one that is turned goes up the margin.
fn right(run: &GlyphRun) -> i32 {
    let advances = run.glyphs.iter().map(|glyph| glyph.advance);
    if run.turned {
        run.x
    } else {
        run.x + advances.sum::<i32>()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_document_is_set(document in any_document()) {
        let pages = typeset(&document, fonts(), &mut Memo::default());
        prop_assert!(!pages.pages.is_empty() && signs(&document) > 0);
        prop_assert_eq!(off_paper(&pages), Vec::<String>::new());
        prop_assert_eq!(pages.furniture.len(), 1);
    }

    /// Each sign typed in a table comes out, wherever the rows go.
    #[test]
    fn a_table_drops_nothing(block in table()) {
        let Block::Table(table) = &block else { unreachable!() };
        let typed: String = table.rows.iter().chain(&table.totals).flat_map(|row| row.cells.iter().take(3)).map(|cell| said(cell)).collect();
        let document = Document { blocks: vec![block.clone()], ..Document::default() };
        let text = typeset(&document, fonts(), &mut Memo::default()).text();
        let text = letters(&text);
        for letter in 'a'..='z' {
            let count = |text: &str| text.chars().filter(|sign| *sign == letter).count();
            // The headers « École » and « Courriel » add some, codes of missing signs none in small letters.
            prop_assert!(count(&text) >= count(&letters(&typed)), "{letter}: {typed:?} gave {text:?}");
        }
    }
}

fn said(cell: &[Inline]) -> String {
    let words = |inline: &Inline| match inline {
        Inline::Text(text) => text.words.clone(),
        Inline::ToComplete { label, .. } => label.clone(),
        _ => String::new(),
    };
    cell.iter().map(words).collect()
}

fn letters(text: &str) -> String {
    text.nfc().filter(char::is_ascii_lowercase).collect()
}
