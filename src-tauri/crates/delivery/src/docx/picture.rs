//! The picture at the head of a document: how large it is in the file, how large on the page.

use crate::markup::escaped;

/// English Metric Units in a millimetre.
const MM: u64 = 36_000;
/// A logo is 15 mm high and at most 60 mm wide (`page.md` §3).
const HEIGHT: u64 = 15 * MM;
const WIDEST: u64 = 60 * MM;

/// A picture that goes into the file as it is.
pub(super) struct Picture {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// `png` or `jpeg`.
    pub kind: &'static str,
    /// Pixels across and down.
    size: (u32, u32),
}

/// Reads how large a PNG or a JPEG is; none when it is neither.
pub(super) fn read(bytes: &[u8]) -> Option<Picture> {
    let (kind, size) = match png(bytes) {
        Some(size) => ("png", size),
        None => ("jpeg", jpeg(bytes)?),
    };
    (size.0 > 0 && size.1 > 0).then(|| Picture {
        bytes: bytes.to_vec(),
        kind,
        size,
    })
}

/// The header chunk comes first (PNG, §11.2.1).
fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    let rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let number = |at: usize| Some(u32::from_be_bytes(rest.get(at..at + 4)?.try_into().ok()?));
    (rest.get(4..8)? == b"IHDR").then_some((number(8)?, number(12)?))
}

/// Segments follow one another until the one that begins a frame (ITU-T T.81, annex B).
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.strip_prefix(&[0xff, 0xd8])?;
    loop {
        let number = |at: usize| Some(u16::from_be_bytes([*rest.get(at)?, *rest.get(at + 1)?]));
        let (0xff, kind) = (*rest.first()?, *rest.get(1)?) else {
            return None;
        };
        if kind == 0xff {
            rest = rest.get(1..)?;
            continue;
        }
        if matches!(kind, 0xc0..=0xcf) && !matches!(kind, 0xc4 | 0xc8 | 0xcc) {
            return Some((u32::from(number(7)?), u32::from(number(5)?)));
        }
        rest = rest.get(2 + usize::from(number(2)?)..)?;
    }
}

/// The picture in a line, with what it means for those who do not see it.
pub(super) fn drawing(picture: &Picture, alt: &str) -> String {
    let (across, down) = (u64::from(picture.size.0), u64::from(picture.size.1));
    let mut size = (across * HEIGHT / down, HEIGHT);
    if size.0 > WIDEST {
        size = (WIDEST, (down * WIDEST / across).max(1));
    }
    let (width, height, alt) = (size.0.max(1), size.1, escaped(alt));
    format!(
        "<w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{width}\" cy=\"{height}\"/>\
         <wp:docPr id=\"1\" name=\"Logo\" descr=\"{alt}\"/><a:graphic>\
         <a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>\
         <pic:nvPicPr><pic:cNvPr id=\"1\" name=\"logo.{kind}\" descr=\"{alt}\"/><pic:cNvPicPr/></pic:nvPicPr>\
         <pic:blipFill><a:blip r:embed=\"rIdLogo\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
         <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>\
         </wp:inline></w:drawing>",
        kind = picture.kind
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_of_a_picture_is_read() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x2c\0\0\0\x64\x08\x06";
        assert_eq!(
            read(png).map(|it| (it.kind, it.size)),
            Some(("png", (300, 100)))
        );
        let jpeg = [
            0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc2, 0, 11, 8, 0, 50, 0, 200, 1, 1, 17, 0,
        ];
        assert_eq!(
            read(&jpeg).map(|it| (it.kind, it.size)),
            Some(("jpeg", (200, 50)))
        );
        for broken in [&b"GIF89a"[..], &png[..18], &jpeg[..9], &[0xff, 0xd8, 0xff]] {
            assert!(read(broken).is_none());
        }
    }
}
