//! Paragraphs set in a narrow measure, shown line by line.

use super::*;
use crate::fonts::tests::shipped;
use crate::lengths::{mm, pt};
use document::Text;
use expect_test::{Expect, expect};
use proptest::prelude::*;

const BODY: Style = Style {
    family: Family::Serif,
    bold: false,
    size: pt(105),
    black: 100,
};

/// The words of a line; a hyphen set at its end shows as `-`, a box as `[…]`.
fn words(line: &Line) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Run(run) => run.glyphs.iter().map(|glyph| glyph.text.as_str()).collect(),
        Piece::Dots { .. } => "....".to_owned(),
        Piece::Frame { .. } => "▯".to_owned(),
        Piece::Check { ticked, .. } => if *ticked { "☒" } else { "☐" }.to_owned(),
    };
    line.pieces.iter().map(piece).collect()
}

fn set(inlines: &[Inline], how: How, measure: Length) -> Setting {
    let fonts = shipped();
    let mut words = Words::default();
    let mut tools = Tools {
        fonts: &fonts,
        words: &mut words,
    };
    super::set(&mut tools, inlines, BODY, how, measure)
}

#[track_caller]
fn check(inlines: &[Inline], how: How, measure: Length, expected: Expect) {
    let shown: Vec<String> = set(inlines, how, measure)
        .lines
        .iter()
        .map(|line| {
            format!(
                "{} | {}\n",
                line.spacing / 10,
                words(line).replace('\u{ad}', "-").trim_end()
            )
        })
        .collect();
    expected.assert_eq(&shown.concat());
}

const ACT: &str = "La convention prend effet à la date de la dernière signature, pour une durée de quatre ans. \
    Elle est ensuite reconduite tacitement par périodes d'un an ; chaque partie peut la dénoncer par lettre \
    recommandée avec avis de réception, reçue au moins trois mois avant l'échéance.";

