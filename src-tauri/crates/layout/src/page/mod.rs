//! Puts blocks on pages: what goes under what, how far apart, and where a page ends.
//!
//! Each block becomes bands ([`band`]); bands are shared out between pages ([`flow`]); pages are drawn with
//! what surrounds them ([`sheet`], [`furniture`]).

mod band;
mod bench;
mod blocks;
mod draw;
mod fitted;
mod flow;
mod foot;
mod furniture;
mod header;
mod marks;
mod picture;
mod place;
mod sheet;
mod styles;
mod typeset;

pub use typeset::typeset;

pub use picture::{Effect, PictureFault};

/// Whether these bytes are a picture that the pages can show: a PNG, a JPEG or an SVG, whole and not too large.
///
/// # Errors
/// Why they are not.
pub fn reads_picture(file: &[u8]) -> Result<(), PictureFault> {
    picture::whole(file)
}
