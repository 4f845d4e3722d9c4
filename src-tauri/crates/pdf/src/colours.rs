//! Greys as PDF says them: 0 is black, 1 is white.

use layout::pages::Black;

/// The grey of so many per cent of black.
pub fn grey(black: Black) -> f32 {
    f32::from(100 - black.min(100)) / 100.0
}
