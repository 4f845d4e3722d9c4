//! Documents set by the layout and written: one of each block, many originals, hostile words. Each is sound by our
//! own checker, and is left in `target/pdf` for the reference validator.

#![allow(clippy::unwrap_used)] // A test may panic, its helpers too.

mod blocks;
mod sample;

use blocks::{
    heading, inlines, list, of, paragraph, parties, signatures, table, value, whole, words,
};
use document::{Block, Document, List, ListItem, Mark};
use layout::{Memo, typeset};
use pdf::Originals;
use sample::{about, fonts, keep};

/// Sets, writes, keeps and checks a document; its tags.
#[track_caller]
fn check(name: &str, document: &Document) -> String {
    let fonts = fonts();
    let pages = typeset(document, &fonts, &mut Memo::default());
    let bytes = pdf::write(&pages, &fonts, &about(Originals::All)).unwrap();
    keep(&format!("document-{name}.pdf"), &bytes);
    pdf::tags(&bytes).unwrap()
}

#[test]
fn one_of_each_block() {
    let repere = |strong, justified| Block::Repere {
        word: "Vu".to_owned(),
        strong,
        justified,
        text: words("le code de l'éducation ;"),
    };
    let article = || heading(1, "Article 1", "Objet");
    let blocks: Vec<(&str, Vec<Block>)> = vec![
        ("paragraph", vec![paragraph()]),
        (
            "heading",
            vec![
                article(),
                paragraph(),
                heading(2, "1.1", "Détail"),
                paragraph(),
            ],
        ),
        (
            "numbered",
            vec![
                article(),
                Block::Numbered {
                    label: "1.1.1".to_owned(),
                    text: words("Un alinéa."),
                },
            ],
        ),
        ("repere", vec![repere(true, true), repere(false, false)]),
        (
            "decided",
            vec![Block::Article {
                label: "Article 1er".to_owned(),
                text: words("La convention est approuvée."),
            }],
        ),
        ("list", vec![list()]),
        (
            "lettered",
            vec![Block::List(List {
                lettered: true,
                items: vec![ListItem {
                    text: words("un ;"),
                    below: Vec::new(),
                }],
            })],
        ),
        ("table", vec![table(4)]),
        ("long-table", vec![table(120)]),
        (
            "definitions",
            vec![Block::Definitions(vec![
                (words("Objet"), words("L'essai")),
                (words("Suite"), words("—")),
            ])],
        ),
        (
            "figures",
            vec![Block::Figures(vec![
                ("Présents".to_owned(), words("30")),
                ("Votants".to_owned(), words("35")),
            ])],
        ),
        (
            "note",
            vec![Block::Note(words("Une note sous un tableau."))],
        ),
        ("frame", vec![Block::Frame(words("Un texte encadré."))]),
        ("parties", vec![parties()]),
        ("signatures", vec![article(), paragraph(), signatures()]),
        ("kept", vec![Block::Kept(vec![paragraph(), list()])]),
        (
            "page-break",
            vec![paragraph(), Block::PageBreak, paragraph()],
        ),
        ("inlines", vec![article(), inlines()]),
    ];
    for (name, blocks) in blocks {
        check(name, &of(blocks));
    }
}

#[test]
fn a_whole_act_in_one_to_three_originals() {
    for (originals, duplex) in [(0, false), (1, true), (2, true), (3, false)] {
        let tags = check(&format!("whole-{originals}"), &whole(originals, duplex));
        assert_eq!(tags.matches("H1").count(), originals.max(1));
    }
}

/// The vectors of a drawing are kept, gradients, clips and transparency included; no pixel stands for them.
#[test]
fn a_logo_that_is_a_drawing_stays_one() {
    let drawn = include_bytes!("../../../../tests/fixtures/logo.svg");
    let mut document = whole(1, false);
    if let document::Head::Logo { picture, .. } = &mut document.opening.head {
        *picture = Some(drawn.to_vec());
    }
    let tags = check("drawn-logo", &document);
    assert!(tags.contains("Figure Alt=(Logo de la commune)"), "{tags}");
    let fonts = fonts();
    let pages = typeset(&document, &fonts, &mut Memo::default());
    assert_eq!(pages.refused, None);
    let bytes = pdf::write(&pages, &fonts, &about(Originals::All)).unwrap();
    let file = lopdf::Document::load_mem(&bytes).unwrap();
    let streams = file
        .objects
        .values()
        .filter_map(|object| object.as_stream().ok());
    let kinds = streams.filter_map(|stream| stream.dict.get(b"Subtype").ok()?.as_name().ok());
    let kinds: Vec<&[u8]> = kinds
        .filter(|kind| [&b"Form"[..], b"Image"].contains(kind))
        .collect();
    assert_eq!(kinds, [b"Form"]);
}

#[test]
fn marks_of_a_draft_and_of_a_text_not_to_sign() {
    let draft = Mark::Draft {
        margin: "PROJET · version 2 · ne pas signer".to_owned(),
    };
    let band = Mark::DoNotSign {
        sentence: "Ce document se lit, il ne se signe pas.".to_owned(),
    };
    for (name, mark) in [("draft", draft), ("band", band)] {
        check(
            name,
            &Document {
                mark: Some(mark),
                ..whole(0, false)
            },
        );
    }
}

#[test]
fn hostile_words_change_no_structure() {
    let plain = check(
        "plain",
        &of(vec![Block::Paragraph(vec![value("x", "titre")])]),
    );
    let long = "longueur ".repeat(2_000);
    let hostile = [
        ") Tj ET",
        "]TJ EMC Q",
        "\\(\\)\\\\",
        "<</MCID 0>> BDC",
        "{{7*7}}",
        "<script>",
        "&amp;",
        "e\u{301}a\u{300}\u{301}\u{302}",
        "\u{202e}abc",
        "\u{0}\u{1}\u{7f}",
        "\u{feff}a\u{200b}b",
        "👩‍🏫",
        "مرحبا",
        "汉字",
        "ﬁ ﬃ ff ffi",
        "\u{e000}",
        "\u{fffe}",
        &long,
    ];
    for (at, words) in hostile.into_iter().enumerate() {
        let tags = check(
            &format!("hostile-{at}"),
            &of(vec![Block::Paragraph(vec![value(words, "titre")])]),
        );
        let shape = |tags: &str| {
            tags.lines()
                .filter_map(|line| line.split(" «").next().map(str::to_owned))
                .collect::<Vec<_>>()
        };
        assert_eq!(shape(&tags), shape(&plain), "{words:?}");
    }
}

/// Even without a blank verso to show it.
#[test]
fn the_printer_is_asked_for_both_sides_when_the_pages_were_set_for_them() {
    for (duplex, asked) in [(true, "DuplexFlipLongEdge"), (false, "Simplex")] {
        let mut document = of(vec![paragraph(), Block::PageBreak, paragraph()]);
        document.duplex = duplex;
        let fonts = fonts();
        let pages = typeset(&document, &fonts, &mut Memo::default());
        assert!(pages.pages.iter().all(|page| page.number.is_some()));
        let bytes = pdf::write(&pages, &fonts, &about(Originals::All)).unwrap();
        let file = lopdf::Document::load_mem(&bytes).unwrap();
        let wishes = file.catalog().unwrap().get(b"ViewerPreferences").unwrap();
        let wish = |key: &[u8]| {
            wishes
                .as_dict()
                .unwrap()
                .get(key)
                .unwrap()
                .as_name()
                .unwrap()
        };
        assert_eq!(wish(b"Duplex"), asked.as_bytes());
        assert_eq!(wish(b"PrintScaling"), b"None");
    }
}
