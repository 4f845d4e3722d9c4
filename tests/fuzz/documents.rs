//! Any document: every kind of block, in any order, with any words. Proptest makes it and makes it smaller.

use document::*;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// Anchors that references point to: a document always has both, each once.
const ANCHORS: [&str; 2] = ["objet", "annexe-1"];

/// A document of a few pages.
pub fn document() -> impl Strategy<Value = Document> {
    let texts = (perhaps(), perhaps(), perhaps(), "\\PC{0,60}");
    let parts = (
        opening(),
        vec(block(), 0..6),
        vec(annexe(), 1..3),
        originals(),
        mark(),
    );
    let ticks = (any::<[bool; 2]>(), 0..5_u8);
    (texts, parts, ticks).prop_map(|(texts, parts, ([stamp_zone, duplex], initials))| {
        let (header, footer, footer_second, title) = texts;
        let (opening, mut blocks, mut annexes, originals, mark) = parts;
        blocks.insert(0, named_heading());
        annexes[0].anchor = ANCHORS[1].to_owned();
        Document {
            title: format!("Acte {title}"),
            opening,
            blocks,
            annexes,
            header,
            footer,
            footer_second,
            originals,
            stamp_zone,
            duplex,
            mark,
            initials,
        }
    })
}

fn originals() -> impl Strategy<Value = Vec<OriginalLabel>> {
    let label = |(number, addressee)| OriginalLabel { number, addressee };
    vec(("\\PC{0,40}", "\\PC{0,80}").prop_map(label), 0..4)
}

fn mark() -> impl Strategy<Value = Option<Mark>> {
    option::of(prop_oneof![
        "\\PC{0,90}".prop_map(|margin| Mark::Draft { margin }),
        "\\PC{0,200}".prop_map(|sentence| Mark::DoNotSign { sentence }),
    ])
}

fn opening() -> impl Strategy<Value = Opening> {
    let lines = || vec(words(), 1..5);
    let letter = (lines(), lines()).prop_map(|(sender, recipient)| Letter { sender, recipient });
    let title = (plain_words(), perhaps(), vec(words(), 0..4), perhaps());
    let parts = (head(), title, option::weighted(0.2, letter), any::<bool>());
    parts.prop_map(
        |(head, (genre, rest, subtitle, note), letter, small)| Opening {
            head,
            genre,
            rest,
            subtitle,
            note,
            size: if small {
                TitleSize::Note
            } else {
                TitleSize::Act
            },
            letter,
        },
    )
}

fn head() -> impl Strategy<Value = Head> {
    let lines = || vec(words(), 0..4);
    let logo = (option::of(picture()), "[A-Z][A-Za-zé&<>() ]{0,40}", lines());
    prop_oneof![
        Just(Head::Nothing),
        lines().prop_map(|lines| Head::Institution { lines }),
        logo.prop_map(|(picture, alt, lines)| Head::Logo {
            picture,
            alt,
            lines
        }),
    ]
}

/// A picture of any shape and kind of colour; sometimes cut short, sometimes no picture at all.
fn picture() -> impl Strategy<Value = Vec<u8>> {
    let whole = (1..40_u32, 1..40_u32, 0..4_usize)
        .prop_map(|(width, height, kind)| png(width, height, kind));
    let cut = (whole.clone(), any::<prop::sample::Index>())
        .prop_map(|(bytes, at)| bytes[..at.index(bytes.len())].to_vec());
    prop_oneof![4 => whole, 1 => cut, 1 => vec(any::<u8>(), 0..80)]
}

fn png(width: u32, height: u32, kind: usize) -> Vec<u8> {
    use png::ColorType::{Grayscale, GrayscaleAlpha, Rgb, Rgba};
    let (colour, samples) = [(Grayscale, 1), (GrayscaleAlpha, 2), (Rgb, 3), (Rgba, 4)][kind];
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(colour);
    encoder.set_depth(png::BitDepth::Eight);
    let points: Vec<u8> = (0..width * height * samples)
        .map(|rank| (rank % 251) as u8)
        .collect();
    let written = encoder
        .write_header()
        .and_then(|mut writer| writer.write_image_data(&points));
    written.expect("a picture is written");
    bytes
}

