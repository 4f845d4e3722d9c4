//! Greys as PDF says them: 0 is black, 1 is white.

use layout::pages::{Black, Length};

/// The grey of so many per cent of black, in thousandths.
pub fn grey(black: Black) -> Length {
    Length::from(100 - black.min(100)) * 10
}
