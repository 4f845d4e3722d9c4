//! What the eye of a compositor sees: the lines of the text, read back from the pages alone. For tests and reports:
//! nothing here knows how lines were cut, so that it judges what was drawn.

mod flaws;

pub use flaws::{Flaw, Rule};

use crate::pages::{Draw, GlyphRun, Length, NodeId, Owner, Pages, Role};

/// A line of the text: glyphs of one block on one baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct SetLine {
    /// The page, blank versos included, from 0.
    pub page: usize,
    /// The block: a paragraph, a title, the text of an item, a cell.
    pub node: NodeId,
    /// Its role.
    pub role: Role,
    /// Left end.
    pub x: Length,
    /// The baseline.
    pub y: Length,
    /// Where its last sign ends.
    pub right: Length,
    /// Its size: that of its last run that is not raised.
    pub size: Length,
    /// Its words; a hyphen set at its end is U+00AD.
    pub words: String,
    /// Width of its widest space, per mille of natural; none for a line without spaces.
    pub spacing: Option<u32>,
    /// Width of its last sign.
    pub last_sign: Length,
    /// Whether it is the first of its block, the last.
    pub first: bool,
    /// Whether it is the last of its block.
    pub last: bool,
}

/// Natural width of a space in the faces of the book, per mille of the size (`page.md` §10).
const SPACE: i64 = 260;
/// Runs this near are on one baseline: raised letters stand a little higher.
const RAISED: Length = 5_000;

impl SetLine {
    /// Whether it ends on a hyphen that its word does not have.
    pub fn hyphenated(&self) -> bool {
        self.words.trim_end().ends_with('\u{ad}')
    }
}

impl Pages {
    /// The lines of the text, page after page in reading order; artifacts are left out.
    pub fn lines(&self) -> Vec<SetLine> {
        let mut lines: Vec<SetLine> = Vec::new();
        for (page, sheet) in self.pages.iter().enumerate() {
            for draw in &sheet.draws {
                let Draw::Glyphs(run) = draw else { continue };
                let Owner::Node(node) = run.owner else {
                    continue;
                };
                self.add(&mut lines, page, self.block(node), run);
            }
        }
        ends(&mut lines);
        lines
    }

    /// The block an element is part of: links and spans are inside one.
    fn block(&self, mut node: NodeId) -> NodeId {
        while let Role::Link | Role::Span | Role::Figure = self.nodes[node].role {
            let Some(parent) = self.nodes[node].parent else {
                break;
            };
            node = parent;
        }
        node
    }

    fn add(&self, lines: &mut Vec<SetLine>, page: usize, node: NodeId, run: &GlyphRun) {
        let goes_on = lines.last().is_some_and(|line| {
            line.page == page && line.node == node && (line.y - run.y).abs() < RAISED
        });
        if !goes_on {
            lines.push(SetLine {
                page,
                node,
                role: self.nodes[node].role,
                x: run.x,
                y: run.y,
                right: run.x,
                size: run.size,
                words: String::new(),
                spacing: None,
                last_sign: 0,
                first: false,
                last: false,
            });
        }
        if let Some(line) = lines.last_mut() {
            read(line, run);
        }
    }
}

fn read(line: &mut SetLine, run: &GlyphRun) {
    if run.y == line.y {
        line.size = run.size;
    }
    let mut x = run.x;
    for glyph in run.glyphs.iter() {
        let space = matches!(glyph.text.as_str(), " " | "\u{a0}");
        x += glyph.advance;
        line.words.push_str(&glyph.text);
        if !space {
            (line.right, line.last_sign) = (x, glyph.advance);
        } else if glyph.advance > 0 {
            let natural = SPACE * i64::from(run.size);
            let wide = i64::from(glyph.advance) * 1_000_000 / natural.max(1);
            let wide = u32::try_from(wide).unwrap_or(u32::MAX);
            line.spacing = line.spacing.max(Some(wide));
        }
    }
}

/// Marks the first and the last line of each block.
fn ends(lines: &mut [SetLine]) {
    for at in 0..lines.len() {
        let node = lines[at].node;
        let other = |rank: usize| lines.get(rank).map(|line| line.node);
        let before = at.checked_sub(1).and_then(other);
        let after = other(at + 1);
        lines[at].first = before != Some(node);
        lines[at].last = after != Some(node);
    }
}