fn annexe() -> impl Strategy<Value = Annexe> {
    let parts = ("\\PC{0,20}", words(), vec(block(), 0..3), any::<bool>());
    parts.prop_map(|(label, title, blocks, landscape)| Annexe {
        label: format!("Annexe {label}"),
        anchor: String::new(),
        title,
        blocks,
        landscape,
    })
}

/// Words that have at least a letter: a title is never nothing.
fn plain_words() -> impl Strategy<Value = Vec<Inline>> {
    "[A-ZÉa-zé]\\PC{0,60}".prop_map(|words| vec![Inline::words(words)])
}

/// Words that say something, then any: a text of a block is never nothing.
fn words() -> impl Strategy<Value = Vec<Inline>> {
    let rest = vec(prop_oneof![4 => text(), 1 => drawn()], 0..5);
    (plain_words(), rest).prop_map(|(first, rest)| [first, rest].concat())
}

/// Words, or nothing at all: where a document may say nothing.
fn perhaps() -> impl Strategy<Value = Vec<Inline>> {
    prop_oneof![3 => words(), 1 => Just(Vec::new())]
}

fn text() -> impl Strategy<Value = Inline> {
    let said = prop_oneof![
        4 => "([a-zéèàçœ]{1,12}[ ,;:.’-]){0,12}",
        2 => "(\\PC|[a-zé '«»;:!?-]|[A-Z]{3} ){0,40}",
        1 => "\\p{any}{0,30}",
        1 => "[a-z0-9./@_-]{30,120}",
        1 => "(e\u{301}|\u{ad}|\u{200b}|\u{202e}|\u{feff}|ﬃ|\u{fffe}|👩‍🏫|م|ff){0,20}",
    ];
    let link = prop_oneof![
        Just("https://exemple.fr/a?b=c".to_owned()),
        Just("mailto:a@exemple.fr".to_owned()),
        "[a-z0-9/?=&%#é]{0,30}".prop_map(|address| format!("https://{address}")),
        prop::sample::select(&ANCHORS[..]).prop_map(|anchor| format!("#{anchor}")),
    ];
    let anchor = prop::sample::select(&ANCHORS[..]).prop_map(str::to_owned);
    let rare = (
        option::weighted(0.1, "[a-zéè ’]{1,40}"),
        option::weighted(0.15, link),
        option::weighted(0.05, anchor),
    );
    (said, any::<[bool; 4]>(), rare).prop_map(
        |(words, [bold, italic, raised, field], (expansion, link, page_of))| {
            // A link and an abbreviation are never of nothing: their words hold a letter.
            let says = words.chars().any(|sign| sign.is_ascii_alphabetic());
            let (expansion, link) = (expansion.filter(|_| says), link.filter(|_| says));
            let fields = field
                .then(|| "collectivite/nom".to_owned())
                .into_iter()
                .collect();
            Inline::Text(Text {
                words,
                bold,
                italic,
                raised,
                fields,
                expansion,
                link,
                page_of,
            })
        },
    )
}

fn drawn() -> impl Strategy<Value = Inline> {
    let fields = Vec::new;
    prop_oneof![
        Just(Inline::Break),
        prop::sample::select(&[Dotted::Place, Dotted::Date, Dotted::Rest][..]).prop_map(
            move |what| Inline::Dotted {
                what,
                fields: fields()
            }
        ),
        any::<bool>().prop_map(move |ticked| Inline::Check {
            ticked,
            fields: fields()
        }),
        "\\PC{0,60}".prop_map(move |label| Inline::ToComplete {
            label,
            fields: fields()
        }),
    ]
}

fn block() -> impl Strategy<Value = Block> {
    let leaf = prop_oneof![
        4 => words().prop_map(Block::Paragraph),
        3 => heading(),
        1 => ("[0-9]\\PC{0,12}", words()).prop_map(|(label, text)| Block::Numbered { label, text }),
        2 => repere(),
        2 => list(),
        2 => table(),
        1 => vec((words(), perhaps()), 1..6).prop_map(Block::Definitions),
        1 => vec(("[a-zé]\\PC{0,30}", words()), 1..7).prop_map(Block::Figures),
        1 => words().prop_map(Block::Note),
        1 => words().prop_map(Block::Frame),
        1 => parties(),
        1 => signatures(),
        1 => entries(),
        1 => vec(words(), 1..16).prop_map(Block::Roll),
        1 => Just(Block::PageBreak),
    ];
    leaf.prop_recursive(2, 8, 4, |inner| vec(inner, 0..4).prop_map(Block::Kept))
}

