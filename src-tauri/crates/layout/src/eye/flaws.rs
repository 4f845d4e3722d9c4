//! What a compositor would mark on set pages (`page.md` §2, §6, §10). Judges lines read back from the pages, so that
//! neither line breaking nor the filling of pages judges itself.

use super::SetLine;
use crate::lengths::mm;
use crate::pages::{Draw, Length, NodeId, Pages, Role, ShapeKind};
use std::ops::Range;

/// A mark on set pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// What it goes against.
    pub rule: Rule,
    /// The page, blank versos included, from 0.
    pub page: usize,
    /// The words of the line.
    pub words: String,
}

/// What is asked of set pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Two lines of a text at least on each of its pages.
    TwoLines,
    /// A title is followed by two lines of what it heads, or by all of it.
    Title,
    /// One signs on a page that bears some of the text.
    Signature,
    /// No hyphen on the line before the last.
    Penultimate,
    /// No hyphen at the foot of a page.
    PageEnd,
    /// Never three hyphens one above the other.
    Ladder,
    /// Three letters at least on each side of a hyphen.
    Remains,
    /// No hyphen in a word that has a capital or a figure.
    Name,
    /// Two words at least, and 15 % of the measure, on a last line.
    LastLine,
    /// Spaces of a justified line at most 160 % of natural; how wide they are, per mille.
    Loose(u32),
    /// A justified line reaches the edge of the measure; by how much it falls short.
    Short(Length),
}

/// Letters on each side of a hyphen, at least.
const SIDE: usize = 3;
/// Letters of the word itself before a hyphen, when others are elided before it: « l’ou-verture ».
const LEAST: usize = 2;
/// Spaces of a justified line, at most, per mille of natural.
const WIDEST: u32 = 1_600;
/// Spaces that are neither stretched nor shrunk.
const NATURAL: Range<u32> = 995..1_006;
/// Last lines at least this wide.
const SHORTEST: Length = mm(21);
/// How far a line may end from the edge without being short.
const NEAR: Length = 1_000;

impl Pages {
    /// What a compositor would mark, page after page.
    pub fn flaws(&self) -> Vec<Flaw> {
        let lines = self.lines();
        let mut eye = Eye {
            pages: self,
            lines: &lines,
            flaws: Vec::new(),
        };
        let mut start = 0;
        while start < lines.len() {
            let node = lines[start].node;
            let same = lines[start..].iter().take_while(|line| line.node == node);
            let end = start + same.count();
            eye.text(start..end);
            start = end;
        }
        eye.signatures();
        eye.flaws
    }
}

struct Eye<'a> {
    pages: &'a Pages,
    lines: &'a [SetLine],
    flaws: Vec<Flaw>,
}

