//! Amounts in letters. Figures and letters come from one value, never from two fields.

use super::{Gender, number_words};
use crate::values::Cents;

/// « quatre cent cinquante euros », « un euro et cinq centimes », « un million d’euros ».
pub fn amount_in_letters(amount: Cents) -> String {
    match amount.euros_and_cents() {
        (euros, 0) => in_euros(euros),
        (0, cents) => in_cents(cents),
        (euros, cents) => format!("{} et {}", in_euros(euros), in_cents(cents)),
    }
}

/// « Million » and « milliard » are nouns: they take « d’ » before the euros that follow at once.
fn in_euros(euros: u64) -> String {
    let of = if euros > 0 && euros.is_multiple_of(1_000_000) {
        "d’"
    } else {
        ""
    };
    let unit = if euros < 2 { "euro" } else { "euros" };
    format!("{} {of}{unit}", number_words(euros, Gender::Masculine))
}

fn in_cents(cents: u64) -> String {
    let unit = if cents < 2 { "centime" } else { "centimes" };
    format!("{} {unit}", number_words(cents, Gender::Masculine))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        assert_eq!(
            typed.parse().map(amount_in_letters),
            Ok(expected.to_owned()),
            "{typed}"
        );
    }

    #[test]
    fn writes_amounts() {
        check("0", "zéro euro");
        check("0,01", "un centime");
        check("0,80", "quatre-vingts centimes");
        check("1", "un euro");
        check("1,05", "un euro et cinq centimes");
        check("45", "quarante-cinq euros");
        check("270", "deux cent soixante-dix euros");
        check("450", "quatre cent cinquante euros");
        check("3465", "trois mille quatre cent soixante-cinq euros");
        check(
            "3465,50",
            "trois mille quatre cent soixante-cinq euros et cinquante centimes",
        );
        check("80", "quatre-vingts euros");
        check("100088", "cent mille quatre-vingt-huit euros");
        check("1000000", "un million d’euros");
        check("2000000", "deux millions d’euros");
        check("1000001", "un million un euros");
        check("3000000000", "trois milliards d’euros");
        check("1000000,20", "un million d’euros et vingt centimes");
    }
}
