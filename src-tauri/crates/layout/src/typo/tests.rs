//! What French typography does to a text, shown with visible spaces: `~` no-break, `_` narrow, `=` bound hyphen, `^` raised.

use super::{BOUND_HYPHEN, NARROW, NO_BREAK, dress};

#[track_caller]
fn check(typed: &str, expected: &str) {
    let signs: Vec<char> = typed.chars().collect();
    let mut shown = String::new();
    for dressed in dress(&signs) {
        if dressed.raised {
            shown.push('^');
        }
        shown.push(match dressed.sign {
            NO_BREAK => '~',
            NARROW => '_',
            BOUND_HYPHEN => '=',
            sign => sign,
        });
    }
    assert_eq!(shown, expected, "dressing {typed:?}");
}

#[test]
fn high_punctuation_holds_to_its_word() {
    check(
        "compris ; non ! quoi ? oui : fin",
        "compris_; non_! quoi_? oui~: fin",
    );
    check(
        "compris; non! quoi?! oui: fin",
        "compris_; non_! quoi_?! oui~: fin",
    );
    check("à 19:30, soit 2/3", "à 19:30, soit 2/3");
}

#[test]
fn quotation_marks_hold_their_words() {
    check("dite « la commune », puis", "dite «_la commune_», puis");
    check("dite «la commune», puis", "dite «_la commune_», puis");
    check("« oui ! »", "«_oui_!_»");
}

#[test]
fn apostrophes_are_the_printer_s() {
    check("l'école d'Aix", "l’école d’Aix");
}

#[test]
fn numbers_hold_to_what_they_count() {
    check("1 800,00 € et 45 %", "1_800,00~€ et 45~%");
    check(
        "SIREN 219 200 326, SIRET 219 200 326 00011",
        "SIREN 219_200_326, SIRET 219_200_326~00011",
    );
    check("01 99 00 12 34", "01~99~00~12~34");
    check("pour six ans, à 19 h 30", "pour six~ans, à 19~h~30");
}

#[test]
fn citations_dates_and_addresses_hold() {
    check(
        "l'article L. 2121-29 et l'annexe 1",
        "l’article~L.~2121=29 et l’annexe~1",
    );
    check(
        "loi n° 2013-595 du 8 juillet 2013",
        "loi n°~2013=595 du 8~juillet~2013",
    );
    check(
        "M. Camille Durand, Mme le maire",
        "M.~Camille Durand, Mme~le maire",
    );
    check(
        "75, rue Boucicaut, 92260 Fontenay-aux-Roses",
        "75,~rue Boucicaut, 92260~Fontenay-aux-Roses",
    );
    check("règlement (UE) 2016/679", "règlement (UE)~2016/679");
    check("années 2026-2027", "années 2026=2027");
}

#[test]
fn ordinals_are_raised() {
    check(
        "le 1er septembre 2026 (article 1er).",
        "le 1^e^r~septembre~2026 (article~1^e^r).",
    );
    check(
        "la 2e fois, 0921688E et 12e-3",
        "la 2^e fois, 0921688E et 12e-3",
    );
}

#[test]
fn mails_and_addresses_of_the_web_are_kept() {
    check(
        "à d.o'brien@exemple.fr ; https://exemple.fr/?a=1;b",
        "à d.o'brien@exemple.fr_; https://exemple.fr/?a=1;b",
    );
}

#[test]
fn spaces_typed_twice_count_once() {
    check("  a \t b\u{200b}\u{ad}c ", "a bc");
}
