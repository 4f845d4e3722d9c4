//! Words that belong together: the space between them does not break.

use super::lists::{ADDRESSED, CITED, MONTHS, NUMBERED, NUMBERS, SPANS, STREETS, UNITS};
use super::{BOUND_HYPHEN, BREAK, Dressed, NARROW, NO_BREAK, is_space};
use std::ops::Range;

/// Turns the spaces between words that belong together into spaces that do not break.
pub fn bind(signs: &mut [Dressed]) {
    // Each word is written out once, into memory used again.
    let (mut before, mut after) = (String::new(), String::new());
    let mut gap: Option<usize> = None;
    for word in words(signs) {
        std::mem::swap(&mut before, &mut after);
        spell(&signs[word.clone()], &mut after);
        let one_space = gap
            .filter(|gap| gap + 1 == word.start && signs[*gap].sign == ' ')
            .and_then(|gap| bond(bare_start(&before), &after).map(|space| (gap, space)));
        if let Some((gap, space)) = one_space {
            signs[gap].sign = space;
        }
        gap = Some(word.end);
    }
}

/// « 2026-2027 », « L. 2121-29 »: a hyphen between digits does not break.
pub fn bind_hyphens(signs: &mut [Dressed]) {
    for at in 1..signs.len().saturating_sub(1) {
        let digits = signs[at - 1].sign.is_ascii_digit() && signs[at + 1].sign.is_ascii_digit();
        if signs[at].sign == '-' && digits && !signs[at].verbatim {
            signs[at].sign = BOUND_HYPHEN;
        }
    }
}

/// « 1er », « 2e »: the letters are raised.
pub fn raise_ordinals(signs: &mut [Dressed]) {
    for word in words(signs) {
        if let Some(letters) = ordinal_letters(&signs[word.clone()]) {
            for dressed in &mut signs[word.start + letters.start..word.start + letters.end] {
                dressed.raised = true;
            }
        }
    }
}

/// Where the letters to raise stand in a word such as « (1er). ».
fn ordinal_letters(word: &[Dressed]) -> Option<Range<usize>> {
    let opens = |dressed: &&Dressed| {
        !dressed.sign.is_alphanumeric() && !matches!(dressed.sign, '-' | '_' | '/' | BOUND_HYPHEN)
    };
    let mut start = word.iter().take_while(opens).count();
    if let Some(elided) = word.iter().position(|dressed| dressed.sign == '’') {
        start = elided + 1;
    }
    let digits = word[start..]
        .iter()
        .take_while(|dressed| dressed.sign.is_ascii_digit())
        .count();
    if !(1..=3).contains(&digits) {
        return None;
    }
    let letters = start + digits;
    let count = word[letters..]
        .iter()
        .take_while(|dressed| dressed.sign.is_alphabetic())
        .count();
    let suffix: String = word[letters..letters + count]
        .iter()
        .map(|dressed| dressed.sign)
        .collect();
    let known = matches!(
        suffix.as_str(),
        "er" | "ers" | "re" | "res" | "e" | "es" | "nd" | "nde" | "nds" | "ndes"
    );
    let after = word
        .get(letters + count)
        .map_or(' ', |dressed| dressed.sign);
    let alone = !after.is_alphanumeric() && !matches!(after, '-' | '_' | '@');
    let verbatim = word.iter().any(|dressed| dressed.verbatim);
    (known && alone && !verbatim).then_some(letters..letters + count)
}

/// The words of a block: what stands between spaces.
fn words(signs: &[Dressed]) -> Vec<Range<usize>> {
    let mut words = Vec::with_capacity(signs.len() / 4);
    let mut start = 0;
    for (at, dressed) in signs.iter().enumerate() {
        if is_space(dressed.sign) || dressed.sign == BREAK {
            if at > start {
                words.push(start..at);
            }
            start = at + 1;
        }
    }
    if signs.len() > start {
        words.push(start..signs.len());
    }
    words
}

