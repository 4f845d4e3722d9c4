//! A small picture (a logo), PNG, JPEG or SVG, kept as base64 text inside the dossier. Its drawing is checked by the
//! room that prints it.

use super::value;
use crate::entry::Kind;
use std::{fmt, str::FromStr};

/// The eight bytes every PNG begins with (PNG specification, 5.2).
const SIGNATURE: [u8; 8] = [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a];

/// A PNG, JPEG or SVG picture of at most 2 MB and 16 million points.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Image {
    bytes: Vec<u8>,
    size: Option<(u32, u32)>,
}

/// Why a text is not a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImageError {
    /// Not base64.
    #[error("not base64")]
    Base64,
    /// Base64, but neither a PNG, nor a JPEG, nor an SVG.
    #[error("neither a PNG, nor a JPEG, nor an SVG picture")]
    NotPicture,
    /// The file is larger than a dossier takes.
    #[error("{bytes} bytes are more than {}", Image::MOST)]
    TooLarge {
        /// The size of the file.
        bytes: usize,
    },
    /// The picture has no point, or too many.
    #[error("{width} × {height} points cannot be printed")]
    Size {
        /// Points across.
        width: u32,
        /// Points down.
        height: u32,
    },
}

impl Image {
    /// The largest file, in bytes.
    pub const MOST: usize = 2_000_000;
    /// The most points, across times down.
    pub const POINTS: u64 = 16_000_000;

    /// The picture in this file.
    ///
    /// # Errors
    /// Why it is not a picture.
    pub fn of(bytes: Vec<u8>) -> Result<Self, ImageError> {
        if bytes.len() > Self::MOST {
            return Err(ImageError::TooLarge { bytes: bytes.len() });
        }
        let size = png(&bytes).or_else(|| jpeg(&bytes));
        match size.map(|(width, height)| (width, height, u64::from(width) * u64::from(height))) {
            Some((_, _, 1..=Self::POINTS)) => Ok(Self { bytes, size }),
            Some((width, height, _)) => Err(ImageError::Size { width, height }),
            None if is_drawing(&bytes) => Ok(Self { bytes, size }),
            None => Err(ImageError::NotPicture),
        }
    }

    /// The file.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Points across and down; none for a drawing, which has no points.
    pub fn size(&self) -> Option<(u32, u32)> {
        self.size
    }
}

/// Points across and down, as the header of a PNG says (PNG specification, 11.2.2).
fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    let side = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    let is_png = bytes.starts_with(&SIGNATURE) && bytes.get(12..16) == Some(b"IHDR");
    is_png.then(|| side(16).zip(side(20)))?
}

/// Points across and down, as the header of the frame of a JPEG says (ISO 10918-1, B.2.2).
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.strip_prefix(&[0xff, 0xd8])?;
    loop {
        let [0xff, marker, high, low, ..] = *rest else {
            return None;
        };
        let segment = rest.get(4..usize::from(u16::from_be_bytes([high, low])) + 2)?;
        // Of the markers from C0 to CF, three begin tables; all others begin a frame.
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            let [_, down, down_low, across, across_low, ..] = *segment else {
                return None;
            };
            let side = |high, low| u32::from(u16::from_be_bytes([high, low]));
            return Some((side(across, across_low), side(down, down_low)));
        }
        rest = rest.get(segment.len() + 4..)?;
    }
}

/// Whether a file is the text of an SVG, as far as its words tell (SVG 2, 5.1.2).
fn is_drawing(bytes: &[u8]) -> bool {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let text = text.trim_start_matches('\u{feff}').trim_start();
    text.starts_with('<') && (text.contains("<svg") || text.contains(":svg"))
}

/// The sixty-four signs (RFC 4648, 4).
const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The value of a sign, 0 to 63.
fn sign(byte: u8) -> Option<u32> {
    let value = match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    };
    Some(u32::from(value))
}

/// The bytes that four signs or fewer write; `None` when they are not written as RFC 4648 asks.
fn decoded(group: &[u8], bytes: &mut Vec<u8>) -> Option<()> {
    let kept = group.iter().position(|&b| b == b'=').unwrap_or(group.len());
    let padded = group.len() == 4 && group.iter().skip(kept).all(|&b| b == b'=');
    let bits = group
        .iter()
        .take(kept)
        .try_fold(0u32, |bits, &b| Some(bits << 6 | sign(b)?))?;
    let bits = bits << (6 * (4 - kept)); // The group's 24 bits, the missing signs being zero.
    let [_, three @ ..] = bits.to_be_bytes();
    let whole = kept.checked_sub(1)?;
    let rest_is_zero = three.iter().skip(whole).all(|&b| b == 0);
    bytes.extend(three.iter().take(whole));
    (padded && kept >= 2 && rest_is_zero).then_some(())
}

/// The bytes that a base64 text writes.
fn from_base64(text: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let groups = text.chunks(4).enumerate();
    let last = text.len().div_ceil(4);
    for (rank, group) in groups {
        if rank + 1 < last && group.contains(&b'=') {
            return None;
        }
        decoded(group, &mut bytes)?;
    }
    Some(bytes)
}

impl FromStr for Image {
    type Err = ImageError;

