//! What is forgiven in a typed text before it is read: accents written in two characters, invisible
//! marks brought by a paste, blanks and signs between groups. It knows no value in particular.

use unicode_normalization::UnicodeNormalization;

/// A mark that shows nothing and means nothing in a field: pasted from a web page, a PDF or a word processor.
pub(crate) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// A mark that turns the direction of the text around it: harmless beside a code, a trap inside a sentence.
pub(crate) fn turns_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A hyphen or a dash, whatever its length.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}'
    )
}

/// An apostrophe, whatever its shape.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '\u{2019}' | '\u{2018}' | '\u{2bc}' | '\u{60}' | '\u{b4}'
    )
}

/// The text in plain characters (full-width digits and the like brought back), without marks that show nothing.
pub(crate) fn plain(typed: &str) -> String {
    if typed.chars().all(|c| c != '\u{a0}' && quick(c).is_some()) {
        return typed.to_owned();
    }
    typed
        .nfkc()
        .filter(|&c| !is_unseen(c) && !turns_direction(c))
        .collect()
}

/// The characters of a code: [`plain`], and without the blanks, dashes and dots that people put between groups.
pub(crate) fn compact(typed: &str) -> String {
    plain(typed)
        .chars()
        .filter(|&c| !c.is_whitespace() && !is_dash(c) && c != '.')
        .collect()
}

/// The text in small letters without accents nor ligatures, blanks brought to one space, any apostrophe
/// to `'` and any dash to `-`: what two spellings of a French word have in common.
pub fn fold(text: &str) -> String {
    folded_quickly(text).unwrap_or_else(|| folded_fully(text))
}

/// [`fold`] for the signs of French, one at a time; none when there is another.
fn folded_quickly(text: &str) -> Option<String> {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match (c, quick(c)?) {
            ('œ' | 'Œ', _) => folded.push_str("oe"),
            (_, ' ') if folded.is_empty() || folded.ends_with(' ') => {}
            (_, plain) => folded.push(plain),
        }
    }
    folded.truncate(folded.trim_end_matches(' ').len());
    Some(folded)
}

/// A sign of French as [`fold`] gives it: its small letter without accent, its plain mark. Each is composed already and
/// none combines with its neighbours, so that they are read one at a time.
fn quick(c: char) -> Option<char> {
    Some(match c {
        '`' | '’' => '\'',
        c if c.is_ascii() && c.is_whitespace() => ' ',
        c if c.is_ascii() => c.to_ascii_lowercase(),
        'à' | 'â' | 'ä' | 'À' | 'Â' | 'Ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => 'e',
        'î' | 'ï' | 'Î' | 'Ï' => 'i',
        'ô' | 'ö' | 'Ô' | 'Ö' => 'o',
        'û' | 'ù' | 'ü' | 'Û' | 'Ù' | 'Ü' => 'u',
        'ç' | 'Ç' => 'c',
        '–' | '—' => '-',
        '\u{a0}' => ' ',
        'œ' | 'Œ' | '«' | '»' | '°' | '€' => c,
        _ => return None,
    })
}

fn folded_fully(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in plain(text)
        .nfd()
        .filter(|c| !matches!(c, '\u{300}'..='\u{36f}'))
        .flat_map(char::to_lowercase)
    {
        match c {
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            c if is_apostrophe(c) => folded.push('\''),
            c if is_dash(c) => folded.push('-'),
            c if c.is_whitespace() => folded.push(' '),
            c => folded.push(c),
        }
    }
    folded
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Only the letters and digits of [`fold`]: « E.É.PU » and « eepu » give the same.
pub(crate) fn letters(text: &str) -> String {
    fold(text)
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect()
}

/// The digits as a number; `None` for another character, nothing, or more than 18 digits.
pub(crate) fn number(digits: &str) -> Option<u64> {
    let fits = (1..=18).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| {
        digits
            .bytes()
            .fold(0, |number, digit| number * 10 + u64::from(digit - b'0'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_loses_what_stands_between_its_groups() {
        assert_eq!(compact(" 092\u{a0}1688‑k\u{feff}"), "0921688k");
        assert_eq!(compact("０９２.16\u{200b}88K"), "0921688K");
    }

    #[test]
    fn two_spellings_of_a_word_fold_alike() {
        assert_eq!(fold("L’ÉCOLE  Élémentaire"), "l'ecole elementaire");
        assert_eq!(fold("Hœnheim"), "hoenheim");
        assert_eq!(letters("E.É.PU"), "eepu");
    }

    #[test]
    fn the_quick_way_gives_what_the_full_one_gives() {
        let unicode = |typed: &str| -> String {
            let seen = |c: &char| !is_unseen(*c) && !turns_direction(*c);
            typed.nfkc().filter(seen).collect()
        };
        for c in '\0'..'\u{3100}' {
            for text in [
                format!("{c}"),
                format!(" a{c} É {c}{c}"),
                format!("{c}œ{c}"),
            ] {
                assert_eq!(fold(&text), folded_fully(&text), "{text:?}");
                assert_eq!(plain(&text), unicode(&text), "{text:?}");
            }
        }
    }

    #[test]
    fn only_digits_are_a_number() {
        assert_eq!(number("007"), Some(7));
        assert_eq!(number(""), None);
        assert_eq!(number("1a"), None);
        assert_eq!(number("1234567890123456789"), None);
    }
}
