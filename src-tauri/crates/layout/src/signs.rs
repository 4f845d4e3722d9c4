//! The text of one glyph: a sign nearly always, which then takes no memory of its own. Knows no face.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// Signs kept once for all: Latin, then general punctuation and the signs of currencies.
const LATIN: u32 = 0x250;
const MARKS: std::ops::Range<u32> = 0x2000..0x20d0;
/// Bytes of each in UTF-8: one up to 0x7f, two in Latin, three in the marks.
const TWO_BYTES: u32 = 0x80;
const SIZE: usize = (TWO_BYTES + (LATIN - TWO_BYTES) * 2 + (MARKS.end - MARKS.start) * 3) as usize;
const BYTES: [u8; SIZE] = bytes();
const TABLE: &str = match std::str::from_utf8(&BYTES) {
    Ok(table) => table,
    Err(_) => panic!("the table of signs is UTF-8"),
};
/// What ligatures stand for.
const LIGATURES: [&str; 5] = ["fi", "ff", "fl", "ffi", "ffl"];

/// The text that a glyph stands for. It compares, prints and reads as a `str`.
#[derive(Clone)]
pub struct Signs(Kept);

#[derive(Clone)]
enum Kept {
    Once(&'static str),
    /// Behind a thin pointer: a glyph is then three words long.
    Own(Arc<String>),
}

impl Signs {
    /// No text: a later glyph of a cluster.
    pub const NONE: Self = Self(Kept::Once(""));

    /// The text.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Kept::Once(text) => text,
            Kept::Own(text) => text,
        }
    }
}

impl From<char> for Signs {
    fn from(sign: char) -> Self {
        match kept(sign) {
            Some(text) => Self(Kept::Once(text)),
            None => Self(Kept::Own(Arc::new(sign.to_string()))),
        }
    }
}

impl From<&str> for Signs {
    fn from(text: &str) -> Self {
        let mut signs = text.chars();
        match (signs.next(), signs.next()) {
            (None, _) => Self::NONE,
            (Some(sign), None) => Self::from(sign),
            _ => match LIGATURES.iter().find(|known| **known == text) {
                Some(known) => Self(Kept::Once(known)),
                None => Self(Kept::Own(Arc::new(text.to_owned()))),
            },
        }
    }
}

impl Deref for Signs {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl Default for Signs {
    fn default() -> Self {
        Self::NONE
    }
}

impl PartialEq for Signs {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Signs {}

impl PartialEq<&str> for Signs {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl fmt::Debug for Signs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

/// A sign of the table.
fn kept(sign: char) -> Option<&'static str> {
    let code = u32::from(sign);
    let at = match code {
        _ if code < TWO_BYTES => code,
        _ if code < LATIN => TWO_BYTES + (code - TWO_BYTES) * 2,
        _ if MARKS.contains(&code) => {
            TWO_BYTES + (LATIN - TWO_BYTES) * 2 + (code - MARKS.start) * 3
        }
        _ => return None,
    };
    let at = usize::try_from(at).ok()?;
    TABLE.get(at..at + sign.len_utf8())
}

const fn bytes() -> [u8; SIZE] {
    let mut bytes = [0; SIZE];
    let (mut at, mut code) = (0, 0);
    while code < MARKS.end {
        if code < TWO_BYTES {
            bytes[at] = code as u8;
            at += 1;
        } else if code < LATIN {
            bytes[at] = 0xc0 | (code >> 6) as u8;
            bytes[at + 1] = 0x80 | (code & 0x3f) as u8;
            at += 2;
        } else if code >= MARKS.start {
            bytes[at] = 0xe0 | (code >> 12) as u8;
            bytes[at + 1] = 0x80 | (code >> 6 & 0x3f) as u8;
            bytes[at + 2] = 0x80 | (code & 0x3f) as u8;
            at += 3;
        }
        code += 1;
    }
    bytes
}

#[test]
fn any_sign_reads_as_it_was_given() {
    for sign in '\0'..='\u{30000}' {
        let signs = Signs::from(sign);
        assert_eq!(signs.chars().collect::<Vec<_>>(), [sign]);
        assert_eq!(signs, Signs::from(&*sign.to_string()));
    }
    for text in ["", "ffi", "e\u{301}", "œuvre"] {
        assert_eq!(Signs::from(text), text);
    }
}

#[test]
fn french_takes_no_memory() {
    assert_eq!(size_of::<Signs>(), 2 * size_of::<usize>());
    for sign in "aéœŒ’«»—…€\u{a0}\u{202f}\u{ad}".chars() {
        assert!(matches!(Signs::from(sign).0, Kept::Once(_)), "{sign}");
    }
}
