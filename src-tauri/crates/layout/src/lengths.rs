//! Lengths of the page, in whole thousandths of a point. Knows no style.

use crate::pages::{Length, POINT};

/// Points, given in tenths of a point: `pt(105)` is 10.5 pt.
pub const fn pt(tenths: i32) -> Length {
    tenths * POINT / 10
}

/// Millimetres, rounded to the nearest thousandth of a point.
pub const fn mm(millimetres: i32) -> Length {
    (millimetres * 720_000 + 127) / 254
}

/// A length of the font (thousandths of an em) at a size, rounded.
pub const fn scaled(units: i32, size: Length) -> Length {
    let product = units as i64 * size as i64;
    let half = if product < 0 { -500 } else { 500 };
    ((product + half) / 1000) as Length
}

/// The next multiple of `step` at or above a length.
pub const fn round_up(length: Length, step: Length) -> Length {
    (length + step - 1).div_euclid(step) * step
}

#[test]
fn lengths_agree_with_the_grid() {
    assert_eq!((mm(22), mm(142), mm(25)), (62_362, 402_520, 70_866));
    assert_eq!(mm(25) + mm(164) + mm(21), crate::pages::A4.0);
    assert_eq!(scaled(260, pt(105)), 2_730);
    assert_eq!(round_up(mm(40), 7 * POINT), 119_000);
}
