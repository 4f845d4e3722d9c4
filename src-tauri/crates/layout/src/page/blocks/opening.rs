//! How a document opens: logo or institution, rule, title, subtitle, note (`page.md` §3).

use crate::lengths::{mm, pt};
use crate::page::band::{Band, Cut, Ink, What};
use crate::page::bench::{Bench, plain};
use crate::page::header::DOT;
use crate::page::picture;
use crate::page::sheet::Sheet;
use crate::page::styles::{
    ARTICLE, AXIS, GRID, INSTITUTION, LINE, NOTE_LINE, PLAIN, PLAIN_BOLD, RISE, STRONG, TITLE_DROP,
    TITLE_LINE, TITLE_RISE, title,
};
use crate::pages::{Artifact, Image, Length, Owner, Role};
use crate::para::How;
use document::{Block, Document, Head, Inline, Mark, TitleSize};

/// Top of a logo, on the page.
const LOGO_TOP: Length = pt(2835) / 10;
/// Height of a logo, and the most it may be wide.
const LOGO: (Length, Length) = (mm(15), mm(60));
/// From a logo to its words.
const LOGO_GAP: Length = pt(85);
/// First baseline of an institution, on the page.
const INSTITUTION_TOP: Length = pt(350);
/// Where the rule stands, on the page: under a logo or a stamp, under an institution.
const RULE: (Length, Length) = (pt(1020), pt(880));

/// First baseline of who writes and to whom, where the second stands, and the rule below: a window envelope shows
/// the address.
const LETTER: Length = pt(1330);
const RECIPIENT: Length = AXIS + mm(68);
const LETTER_RULE: Length = pt(2140);
/// Between two addresses, and from the last line to the rule.
const LETTER_GAP: Length = mm(4);
const LETTER_FOOT: Length = pt(210);

/// The bands of the opening: one for what never parts, then its subtitle and note.
pub fn bands(bench: &mut Bench<'_, '_>, document: &Document, sheet: &Sheet) -> Vec<Band> {
    let opening = &document.opening;
    let under_band = matches!(document.mark, Some(Mark::DoNotSign { .. }));
    let mut band = Band {
        first: true,
        ..Band::default()
    };
    if !under_band {
        head(bench, &opening.head, sheet.top, &mut band);
        let lowest = letter(bench, document, sheet, &mut band);
        let rule = rule(document, sheet).max(lowest);
        band.inks
            .push(Ink::rule(0, rule + STRONG / 2, bench.block, STRONG));
        band.height = rule + TITLE_DROP;
    }
    act_title(bench, document, &mut band);
    band.after = pt(140);
    let mut bands = vec![band];
    subtitle(bench, document, &mut bands);
    if !opening.note.is_empty() {
        super::prose::note(bench, &opening.note, &mut bands);
    }
    for band in bands.iter_mut().skip(1) {
        band.cut = Cut::Never;
    }
    let parties = opening.size == TitleSize::Act
        && matches!(document.blocks.first(), Some(Block::Parties(_)));
    if let Some(last) = bands.last_mut() {
        last.after = if parties { pt(210) } else { pt(140) };
    }
    bands
}

/// Where the rule stands, from the top of the text area.
fn rule(document: &Document, sheet: &Sheet) -> Length {
    let on_page = match &document.opening.head {
        _ if document.opening.letter.is_some() => LETTER_RULE,
        _ if document.stamp_zone => RULE.0,
        Head::Logo { .. } => RULE.0,
        Head::Institution { .. } => RULE.1,
        Head::Nothing => sheet.top,
    };
    on_page - sheet.top
}

/// The genre in bold, what follows it below: one element.
fn act_title(bench: &mut Bench<'_, '_>, document: &Document, band: &mut Band) {
    let opening = &document.opening;
    let node = bench.node(Role::H1);
    let words = format!("{} {}", plain(&opening.genre), plain(&opening.rest));
    bench.nodes[node].bookmark = Some(words.trim().to_owned());
    let measure = bench.measure();
    let genre = bench.text(
        node,
        &opening.genre,
        title(opening.size, true),
        How::Balanced,
        measure,
    );
    let rest = bench.text(
        node,
        &opening.rest,
        title(opening.size, false),
        How::Balanced,
        measure,
    );
    let first = band.height + TITLE_RISE;
    let follows = rest.len() > 0;
    let genre_inks = genre.inks(AXIS, first, TITLE_LINE);
    band.inks
        .extend(genre_inks.map(|ink| if follows { ink.spaced() } else { ink }));
    band.height += genre.height(TITLE_LINE);
    band.inks
        .extend(rest.inks(AXIS, band.height + TITLE_RISE, TITLE_LINE));
    band.height += rest.height(TITLE_LINE);
}

/// The subtitle: one paragraph, so that how long its words are changes no structure.
fn subtitle(bench: &mut Bench<'_, '_>, document: &Document, bands: &mut Vec<Band>) {
    let words = joined(bench, &document.opening.subtitle);
    if words.is_empty() {
        return;
    }
    let node = bench.node(Role::P);
    let measure = bench.measure();
    let text = bench.text(node, &words, PLAIN, How::Left, measure);
    let mut band = Band::of(text.height(LINE));
    band.inks.extend(text.inks(AXIS, RISE, LINE));
    band.after = pt(140);
    bands.push(band);
}

