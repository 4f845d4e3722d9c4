//! Numbers as short text.

use layout::pages::{Black, Length};
use std::fmt::Write;

/// Adds a length in points, without needless zeros: 62360 gives « 62.36 ».
pub fn points(out: &mut String, length: Length) {
    let sign = if length < 0 { "-" } else { "" };
    let (whole, rest) = (length.unsigned_abs() / 1000, length.unsigned_abs() % 1000);
    // Writing to a text never fails.
    let _ = match rest {
        0 => write!(out, "{sign}{whole}"),
        _ => write!(
            out,
            "{sign}{whole}.{}",
            format!("{rest:03}").trim_end_matches('0')
        ),
    };
}

/// A grey as SVG says it: `#000` is full black.
pub fn grey(black: Black) -> String {
    let level = (100 - u32::from(black.min(100))) * 255 / 100;
    format!("#{level:02x}{level:02x}{level:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_short() {
        let text = |length| {
            let mut out = String::new();
            points(&mut out, length);
            out
        };
        assert_eq!(
            [62_360, 14_000, -500, 3, 0].map(text),
            ["62.36", "14", "-0.5", "0.003", "0"]
        );
    }

    #[test]
    fn greys_go_from_white_to_black() {
        assert_eq!(
            [0, 45, 100, 255].map(grey),
            ["#ffffff", "#8c8c8c", "#000000", "#000000"]
        );
    }
}
