//! How a camera was held: the orientation that the EXIF data of a JPEG gives, and pixels turned by it.

/// The tag of the orientation (Exif 2.32, 4.6.4 A).
const ORIENTATION: u16 = 0x0112;
/// Its only kind: a short number (TIFF 6.0, 2).
const SHORT: u16 = 3;
/// An entry of a TIFF directory, in bytes.
const ENTRY: usize = 12;

/// From 1 (as it is) to 8; 1 when nothing readable is said.
pub fn orientation(exif: &[u8]) -> u8 {
    read(exif)
        .filter(|said| (1..=8).contains(said))
        .unwrap_or(1)
}

fn read(exif: &[u8]) -> Option<u8> {
    let little = match exif.get(..2)? {
        b"II" => true,
        b"MM" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes = exif.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little {
            u16::from_le_bytes(bytes)
        } else {
            u16::from_be_bytes(bytes)
        })
    };
    let (one, two) = (short(4)?, short(6)?);
    let (high, low) = if little { (two, one) } else { (one, two) };
    let directory = usize::from(high) << 16 | usize::from(low);
    let entries = usize::from(short(directory)?);
    let mut places = (0..entries).map(|rank| directory.saturating_add(2 + rank * ENTRY));
    let found = places.find(|at| short(*at) == Some(ORIENTATION))?;
    let is_short = short(found.checked_add(2)?)? == SHORT;
    let value = short(found.checked_add(8)?)?;
    u8::try_from(value).ok().filter(|_| is_short)
}

/// Pixels of three bytes, upright: width, height, bytes.
pub fn upright(
    rgb: &[u8],
    (width, height): (usize, usize),
    orientation: u8,
) -> (usize, usize, Vec<u8>) {
    let (across, down) = if orientation >= 5 {
        (height, width)
    } else {
        (width, height)
    };
    let mut turned = Vec::with_capacity(rgb.len());
    for y in 0..down {
        for x in 0..across {
            let (back_x, back_y) = (across - 1 - x, down - 1 - y);
            let (column, row) = match orientation {
                2 => (back_x, y),
                3 => (back_x, back_y),
                4 => (x, back_y),
                5 => (y, x),
                6 => (y, back_x),
                7 => (back_y, back_x),
                8 => (back_y, x),
                _ => (x, y),
            };
            let at = (row * width + column) * 3;
            turned.extend_from_slice(rgb.get(at..at + 3).unwrap_or(&[255; 3]));
        }
    }
    (across, down, turned)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A TIFF directory of two entries, the second the orientation.
    fn exif(little: bool, orientation: u16) -> Vec<u8> {
        let short = |number: u16| {
            if little {
                number.to_le_bytes()
            } else {
                number.to_be_bytes()
            }
        };
        let long = |number: u16| {
            if little {
                [short(number), [0, 0]].concat()
            } else {
                [[0, 0], short(number)].concat()
            }
        };
        let mut bytes = if little {
            b"II".to_vec()
        } else {
            b"MM".to_vec()
        };
        bytes.extend(short(42));
        bytes.extend(long(8));
        bytes.extend(short(2));
        for (tag, value) in [(0x0100, 640), (ORIENTATION, orientation)] {
            bytes.extend(short(tag));
            bytes.extend(short(SHORT));
            bytes.extend(long(1));
            bytes.extend(short(value));
            bytes.extend([0, 0]);
        }
        bytes
    }

    #[test]
    fn the_orientation_is_read_whichever_way_bytes_go() {
        for said in 1..=8 {
            assert_eq!(orientation(&exif(true, u16::from(said))), said);
            assert_eq!(orientation(&exif(false, u16::from(said))), said);
        }
        assert_eq!(orientation(&exif(true, 9)), 1);
        let whole = exif(false, 6);
        for end in 0..whole.len() - 2 {
            assert_eq!(orientation(&whole[..end]), 1, "cut at {end}");
        }
    }

    /// The eight ways of holding a camera before « AB / CD / EF », as its pixels then come, brought upright.
    #[test]
    fn pixels_are_brought_upright() {
        let upright_rows = "ABCDEF";
        let held = [
            (1, 2, "ABCDEF"),
            (2, 2, "BADCFE"),
            (3, 2, "FEDCBA"),
            (4, 2, "EFCDAB"),
            (5, 3, "ACEBDF"),
            (6, 3, "BDFACE"),
            (7, 3, "FDBECA"),
            (8, 3, "ECAFDB"),
        ];
        for (orientation, width, letters) in held {
            let rgb: Vec<u8> = letters.bytes().flat_map(|letter| [letter; 3]).collect();
            let (across, down, turned) = upright(&rgb, (width, 6 / width), orientation);
            let letters: Vec<u8> = turned.chunks(3).map(|pixel| pixel[0]).collect();
            assert_eq!((across, down), (2, 3), "{orientation}");
            assert_eq!(
                String::from_utf8_lossy(&letters),
                upright_rows,
                "{orientation}"
            );
        }
    }
}