/// The items of a subtitle, joined by « · ». One that does not fit beside the others begins a line, after the dot; one
/// that ends on a line break stands alone.
fn joined(bench: &mut Bench<'_, '_>, items: &[Vec<Inline>]) -> Vec<Inline> {
    let dot = || Inline::words(DOT.trim_end().replacen(' ', "\u{a0}", 1));
    let mut items = items.iter().filter(|item| !item.is_empty()).peekable();
    let mut words: Vec<Inline> = Vec::new();
    let mut line = 0;
    while let Some(item) = items.next() {
        let after = items.peek().map(|_| dot());
        if words.last() == Some(&Inline::Break) {
            line = words.len();
        } else if !words.is_empty() {
            let space = Inline::words(" ");
            let mut beside = [&words[line..], std::slice::from_ref(&space), item].concat();
            beside.extend(after.clone());
            let fits = bench.shop.widths(&beside, PLAIN).natural <= bench.measure();
            words.push(if fits { space } else { Inline::Break });
            line = if fits { line } else { words.len() };
        }
        words.extend_from_slice(item);
        words.extend(after.filter(|_| item.last() != Some(&Inline::Break)));
    }
    words
}

/// Who writes, on the axis, and to whom; says how low the rule stands at least.
fn letter(
    bench: &mut Bench<'_, '_>,
    document: &Document,
    sheet: &Sheet,
    band: &mut Band,
) -> Length {
    let Some(letter) = &document.opening.letter else {
        return 0;
    };
    let first = LETTER - sheet.top;
    let places = [
        (&letter.sender, AXIS, RECIPIENT - AXIS - LETTER_GAP),
        (&letter.recipient, RECIPIENT, bench.block - RECIPIENT),
    ];
    let mut lowest = 0;
    for (lines, x, width) in places {
        let node = bench.node(Role::P);
        let words = lines.join(&Inline::Break);
        let text = bench.text(node, &words, PLAIN, How::Left, width);
        band.inks.extend(text.inks(x, first, LINE));
        lowest = lowest.max(first + text.height(LINE) - LINE + LETTER_FOOT);
    }
    lowest
}

fn head(bench: &mut Bench<'_, '_>, head: &Head, top: Length, band: &mut Band) {
    match head {
        Head::Nothing => {}
        Head::Institution { lines } => institution(bench, lines, top, band),
        Head::Logo {
            picture,
            alt,
            lines,
        } => match picture.as_deref().map(picture::read) {
            Some(Ok(image)) => logo(bench, image, (alt, lines), top, band),
            refused => {
                bench.refused = refused.and_then(Result::err);
                institution(bench, lines, top, band);
            }
        },
    }
}

/// Three lines at the left edge, the last in bold.
fn institution(bench: &mut Bench<'_, '_>, lines: &[Vec<Inline>], top: Length, band: &mut Band) {
    let mut y = INSTITUTION_TOP - top;
    for (rank, line) in lines.iter().enumerate() {
        let style = if rank + 1 == lines.len() {
            ARTICLE
        } else {
            INSTITUTION
        };
        let node = bench.node(Role::P);
        let text = bench.text(node, line, style, How::Left, mm(90));
        band.inks.extend(text.inks(0, y, LINE));
        y += text.height(LINE).max(LINE);
    }
}

/// The logo at the left edge, its words at its right, half-way up.
fn logo(
    bench: &mut Bench<'_, '_>,
    image: Image,
    (alt, lines): (&str, &[Vec<Inline>]),
    top: Length,
    band: &mut Band,
) {
    let (width, height) = fitted(&image);
    let index = bench.images.len();
    bench.images.push(picture::printed(image, (width, height)));
    let owner = if alt.is_empty() {
        Owner::Artifact(Artifact::Layout)
    } else {
        let node = bench.node(Role::Figure);
        bench.nodes[node].alt = Some(alt.to_owned());
        Owner::Node(node)
    };
    let y = LOGO_TOP - top;
    band.inks.push(Ink {
        x: 0,
        y,
        what: What::Picture {
            image: index,
            width,
            height,
            owner,
        },
    });
    let count = Length::try_from(lines.len()).unwrap_or(0);
    let mut baseline = y + height / 2 - count * NOTE_LINE / 2 + pt(90);
    for line in lines {
        let node = bench.node(Role::P);
        let text = bench.text(node, line, PLAIN_BOLD, How::Left, mm(90) - width - LOGO_GAP);
        band.inks
            .extend(text.inks(width + LOGO_GAP, baseline, NOTE_LINE));
        baseline += text.height(NOTE_LINE).max(NOTE_LINE);
    }
}

/// 15 mm high, unless it would then be wider than 60 mm.
fn fitted(image: &Image) -> (Length, Length) {
    let (most_high, most_wide) = (i64::from(LOGO.0), i64::from(LOGO.1));
    let (across, down) = (i64::from(image.width), i64::from(image.height));
    let wide = most_high * across / down;
    let (width, height) = if wide <= most_wide {
        (wide, most_high)
    } else {
        (most_wide, most_wide * down / across)
    };
    (
        Length::try_from(width).unwrap_or(LOGO.1),
        Length::try_from(height).unwrap_or(LOGO.0),
    )
}

const _: () = assert!(GRID * 2 == LINE);