    /// Reads base64, with or without `data:image/png;base64,` or the like before it; ends of line are forgiven.
    fn from_str(typed: &str) -> Result<Self, ImageError> {
        let text = typed.trim();
        let kinds = [
            "data:image/png;base64,",
            "data:image/jpeg;base64,",
            "data:image/svg+xml;base64,",
        ];
        let text = kinds
            .iter()
            .find_map(|kind| text.strip_prefix(kind))
            .unwrap_or(text);
        if text.len() > 2 * Self::MOST {
            return Err(ImageError::TooLarge {
                bytes: text.len() / 4 * 3,
            });
        }
        let compact: Vec<u8> = text.bytes().filter(|b| !b.is_ascii_whitespace()).collect();
        from_base64(&compact)
            .ok_or(ImageError::Base64)
            .and_then(Self::of)
    }
}

impl fmt::Display for Image {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::with_capacity(self.bytes.len() / 3 * 4 + 4);
        for group in self.bytes.chunks(3) {
            let bits = group.iter().fold(0u32, |bits, &b| bits << 8 | u32::from(b))
                << (8 * (3 - group.len()));
            for rank in 0..4 {
                let value = (bits >> (18 - 6 * rank)) & 63;
                text.push(if rank <= group.len() {
                    char::from(SIGNS[value as usize])
                } else {
                    '='
                });
            }
        }
        f.write_str(&text)
    }
}

impl fmt::Debug for Image {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (width, height) = self.size.unwrap_or_default();
        write!(f, "Image({width} × {height}, {} bytes)", self.bytes.len())
    }
}

value!(Image, Kind::Image);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::testing::check;
    use proptest::prelude::*;

    /// The start of a PNG of these points; enough to be told from something else.
    fn png(width: u32, height: u32, more: usize) -> Vec<u8> {
        let mut bytes = SIGNATURE.to_vec();
        bytes.extend([0, 0, 0, 13]);
        bytes.extend(b"IHDR");
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes.extend(std::iter::repeat_n(7, more));
        bytes
    }

    #[test]
    fn reads_a_picture() {
        for more in 0..4 {
            let spelling = Image::of(png(120, 80, more)).unwrap().to_string();
            check::<Image>(&spelling, Ok(&spelling));
            check::<Image>(
                &format!("data:image/png;base64,{spelling}\n"),
                Ok(&spelling),
            );
            assert_eq!(
                spelling.parse::<Image>().map(|image| image.size()),
                Ok(Some((120, 80)))
            );
        }
    }

    /// The start of a JPEG of these points: a comment, then the header of its frame.
    fn jpeg(width: u16, height: u16) -> Vec<u8> {
        let mut bytes = vec![
            0xff, 0xd8, 0xff, 0xfe, 0, 4, b'a', b'b', 0xff, 0xc2, 0, 11, 8,
        ];
        bytes.extend(height.to_be_bytes());
        bytes.extend(width.to_be_bytes());
        bytes.extend([1, 1, 0x11, 0]);
        bytes
    }

    #[test]
    fn reads_a_jpeg() {
        let image = Image::of(jpeg(120, 80)).unwrap();
        assert_eq!(image.size(), Some((120, 80)));
        let spelling = image.to_string();
        check::<Image>(&format!("data:image/jpeg;base64,{spelling}"), Ok(&spelling));
        let whole = jpeg(120, 80);
        for end in 0..whole.len() - 4 {
            assert_eq!(
                Image::of(whole[..end].to_vec()),
                Err(ImageError::NotPicture)
            );
        }
        let wide = Image::of(jpeg(60_000, 60_000));
        assert_eq!(
            wide,
            Err(ImageError::Size {
                width: 60_000,
                height: 60_000
            })
        );
    }

    #[test]
    fn reads_a_drawing() {
        for text in [
            "<svg xmlns='http://www.w3.org/2000/svg'/>",
            "\u{feff}\n<?xml version='1.0'?><s:svg xmlns:s='http://www.w3.org/2000/svg'/>",
        ] {
            let image = Image::of(text.as_bytes().to_vec()).unwrap();
            assert_eq!(image.size(), None);
            let spelling = image.to_string();
            check::<Image>(
                &format!("data:image/svg+xml;base64,{spelling}"),
                Ok(&spelling),
            );
        }
        for text in ["<html></html>", "Un texte qui parle de <svg>", ""] {
            let refused = Image::of(text.as_bytes().to_vec());
            assert_eq!(refused, Err(ImageError::NotPicture), "{text}");
        }
    }

    #[test]
    fn says_what_is_wrong() {
        check::<Image>("pas une image", Err(ImageError::Base64));
        check::<Image>("TQ==TQ==", Err(ImageError::Base64));
        check::<Image>("TR==", Err(ImageError::Base64)); // Bits that no byte holds.
        check::<Image>("TWFu", Err(ImageError::NotPicture));
        assert_eq!(
            Image::of(png(0, 80, 0)),
            Err(ImageError::Size {
                width: 0,
                height: 80
            })
        );
        assert_eq!(
            Image::of(png(1, 1, Image::MOST)),
            Err(ImageError::TooLarge {
                bytes: Image::MOST + 24
            })
        );
    }

    proptest! {
        #[test]
        fn base64_goes_and_comes_back(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
            let text = Image { bytes: bytes.clone(), size: None }.to_string();
            prop_assert_eq!(from_base64(text.as_bytes()), Some(bytes));
        }
    }
}