impl Eye<'_> {
    fn mark(&mut self, rule: Rule, line: usize) {
        let SetLine { page, words, .. } = &self.lines[line];
        let (page, words) = (*page, words.trim_end().to_owned());
        self.flaws.push(Flaw { rule, page, words });
    }

    fn text(&mut self, text: Range<usize>) {
        match self.lines[text.start].role {
            Role::H1 | Role::H2 | Role::H3 => self.title(text),
            _ => {
                self.parted(text.clone());
                self.hyphens(text.clone());
                self.justified(text);
            }
        }
    }

    /// Two lines at least at the foot of a page and at the head of the next.
    fn parted(&mut self, text: Range<usize>) {
        let first = self.lines[text.start].page;
        let last = self.lines[text.end - 1].page;
        let on = |page| {
            text.clone()
                .filter(|line| self.lines[*line].page == page)
                .count()
        };
        if first != last && on(first) < 2 {
            self.mark(Rule::TwoLines, text.start);
        }
        if first != last && on(last) < 2 {
            self.mark(Rule::TwoLines, text.end - 1);
        }
    }

    fn title(&mut self, title: Range<usize>) {
        let page = self.lines[title.end - 1].page;
        let Some(next) = self.lines.get(title.end) else {
            return self.mark(Rule::Title, title.start);
        };
        let text = self.lines[title.end..]
            .iter()
            .take_while(|line| line.node == next.node);
        let kept = text.clone().filter(|line| line.page == page).count();
        if kept < text.count().min(2) {
            self.mark(Rule::Title, title.start);
        }
    }

    fn hyphens(&mut self, text: Range<usize>) {
        let mut row = 0;
        for line in text.clone() {
            let set = &self.lines[line];
            row = if set.hyphenated() { row + 1 } else { 0 };
            if row == 0 {
                continue;
            }
            let next = self.lines.get(line + 1).filter(|_| line + 1 < text.end);
            let rules = [
                (row > 2, Rule::Ladder),
                (line + 2 == text.end, Rule::Penultimate),
                (
                    next.is_some_and(|next| next.page != set.page),
                    Rule::PageEnd,
                ),
                (next.is_some_and(|next| is_short(set, next)), Rule::Remains),
                (next.is_some_and(|next| is_named(set, next)), Rule::Name),
            ];
            for (broken, rule) in rules {
                if broken {
                    self.mark(rule, line);
                }
            }
        }
    }

    /// A text is justified when the spaces of a line before the last are not natural.
    fn justified(&mut self, text: Range<usize>) {
        let before_last = text.start..text.end - 1;
        let stretched = |line: usize| {
            let spacing = self.lines[line].spacing;
            spacing.is_some_and(|spacing| !NATURAL.contains(&spacing))
        };
        if !before_last.clone().any(stretched) {
            return;
        }
        for line in before_last {
            let SetLine {
                spacing,
                right,
                page,
                ..
            } = self.lines[line];
            let short = self.edge(page) - right;
            let wide = spacing.unwrap_or(0);
            if wide > WIDEST {
                self.mark(Rule::Loose(wide), line);
            }
            if short > NEAR {
                self.mark(Rule::Short(short), line);
            }
        }
        self.last(text.end - 1);
    }

    /// The right edge of the measure: every page has the rule of its foot, which ends there.
    fn edge(&self, page: usize) -> Length {
        let end = |draw: &Draw| match draw {
            Draw::Shape(shape) => match shape.kind {
                ShapeKind::Line { to, .. } => Some(to.0),
                ShapeKind::Frame { .. } => None,
            },
            _ => None,
        };
        let draws = &self.pages.pages[page].draws;
        draws.iter().filter_map(end).max().unwrap_or(0)
    }

    fn last(&mut self, line: usize) {
        let SetLine {
            words, x, right, ..
        } = &self.lines[line];
        let count = words
            .split([' ', '\u{a0}'])
            .filter(|word| !word.is_empty())
            .count();
        if count < 2 || right - x < SHORTEST {
            self.mark(Rule::LastLine, line);
        }
    }

    /// Where one first signs, something of the text stands above.
    fn signatures(&mut self) {
        let mut known: Vec<Option<NodeId>> = Vec::new();
        for place in &self.pages.signing {
            let act = self.pages.nodes[place.node].parent;
            if known.contains(&act) {
                continue;
            }
            known.push(act);
            let on_page = |line: &&SetLine| line.page == place.page;
            let first = self.lines.iter().position(|line| on_page(&line));
            let lone = first.filter(|line| act.is_some_and(|act| self.is_in(*line, act)));
            if let Some(line) = lone {
                self.mark(Rule::Signature, line);
            }
        }
    }

    fn is_in(&self, line: usize, above: NodeId) -> bool {
        let mut node = Some(self.lines[line].node);
        while let Some(at) = node.filter(|at| *at != above) {
            node = self.pages.nodes[at].parent;
        }
        node.is_some()
    }
}

/// The letters on each side of a hyphen.
fn sides<'a>(line: &'a SetLine, next: &'a SetLine) -> (&'a str, &'a str) {
    let apart = |sign: char| !sign.is_alphanumeric();
    let before = line.words.trim_end().trim_end_matches('\u{ad}');
    let before = before.rsplit(apart).next().unwrap_or_default();
    let after = next.words.split(apart).next().unwrap_or_default();
    (before, after)
}

fn is_short(line: &SetLine, next: &SetLine) -> bool {
    let (before, after) = sides(line, next);
    let elided = |sign: &char| sign.is_alphanumeric();
    let whole = line
        .words
        .trim_end()
        .rsplit([' ', '\u{a0}', '\u{202f}'])
        .next();
    let letters = whole.unwrap_or_default().chars().filter(elided).count();
    letters < SIDE || before.chars().count() < LEAST || after.chars().count() < SIDE
}

fn is_named(line: &SetLine, next: &SetLine) -> bool {
    let (before, after) = sides(line, next);
    let odd = |sign: char| sign.is_uppercase() || sign.is_numeric();
    before.chars().chain(after.chars()).any(odd)
}