fn heading() -> impl Strategy<Value = Block> {
    let parts = (1..3_u8, words(), plain_words());
    parts.prop_map(|(level, label, text)| Block::Heading {
        level,
        label,
        text,
        anchor: String::new(),
    })
}

/// The title that references point to; a sub-article may follow it without skipping a level.
fn named_heading() -> Block {
    Block::Heading {
        level: 1,
        label: vec![Inline::words("Article 1er")],
        text: vec![Inline::words("Objet")],
        anchor: ANCHORS[0].to_owned(),
    }
}

fn repere() -> impl Strategy<Value = Block> {
    let parts = ("[A-Z]\\PC{0,16}", any::<[bool; 3]>(), words());
    parts.prop_map(|(word, [strong, justified, decided], text)| match decided {
        true => Block::Article { label: word, text },
        false => Block::Repere {
            word,
            strong,
            justified,
            text,
        },
    })
}

fn list() -> impl Strategy<Value = Block> {
    let item = (words(), vec(words(), 0..3)).prop_map(|(text, below)| {
        let below = below
            .into_iter()
            .map(|text| ListItem {
                text,
                below: Vec::new(),
            })
            .collect();
        ListItem { text, below }
    });
    (any::<bool>(), vec(item, 1..6))
        .prop_map(|(lettered, items)| Block::List(List { lettered, items }))
}

/// One to six columns, and as many cells in each row.
fn table() -> impl Strategy<Value = Block> {
    (1..7_usize).prop_flat_map(|columns| {
        let column = (words(), any::<[bool; 2]>()).prop_map(|(header, [right, fixed])| Column {
            header,
            align: if right { Align::Right } else { Align::Left },
            fixed,
        });
        let row = || vec(perhaps(), columns).prop_map(|cells| Row { cells });
        let parts = (vec(column, columns), vec(row(), 1..12), vec(row(), 0..2));
        ("[A-Za-zé&<>() ]{0,40}", parts, any::<[bool; 3]>()).prop_map(
            |(title, (columns, rows, totals), [wide, row_headers, first_on_repere])| {
                Block::Table(Table {
                    title,
                    columns,
                    rows,
                    totals,
                    wide,
                    row_headers,
                    first_on_repere,
                })
            },
        )
    })
}

fn parties() -> impl Strategy<Value = Block> {
    let party = ("[A-Z]\\PC{0,10}", words(), words(), perhaps());
    let party = party.prop_map(|(word, identity, term, part)| PartyBlock {
        word,
        identity,
        term,
        part,
    });
    (vec(party, 1..4), words())
        .prop_map(|(parties, closing)| Block::Parties(Parties { parties, closing }))
}

fn entries() -> impl Strategy<Value = Block> {
    let row = ("[0-9]\\PC{0,6}", words(), words());
    let row = row.prop_map(|(number, name, value)| EntryRow {
        number,
        name,
        value,
    });
    let parts = (words(), words(), "\\PC{0,12}", vec(row, 1..8));
    parts.prop_map(|(label, title, box_title, rows)| {
        Block::Entries(Entries {
            label,
            title,
            box_title,
            rows,
        })
    })
}

fn signatures() -> impl Strategy<Value = Block> {
    let block = (words(), perhaps(), perhaps(), any::<[bool; 2]>());
    let block = block.prop_map(|(party, quality, name, [dated, bare])| SignatureBlock {
        party,
        quality,
        name,
        dated,
        asks: if bare {
            SignatureAsk::Signature
        } else {
            SignatureAsk::SignatureAndStamp
        },
    });
    let blank = prop_oneof![
        Just(Blank::Convention),
        Just(Blank::Act),
        Just(Blank::Letter)
    ];
    let parts = (words(), vec(block, 0..15), any::<bool>(), blank);
    parts.prop_map(|(done, blocks, keep_last_article, blank)| {
        Block::Signatures(Signatures {
            done,
            blocks,
            keep_last_article,
            blank,
        })
    })
}
