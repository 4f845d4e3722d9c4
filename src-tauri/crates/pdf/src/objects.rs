//! Shorthand for PDF objects: names, numbers, texts, dictionaries.

use lopdf::{Dictionary, Object, ObjectId, StringFormat};

/// A name.
pub fn name(text: &str) -> Object {
    Object::Name(text.as_bytes().to_vec())
}

/// A whole number.
pub fn int(number: impl TryInto<i64>) -> Object {
    Object::Integer(number.try_into().unwrap_or(i64::MAX))
}

/// A text string (ISO 32000-1, 7.9.2.2): a byte a sign while it can, which French nearly always can, else UTF-16 with
/// its mark.
pub fn text(words: &str) -> Object {
    let bytes: Option<Vec<u8>> = words.chars().map(byte).collect();
    let marked = |bytes: &Vec<u8>| {
        bytes.starts_with(&[0xfe, 0xff]) || bytes.starts_with(&[0xef, 0xbb, 0xbf])
    };
    let bytes = bytes.filter(|bytes| !marked(bytes)).unwrap_or_else(|| {
        let units = words.encode_utf16().flat_map(u16::to_be_bytes);
        [0xfe, 0xff].into_iter().chain(units).collect()
    });
    Object::String(bytes, StringFormat::Literal)
}

/// The signs from 0x80 to 0x9e of PDFDocEncoding (ISO 32000-1, annex D.3).
const HIGH: [char; 31] = [
    '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™',
    'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž',
];

/// The byte of a sign in PDFDocEncoding. It has no no-break space, and no soft hyphen.
fn byte(sign: char) -> Option<u8> {
    match sign {
        ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{ff}' => u8::try_from(u32::from(sign)).ok(),
        '€' => Some(0xa0),
        _ => (0x80..)
            .zip(HIGH)
            .find(|(_, high)| *high == sign)
            .map(|(byte, _)| byte),
    }
}

/// A reference.
pub fn at(id: ObjectId) -> Object {
    Object::Reference(id)
}

/// A dictionary.
pub fn dict<const N: usize>(entries: [(&str, Object); N]) -> Dictionary {
    entries
        .into_iter()
        .map(|(key, value)| (key.as_bytes().to_vec(), value))
        .collect()
}

#[test]
fn texts_take_a_byte_a_sign_while_they_can() {
    let bytes = |words: &str| text(words).as_str().map(<[u8]>::to_vec).unwrap_or_default();
    assert_eq!(bytes("L’œuvre — 5 €"), b"L\x90\x9cuvre \x84 5 \xa0");
    assert_eq!(bytes("n\u{a0}1"), b"\xfe\xff\0n\0\xa0\x001");
    assert_eq!(
        bytes("þÿ"),
        b"\xfe\xff\0\xfe\0\xff",
        "it is not taken for the mark of UTF-16"
    );
}