fn spell(word: &[Dressed], out: &mut String) {
    out.clear();
    // Only the ends of a long word decide, so a long word costs no more than a short one.
    out.extend(word.iter().take(40).map(|dressed| dressed.sign));
}

/// A word without what opens it: « (UE) » keeps its closing bracket, « l’article » becomes « article ».
fn bare_start(word: &str) -> &str {
    let word = word.trim_start_matches(['(', '«', '[', '“']);
    word.rsplit_once('’').map_or(word, |(_, rest)| rest)
}

/// The space that binds two neighbours; none when they may part.
fn bond(before: &str, after: &str) -> Option<char> {
    let plain = after.trim_end_matches(['.', ',', ';', ':', ')', '»', '!', '?']);
    if thousands(before, plain) {
        return Some(NARROW);
    }
    let bound = cites(before, after)
        || dates(before, plain)
        || addresses(before, plain)
        || measures(before, plain)
        || both_pairs(before, plain)
        || (digits(before) == Some(3) && digits(plain) == Some(5));
    bound.then_some(NO_BREAK)
}

/// « 1 800 », « 219 200 326 », « 1 800,00 ».
fn thousands(before: &str, after: &str) -> bool {
    let head = before.trim_start_matches(['-', '+', '−']);
    let group = after.split_once(',').map_or(after, |(whole, _)| whole);
    digits(head).is_some_and(|count| count <= 3) && digits(group) == Some(3)
}

/// « n° 12 », « M. Durand », « article 4 », « L. 2121-29 », « (UE) 2016/679 ».
fn cites(before: &str, after: &str) -> bool {
    let number_follows = after.starts_with(|sign: char| sign.is_ascii_digit());
    let capital_follows = after.starts_with(char::is_uppercase);
    let code = matches!(before, "L." | "R." | "D." | "A." | "LO." | "L.O.");
    let reference_follows = number_follows || matches!(after, "L." | "R." | "D." | "A.");
    CITED.contains(&before)
        || (ADDRESSED.contains(&before) && capital_follows)
        || (reference_follows && is_in(NUMBERED, before))
        || (code && number_follows)
        || (matches!(before, "UE)" | "CE)" | "Cedex" | "CEDEX") && number_follows)
}

/// « 22 juin », « 1er septembre », « juin 2026 ».
fn dates(before: &str, after: &str) -> bool {
    let day = before == "1er" || digits(before).is_some_and(|count| count <= 2);
    let month = |word: &str| MONTHS.contains(&word);
    (day && month(after)) || (month(before) && digits(after) == Some(4))
}

/// « 75, rue », « 75 bis, rue », « 92260 Fontenay ».
fn addresses(before: &str, after: &str) -> bool {
    let number = before.trim_end_matches(',');
    let house = digits(number).is_some_and(|count| count <= 4)
        || matches!(number, "bis" | "ter" | "quater");
    let repeats = digits(before).is_some() && matches!(after, "bis" | "ter" | "quater");
    let postal = digits(before) == Some(5) && after.starts_with(char::is_uppercase);
    (house && is_in(STREETS, after)) || repeats || postal
}

/// « 45 € », « 19 h 30 », « 6 ans », « six ans ».
fn measures(before: &str, after: &str) -> bool {
    let ends_on_digit = before.ends_with(|sign: char| sign.is_ascii_digit());
    let span = SPANS.contains(&after);
    (ends_on_digit && (span || UNITS.contains(&after)))
        || (span && is_in(NUMBERS, before))
        || (before == "h" && digits(after).is_some_and(|count| count == 2))
}

/// « 01 99 00 12 34 ».
fn both_pairs(before: &str, after: &str) -> bool {
    digits(before) == Some(2) && digits(after) == Some(2)
}

/// Whether a word is in a list of small letters. Small letters take memory, so it is asked last.
fn is_in(list: &[&str], word: &str) -> bool {
    list.contains(&word.to_lowercase().as_str())
}

/// How many digits a word is made of, when it is nothing else.
fn digits(word: &str) -> Option<usize> {
    let all = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    all.then_some(word.len())
}
