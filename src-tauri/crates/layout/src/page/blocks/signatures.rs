//! Where one signs: « Fait à … », then a block for each signatory (`page.md` §6).

use super::prose;
use crate::lengths::{mm, pt};
use crate::page::band::{Band, Cut, Ink, SetText, What};
use crate::page::bench::{Bench, plain};
use crate::page::styles::{AXIS, BODY, EDGE, FINE, LINE, PLAIN, PLAIN_BOLD, RISE, SMALL, quiet};
use crate::pages::{Length, NodeId, Role};
use crate::para::{How, Style};
use document::{Blank, Dotted, Inline, SignatureAsk, SignatureBlock, Signatures};

/// Between two blocks.
const GAP: Length = mm(8);
/// From the rule to the party; from the name to the blank; from the blank to the date.
const ABOVE: Length = pt(60);
const UNDER_NAME: Length = pt(70);
const UNDER_BLANK: Length = pt(100);
/// Baseline of « Signature et cachet », from the top of the blank.
const HINT: Length = pt(110);
/// Between two rows of blocks: a date written by hand above, a rule below.
const ROWS: Length = pt(280);

/// « Fait à … » and the blocks, never parted.
pub fn signatures(bench: &mut Bench<'_, '_>, signatures: &Signatures, bands: &mut Vec<Band>) {
    let mut block = Vec::new();
    bench.inside(Role::Sect, |bench, _| {
        if !signatures.done.is_empty() {
            done(bench, &signatures.done, &mut block);
        }
        let per_row = per_row(signatures.blocks.len());
        for (rank, row) in signatures.blocks.chunks(per_row).enumerate() {
            let blank = blank(signatures.blank, signatures.blocks.len());
            let mut band = blocks(bench, row, per_row, blank);
            band.before = if rank > 0 { ROWS } else { 0 };
            block.push(band);
        }
    });
    for band in block.iter_mut().skip(1) {
        band.cut = Cut::Never;
    }
    if let Some(last) = block.last_mut() {
        last.snaps = true;
    }
    prose::push(bands, block, pt(140), pt(140));
}

/// One alone takes the measure; two or four stand by two, three, five or six by three.
fn per_row(count: usize) -> usize {
    match count {
        0 | 1 => 1,
        2 | 4 => 2,
        _ => 3,
    }
}

/// 40 mm, 35 mm on a délibération or a bordereau, 50 mm when alone; 20 mm at the foot of a letter.
fn blank(blank: Blank, count: usize) -> Length {
    match (blank, count) {
        (Blank::Letter, _) => mm(20),
        (_, 1) => mm(50),
        (Blank::Convention, _) => mm(40),
        (Blank::Act, _) => mm(35),
    }
}

fn done(bench: &mut Bench<'_, '_>, words: &[Inline], block: &mut Vec<Band>) {
    let node = bench.node(Role::P);
    let measure = bench.measure();
    let text = bench.text(node, words, BODY, How::Left, measure);
    block.append(&mut prose::lines(&text, AXIS, (LINE, RISE)));
    if let Some(last) = block.last_mut() {
        last.after = pt(210);
    }
}

/// A row of blocks side by side: their rules stand level.
fn blocks(
    bench: &mut Bench<'_, '_>,
    row: &[SignatureBlock],
    per_row: usize,
    blank: Length,
) -> Band {
    let count = Length::try_from(per_row).unwrap_or(1);
    let width = (bench.measure() - GAP * (count - 1)) / count;
    let sects: Vec<NodeId> = row.iter().map(|_| bench.node(Role::Sect)).collect();
    let named = row.iter().zip(&sects);
    let names: Vec<Vec<SetText>> = named
        .map(|(block, sect)| identity(bench, *sect, block, width))
        .collect();
    let height = |texts: &Vec<SetText>| texts.iter().map(|text| text.height(LINE)).sum::<Length>();
    let tallest = names.iter().map(height).max().unwrap_or(0);
    let top = ABOVE + tallest + UNDER_NAME;
    let dated = row.iter().any(|block| block.dated);
    let foot = top + blank;
    let mut band = Band::of(foot + if dated { UNDER_BLANK + LINE } else { pt(10) });
    let mut x = AXIS;
    for ((block, texts), sect) in row.iter().zip(&names).zip(sects) {
        band.inks.push(Ink::rule(x, 0, width, EDGE));
        let mut y = ABOVE + RISE;
        for text in texts {
            band.inks.extend(text.inks(x, y, LINE));
            y += text.height(LINE);
        }
        band.inks.push(Ink::rule(x, top, width, FINE));
        let asked = hint(bench, sect, block.asks, width);
        band.inks.extend(asked.inks(x, top + HINT, LINE));
        let what = What::Blank {
            size: (width, blank),
            node: sect,
            party: plain(&block.party).into(),
        };
        band.inks.push(Ink { x, y: top, what });
        band.inks.push(Ink::rule(x, foot, width, FINE));
        if block.dated {
            band.inks
                .extend(date(bench, sect, width).inks(x, foot + UNDER_BLANK + RISE, LINE));
        }
        x += width + GAP;
    }
    band
}

/// Party, quality, name.
fn identity(
    bench: &mut Bench<'_, '_>,
    sect: NodeId,
    block: &SignatureBlock,
    width: Length,
) -> Vec<SetText> {
    let lines = [
        (&block.party, PLAIN_BOLD),
        (&block.quality, PLAIN),
        (&block.name, PLAIN_BOLD),
    ];
    let lines = lines.into_iter().filter(|(words, _)| !words.is_empty());
    lines
        .map(|(words, style)| line(bench, sect, words, style, width))
        .collect()
}

fn line(
    bench: &mut Bench<'_, '_>,
    sect: NodeId,
    words: &[Inline],
    style: Style,
    width: Length,
) -> SetText {
    let node = bench.child(sect, Role::P);
    bench.text(node, words, style, How::Left, width)
}

/// What the blank asks for.
fn hint(bench: &mut Bench<'_, '_>, sect: NodeId, asks: SignatureAsk, width: Length) -> SetText {
    let words = match asks {
        SignatureAsk::SignatureAndStamp => "Signature et cachet",
        SignatureAsk::Signature => "Signature",
    };
    line(bench, sect, &[Inline::words(words)], quiet(SMALL), width)
}

fn date(bench: &mut Bench<'_, '_>, sect: NodeId, width: Length) -> SetText {
    let words = [
        Inline::words("Signé le "),
        Inline::Dotted {
            what: Dotted::Rest,
            fields: Vec::new(),
        },
    ];
    line(bench, sect, &words, PLAIN, width)
}
