//! What stands comes back as it was set; bytes that nobody wrote hold nothing.

use super::table::LONGEST;
use super::*;
use crate::fonts::tests::shipped;
use crate::lengths::{mm, pt};
use crate::memo::{Memo, Shop};
use crate::pages::Face;
use crate::para::{Family, How, Style};
use document::{Inline, Text};

const STYLE: Style = Style {
    family: Family::Serif,
    bold: false,
    size: pt(105),
    black: 100,
};

fn ours() -> Vec<Inline> {
    let words =
        "La convention prend effet à la date de la dernière signature\u{a0}; elle est efficace.";
    let expansion = Text {
        words: "IEN".into(),
        expansion: Some("inspecteur de l’Éducation nationale".into()),
        bold: true,
        ..Text::default()
    };
    let link = Text {
        words: "l’article 11".into(),
        link: Some("#duree".into()),
        ..Text::default()
    };
    vec![
        Inline::words(words),
        Inline::Text(expansion),
        Inline::Break,
        Inline::Text(link),
    ]
}

fn theirs() -> Vec<Inline> {
    let name = Text {
        words: "Trifouillis".into(),
        fields: vec!["collectivite.nom".into()],
        ..Text::default()
    };
    vec![Inline::words("La commune lisse de "), Inline::Text(name)]
}

/// Sets both paragraphs over a table; the lines of each as text, and what would stand of them.
fn set(standing: Standing) -> ([String; 2], Vec<u8>) {
    let fonts = shipped();
    let mut memo = Memo::over(standing);
    memo.begin();
    let mut shop = Shop::new(&fonts, &mut memo);
    let mut one = |inlines: &[Inline]| {
        let setting = shop.set(inlines, STYLE, How::Justified, mm(80));
        format!("{setting:?}")
    };
    let lines = [one(&ours()), one(&theirs())];
    let mut gathered = Gathered::default();
    memo.gather(&mut gathered, |words| words.contains("lisse"));
    (lines, gathered.bytes())
}

fn table() -> &'static [u8] {
    set(Standing::default()).1.leak()
}

#[test]
fn what_stands_is_what_was_set() {
    let (lines, bytes) = set(Standing::default());
    let standing = Standing::new(bytes.leak());
    assert_eq!(set(standing).0, lines);
    let key = |inlines: &[Inline]| crate::para::key(inlines, STYLE, How::Justified, mm(80));
    let found = standing.setting(&key(&ours())).map(|it| format!("{it:?}"));
    assert_eq!(found.as_deref(), Some(lines[0].as_str()));
    assert!(standing.setting(&key(&theirs())).is_none());
}

#[test]
fn the_words_of_a_dossier_do_not_stand() {
    let standing = Standing::new(table());
    let shaped = shipped().shape(Face::Serif, "commune");
    assert_eq!(standing.word(Face::Serif, "commune"), Some(shaped));
    assert_eq!(standing.word(Face::Sans, "commune"), None);
    assert_eq!(standing.word(Face::Serif, "Trifouillis"), None);
    assert_eq!(standing.word(Face::Serif, "lisse"), None);
    assert_eq!(standing.word(Face::Serif, &"x".repeat(LONGEST + 1)), None);
    assert!(!table().windows(11).any(|bytes| bytes == b"Trifouillis"));
}

#[test]
fn a_table_cut_short_or_spoilt_holds_less_and_breaks_nothing() {
    let (whole, lines) = (table(), set(Standing::default()).0);
    for length in (0..whole.len()).step_by(7) {
        assert_eq!(set(Standing::new(&whole[..length])).0, lines, "{length}");
    }
    for at in (0..whole.len()).step_by(5) {
        let mut spoilt = whole.to_vec();
        spoilt[at] ^= 0xff;
        let standing = Standing::new(spoilt.leak());
        // It may hold other lines, never more than its bytes, and always answers.
        let _ = set(standing);
    }
}

#[test]
fn the_same_paragraphs_give_the_same_table() {
    assert_eq!(table(), table());
    let setting = Standing::new(table()).setting("absent");
    assert!(setting.is_none() && Standing::new(b"STANDNG1").setting("").is_none());
}
