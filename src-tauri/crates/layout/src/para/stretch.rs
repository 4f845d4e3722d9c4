//! How a line grows or shrinks to its measure: spaces first, then letters by a hair, then spaces again
//! (`page.md` §10). Knows widths alone.

/// Growth of spaces that is welcome, in per mille of natural; shrink that is allowed.
const GROW: i64 = 450;
const SHRINK: i64 = 200;
/// Growth and shrink of letters, in per mille of the size. What a line's letters may grow is its `letters`.
pub const LETTERS_GROW: i64 = 8;
const LETTERS_SHRINK: i64 = 4;
/// Beyond this growth of spaces, in per mille of natural, a line is left short rather than torn; its spaces and its
/// letters then grow by what is welcome, so that it is short by as little as may be.
const TORN: i64 = 800;
/// How much tightness or looseness the letters add: a line at 1 has spaces of 145 %.
const BY_LETTERS: f64 = 1.0 / 3.0;

/// The tightest line allowed.
pub const TIGHTEST: f64 = -1.2;
/// The loosest good line: 145 %.
pub const GOOD: f64 = 1.0;
/// The loosest line as a last resort: 160 %, letters at their widest.
pub const LAST_RESORT: f64 = 1.0 + BY_LETTERS + 0.15 / 0.45;

/// The loosest line that saves a last line from holding one word: 180 %.
pub const LOOSEST: f64 = LAST_RESORT + 0.2 / 0.45;

/// What a line has to give, in thousandths of a point.
#[derive(Clone, Copy, Debug, Default)]
pub struct Give {
    /// Natural width of its spaces.
    pub space: i64,
    /// How much its letters may grow.
    pub letters: i64,
}

/// What is added to spaces and to letters, all together; less than nothing to shrink.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// To the spaces.
    pub spaces: i64,
    /// To the letters.
    pub letters: i64,
}

impl Give {
    fn grow(self) -> i64 {
        self.space * GROW / 1000
    }

    fn shrink(self) -> i64 {
        self.space * SHRINK / 1000
    }

    fn letters_shrink(self) -> i64 {
        self.letters * LETTERS_SHRINK / LETTERS_GROW
    }

    /// The most that the line can shrink.
    pub fn most_shrink(self) -> i64 {
        self.shrink() + self.letters_shrink()
    }

    /// How loose (above 0) or tight (below 0) the line is, when it has `slack` to take up.
    pub fn ratio(self, slack: i64) -> f64 {
        let (grow, shrink, letters) = (self.grow(), self.shrink(), self.letters);
        match slack {
            slack if slack.abs() < 2 => 0.0,
            slack if slack < 0 && -slack <= shrink => part(slack, shrink),
            slack if slack < 0 => -1.0 + 0.2 * part(slack + shrink, self.letters_shrink()),
            slack if slack <= grow => part(slack, grow),
            slack if slack <= grow + letters => 1.0 + BY_LETTERS * part(slack - grow, letters),
            slack => 1.0 + BY_LETTERS + part(slack - grow - letters, grow),
        }
    }

    /// Whether the spaces would have to grow so much that the line is better left short.
    pub fn is_torn(self, slack: i64) -> bool {
        slack > self.space * TORN / 1000 + self.letters
    }

    /// Shares `slack` out between spaces and letters.
    pub fn added(self, slack: i64) -> Added {
        if self.is_torn(slack) {
            return Added {
                spaces: self.grow(),
                letters: self.letters,
            };
        }
        let spaces = slack.clamp(-self.shrink(), self.grow());
        let letters = (slack - spaces).clamp(-self.letters_shrink(), self.letters);
        let spaces = spaces + (slack - spaces - letters).max(0);
        Added { spaces, letters }
    }
}

/// A part of a whole; very large when there is no whole.
fn part(part: i64, whole: i64) -> f64 {
    if whole > 0 {
        part as f64 / whole as f64
    } else {
        part.signum() as f64 * 1e6
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: Give = Give {
        space: 10_000,
        letters: 2_000,
    };

    #[test]
    fn spaces_give_first_then_letters_then_spaces() {
        assert_eq!(
            LINE.added(3_000),
            Added {
                spaces: 3_000,
                letters: 0
            }
        );
        assert_eq!(
            LINE.added(5_000),
            Added {
                spaces: 4_500,
                letters: 500
            }
        );
        assert_eq!(
            LINE.added(8_000),
            Added {
                spaces: 6_000,
                letters: 2_000
            }
        );
        assert_eq!(
            LINE.added(-2_500),
            Added {
                spaces: -2_000,
                letters: -500
            }
        );
    }

    #[test]
    fn a_line_is_left_short_rather_than_torn() {
        assert_eq!(
            LINE.added(20_000),
            Added {
                spaces: 4_500,
                letters: 2_000
            }
        );
    }

    #[test]
    fn the_ratio_follows() {
        assert!((LINE.ratio(4_500) - GOOD).abs() < 1e-9);
        assert!((LINE.ratio(8_000) - LAST_RESORT).abs() < 1e-9);
        assert!((LINE.ratio(-3_000) - TIGHTEST).abs() < 1e-9);
    }
}
