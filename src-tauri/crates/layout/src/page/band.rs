//! Bands: what stands between two places where a page may end, with what is inked on it.

use crate::pages::{Black, Length, NodeId, Owner};
use crate::para::{Run, Setting};
use std::sync::Arc;

/// May a page end before a band? In the order in which it is preferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Cut {
    /// It must.
    Page,
    /// It may.
    #[default]
    Free,
    /// It may, but the line before ends on a hyphen.
    Poor,
    /// Only when what is kept together is taller than a page.
    Kept,
    /// Never, as long as the page has another place.
    Never,
}

/// A horizontal band of the text, never parted.
#[derive(Clone, Debug, Default)]
pub struct Band {
    /// What is inked.
    pub inks: Vec<Ink>,
    /// How high.
    pub height: Length,
    /// Least distance from what stands above; dropped at the top of a page.
    pub before: Length,
    /// Least distance from what stands below.
    pub after: Length,
    /// May a page end before it?
    pub cut: Cut,
    /// Whether it is the first of its block.
    pub first: bool,
    /// Whether it is a title: two lines of what follows stay with it.
    pub title: bool,
    /// Whether what follows starts on the grid again.
    pub snaps: bool,
    /// What stands above it when it begins a page: the header of a table.
    pub repeats: Option<Arc<Band>>,
    /// Whose its words are when they only repeat others; none for words of the text.
    pub artifact: Option<Owner>,
    /// What is inked below it when it ends a page: the edge of a table.
    pub closes: Option<Ink>,
}

/// Something inked; its place is relative to the left edge of the block and the top of its band.
#[derive(Clone, Debug)]
pub struct Ink {
    /// Left.
    pub x: Length,
    /// Baseline or top.
    pub y: Length,
    /// What.
    pub what: What,
}

/// What is inked.
#[derive(Clone, Debug)]
pub enum What {
    /// A line of a set text.
    Line(Line),
    /// A rule, from its place.
    Rule {
        /// How far to the right.
        width: Length,
        /// How thick.
        thickness: Length,
        /// How dark.
        black: Black,
    },
    /// The blank where one signs: nothing is drawn.
    Blank {
        /// How wide, how high.
        size: (Length, Length),
        /// The element of its block.
        node: NodeId,
        /// For whom one signs.
        party: Arc<str>,
    },
    /// A picture.
    Picture {
        /// Which.
        image: usize,
        /// How wide.
        width: Length,
        /// How high.
        height: Length,
        /// Whose.
        owner: Owner,
    },
}

/// A line of a set text.
#[derive(Clone, Debug)]
pub struct Line {
    /// The text.
    pub setting: Arc<Setting>,
    /// Which of its lines.
    pub line: usize,
    /// Whose.
    pub owner: Owner,
    /// The elements of its links and abbreviations.
    pub spans: Arc<[NodeId]>,
    /// How dark.
    pub black: Black,
    /// Whether a space follows, because more of the same element comes.
    pub spaced: bool,
}

impl Line {
    /// Whose a run of it is: an element inside the text, else the text's own.
    pub fn owner_of(&self, run: &Run) -> Owner {
        let span = run.span.and_then(|span| self.spans.get(span));
        span.map_or(self.owner, |node| Owner::Node(*node))
    }
}

/// A set text and its element.
#[derive(Clone, Debug)]
pub struct SetText {
    /// The text.
    pub setting: Arc<Setting>,
    /// Whose.
    pub owner: Owner,
    /// The elements of its links and abbreviations.
    pub spans: Arc<[NodeId]>,
    /// How dark.
    pub black: Black,
}

impl SetText {
    /// How many lines it takes.
    pub fn len(&self) -> usize {
        self.setting.lines.len()
    }

    /// How high it is, at a leading.
    pub fn height(&self, leading: Length) -> Length {
        Length::try_from(self.len())
            .unwrap_or(Length::MAX)
            .saturating_mul(leading)
    }

    /// Width of a line.
    pub fn width(&self, line: usize) -> Length {
        self.setting.lines.get(line).map_or(0, |line| line.width)
    }

    /// Whether a line ends on a hyphen that its word does not have.
    pub fn hyphen(&self, line: usize) -> bool {
        self.setting.lines.get(line).is_some_and(|line| line.hyphen)
    }

    /// One of its lines, inked at a place.
    pub fn ink(&self, line: usize, x: Length, y: Length) -> Ink {
        let Self {
            setting,
            owner,
            spans,
            black,
        } = self;
        let (setting, spans) = (Arc::clone(setting), Arc::clone(spans));
        let line = Line {
            setting,
            line,
            owner: *owner,
            spans,
            black: *black,
            spaced: false,
        };
        Ink {
            x,
            y,
            what: What::Line(line),
        }
    }

    /// All its lines, inked one under the other; `first` is the first baseline.
    pub fn inks(
        &self,
        x: Length,
        first: Length,
        leading: Length,
    ) -> impl Iterator<Item = Ink> + '_ {
        let mut y = first - leading;
        (0..self.len()).map(move |line| {
            y += leading;
            self.ink(line, x, y)
        })
    }
}

impl Ink {
    /// A rule.
    pub fn rule(x: Length, y: Length, width: Length, thickness: Length) -> Self {
        Self {
            x,
            y,
            what: What::Rule {
                width,
                thickness,
                black: 100,
            },
        }
    }

    /// The same, followed by a space: more of the same element comes.
    pub fn spaced(mut self) -> Self {
        if let What::Line(line) = &mut self.what {
            line.spaced = true;
        }
        self
    }

    /// The same, lower.
    pub fn lowered(mut self, by: Length) -> Self {
        self.y += by;
        self
    }
}

impl Band {
    /// Whether one signs there.
    pub fn is_signed(&self) -> bool {
        let blank = |ink: &Ink| matches!(ink.what, What::Blank { .. });
        self.inks.iter().any(blank)
    }

    /// An empty band.
    pub fn of(height: Length) -> Self {
        Self {
            height,
            ..Self::default()
        }
    }

    /// Forbids a page to end before it.
    pub fn held(self) -> Self {
        Self {
            cut: Cut::Never,
            ..self
        }
    }

    /// Its place without its inks, at another height.
    pub fn clone_frame(&self, height: Length) -> Self {
        let Self {
            before,
            after,
            cut,
            first,
            title,
            snaps,
            artifact,
            ..
        } = *self;
        let (repeats, closes) = (self.repeats.clone(), self.closes.clone());
        Self {
            inks: Vec::new(),
            height,
            before,
            after,
            cut,
            first,
            title,
            snaps,
            repeats,
            closes,
            artifact,
        }
    }
}