#[test]
fn a_paragraph_is_justified_as_a_whole() {
    check(
        &[Inline::words(ACT)],
        How::Justified,
        mm(142),
        expect![[r#"
            118 | La convention prend effet à la date de la dernière signature, pour une durée de
            117 | quatre ans. Elle est ensuite reconduite tacitement par périodes d’un an ; chaque
            96 | partie peut la dénoncer par lettre recommandée avec avis de réception, reçue au
            100 | moins trois mois avant l’échéance.
        "#]],
    );
    check(
        &[Inline::words(ACT)],
        How::Justified,
        mm(70),
        expect![[r#"
            87 | La convention prend effet à la date de la
            144 | dernière signature, pour une durée de
            144 | quatre ans. Elle est ensuite reconduite
            145 | tacitement par périodes
            150 | d’un an ; chaque partie peut la dénon-
            154 | cer par lettre recommandée avec avis
            108 | de réception, reçue au moins trois mois
            100 | avant l’échéance.
        "#]],
    );
}

#[test]
fn flush_left_text_is_not_hyphenated() {
    check(
        &[Inline::words(ACT)],
        How::Left,
        mm(90),
        expect![[r#"
            100 | La convention prend effet à la date de la dernière
            100 | signature, pour une durée de quatre ans. Elle
            100 | est ensuite reconduite tacitement par périodes
            100 | d’un an ; chaque partie peut la dénoncer par lettre
            100 | recommandée avec avis de réception, reçue
            100 | au moins trois mois avant l’échéance.
        "#]],
    );
}

#[test]
fn a_title_is_even_and_ends_on_no_small_word() {
    let name = Text {
        words: "Fontenay-aux-Roses".into(),
        fields: vec!["commune.nom".into()],
        ..Text::default()
    };
    let title = [
        Inline::words("relative à l'espace numérique de travail des écoles publiques de "),
        Inline::Text(name),
    ];
    check(
        &title,
        How::Balanced,
        mm(70),
        expect![[r#"
            100 | relative à l’espace numérique
            100 | de travail des écoles publiques
            100 | de Fontenay-aux-Roses
        "#]],
    );
}

#[test]
fn objects_take_their_place_in_the_line() {
    let fields = vec!["acte.numero".to_owned()];
    let line = [
        Inline::words("Fait à "),
        Inline::Dotted {
            what: document::Dotted::Place,
            fields: vec![],
        },
        Inline::words(", n° "),
        Inline::ToComplete {
            label: "numéro de la délibération".into(),
            fields: fields.clone(),
        },
        Inline::words(" "),
        Inline::Check {
            ticked: true,
            fields,
        },
        Inline::words(" oui"),
    ];
    check(
        &line,
        How::Left,
        mm(142),
        expect![[r#"
            100 | Fait à ...., n° ▯numéro de la délibération ☒ oui
        "#]],
    );
}

/// Nothing parts a bracket from its box, but a measure that does not hold both.
#[test]
fn a_box_leaves_the_word_it_touches_only_when_both_are_too_wide() {
    let label = "nom et prénom du correspondant".to_owned();
    let line = [
        Inline::words("Correspondant(s) : (principal"),
        Inline::ToComplete {
            label,
            fields: vec![],
        },
        Inline::words("),"),
    ];
    for measure in [mm(90), mm(62)] {
        let set = set(&line, How::Left, measure);
        let fits = set.lines.iter().all(|line| line.width <= measure);
        assert!(fits, "{set:?}");
    }
    check(
        &line,
        How::Left,
        mm(90),
        expect![[r#"
        100 | Correspondant(s) :
        100 | (principal▯nom et prénom du correspondant),
    "#]],
    );
    check(
        &line,
        How::Left,
        mm(62),
        expect![[r#"
        100 | Correspondant(s) : (principal
        100 | ▯nom et prénom du correspondant),
    "#]],
    );
}

#[test]
fn a_mail_is_cut_only_when_nothing_else_does() {
    check(
        &[Inline::words("prenom.nom@commune.exemple.fr")],
        How::Left,
        mm(40),
        expect![[r#"
            100 | prenom.nom@
            100 | commune.exemple.fr
        "#]],
    );
}

#[test]
fn a_sign_that_no_face_has_is_named() {
    let setting = set(&[Inline::words("ok \u{1F600}\u{5d0}")], How::Left, mm(142));
    assert_eq!(words(&setting.lines[0]), "ok [U+1F600][U+05D0]");
    assert_eq!(setting.missing.len(), 2);
}

#[test]
fn a_typed_stand_in_for_a_drawn_thing_is_named() {
    let setting = set(&[Inline::words("ok \u{fffc}")], How::Left, mm(142));
    assert_eq!(words(&setting.lines[0]), "ok [U+FFFD]");
    assert_eq!(setting.missing.len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is typed, nothing panics, and every sign that shows comes out, in order.
    #[test]
    fn every_sign_comes_out(text in "(\\PC|[a-z éà'«»;:!?-]){0,200}", measure in 30_000..402_520_i32) {
        for how in [How::Justified, How::Left, How::Balanced] {
            let fonts = shipped();
            let mut shaped = Words::default();
            let mut tools = Tools { fonts: &fonts, words: &mut shaped };
            let setting = super::set(&mut tools, &[Inline::words(text.clone())], BODY, how, measure);
            let out: String = setting.lines.iter().map(words).collect();
            prop_assert_eq!(bare(&out), bare(&expected(&setting.missing, &text)));
        }
    }
}

/// The signs of a text but spaces and line-end hyphens, apostrophes and hyphens made one.
fn bare(text: &str) -> String {
    let plain = |sign: char| match sign {
        '’' => '\'',
        '\u{2011}' => '-',
        sign => sign,
    };
    let shows = |sign: &char| {
        !sign.is_whitespace()
            && !matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
    };
    text.chars().filter(shows).map(plain).collect()
}

/// A text composed, with the names of the signs that no face has.
fn expected(missing: &[crate::pages::MissingGlyph], text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let named = |sign: char| match missing.iter().any(|glyph| glyph.sign == sign) {
        true => format!("[U+{:04X}]", u32::from(sign)),
        false => sign.to_string(),
    };
    // A stand-in for a drawn thing is no data: one that is typed is told as the sign of what is unknown.
    text.replace('\u{fffc}', "\u{fffd}")
        .nfc()
        .map(named)
        .collect()
}

/// A word of one letter and its apostrophe gives two letters more to its hyphen; a last line of one word is worse
/// than a line left short.
#[test]
fn the_end_of_a_paragraph_is_never_one_word() {
    check(
        &[Inline::words(
            "L’espace numérique de travail (ENT) y contribue par des actions concrètes : l’ouverture du service, sa prise en main et son maintien en état de marche dans les écoles, la formation de ceux qui l’utilisent, en particulier des personnels de l’Éducation nationale, et la promotion de ses usages pédagogiques et administratifs.",
        )],
        How::Justified,
        mm(142),
        expect![[r#"
            112 | L’espace numérique de travail (ENT) y contribue par des actions concrètes : l’ou-
            148 | verture du service, sa prise en main et son maintien en état de marche dans
            136 | les écoles, la formation de ceux qui l’utilisent, en particulier des personnels de
            145 | l’Éducation nationale, et la promotion de ses usages pédagogiques
            100 | et administratifs.
        "#]],
    );
    check(
        &[Inline::words(
            "soutient la conduite du changement par des formations, des conseils et son expertise ;",
        )],
        How::Justified,
        mm(142) - pt(175),
        expect![[r#"
            145 | soutient la conduite du changement par des formations, des conseils et
            100 | son expertise ;
        "#]],
    );
}
