//! Where a word may be cut: hyphenation, hyphens it has, mails and addresses.

use hypher::{Lang, hyphenate_bounded};

/// A place in a word where a line may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// Where, in bytes from the start of the word.
    pub at: usize,
    /// Why.
    pub kind: CutKind,
}

/// Why a word may be cut there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CutKind {
    /// A syllable ends: a hyphen is set.
    Syllable,
    /// The same in a word that holds to its neighbour: « l’exemplaire 1/2 ».
    Bound,
    /// After a hyphen or a slash that the word has.
    Compound,
    /// In a mail or an address, when nothing else does.
    Address,
    /// Anywhere: the word is wider than the measure.
    Anywhere,
}

/// Letters that a hyphenated word has at least.
const LETTERS: usize = 6;
/// Letters left before and after the hyphen, at least.
const SIDE: usize = 3;
/// Letters of a word itself before its hyphen, when others are elided before it.
const LEAST: usize = 2;

/// The cuts of a word of the language (`page.md` §10): never in a name, a value, a number.
pub fn of_word(word: &str, hyphenates: bool) -> Vec<Cut> {
    let mut cuts = compounds(word);
    let plain = word
        .chars()
        .all(|sign| !sign.is_uppercase() && !sign.is_ascii_digit());
    if hyphenates && plain && cuts.is_empty() {
        syllables(word, &mut cuts);
    }
    cuts
}

/// The cuts of a mail or an address: after « @ », « / », before « . ».
pub fn of_address(word: &str) -> Vec<Cut> {
    let kind = CutKind::Address;
    let signs: Vec<(usize, char)> = word.char_indices().collect();
    let around = signs.windows(3);
    around
        .filter_map(|window| {
            let [(_, before), (at, sign), (after, next)] = *window else {
                return None;
            };
            match sign {
                '@' | '/' | '?' | '&' if next != '/' => Some(Cut { at: after, kind }),
                '.' if before != '.' && next.is_alphanumeric() => Some(Cut { at, kind }),
                _ => None,
            }
        })
        .collect()
}

/// A cut before each sign but the first.
pub fn anywhere(word: &str) -> Vec<Cut> {
    let kind = CutKind::Anywhere;
    word.char_indices()
        .skip(1)
        .map(|(at, _)| Cut { at, kind })
        .collect()
}

/// After the hyphens and slashes between letters: « ci-après », « communes/écoles ».
fn compounds(word: &str) -> Vec<Cut> {
    // Most words have none; a reference (FAR-2026-ENT-01) does not break.
    if !word.contains(['-', '/']) || word.contains(|sign: char| sign.is_ascii_digit()) {
        return Vec::new();
    }
    let signs: Vec<(usize, char)> = word.char_indices().collect();
    let letters = |range: &[(usize, char)]| {
        range.len() == 2 && range.iter().all(|(_, sign)| sign.is_alphabetic())
    };
    let may_cut = |rank: usize| {
        let (_, sign) = signs[rank];
        let before = signs.get(rank.wrapping_sub(2)..rank).unwrap_or_default();
        let after = signs.get(rank + 1..rank + 3).unwrap_or_default();
        matches!(sign, '-' | '/') && letters(before) && letters(after)
    };
    let ranks = (2..signs.len().saturating_sub(2)).filter(|rank| may_cut(*rank));
    ranks
        .map(|rank| Cut {
            at: signs[rank + 1].0,
            kind: CutKind::Compound,
        })
        .collect()
}

/// The ends of syllables of each run of letters: « l’éta-blis-se-ment », « l’ou-ver-ture ». What is elided before a
/// word counts among the letters before its hyphen.
fn syllables(word: &str, cuts: &mut Vec<Cut>) {
    let (mut next, mut elided) = (0, 0);
    for run in word.split_inclusive(|sign: char| !sign.is_alphabetic()) {
        let part = run.trim_end_matches(|sign: char| !sign.is_alphabetic());
        let (at, end) = (next, next + part.len());
        next += run.len();
        let letters = part.chars().count();
        let before = SIDE.saturating_sub(elided).max(LEAST);
        let elides = word[end..].starts_with(['’', '\'']);
        elided = if elides { letters } else { 0 };
        if letters >= LETTERS {
            cuts.extend(inner(part, at, before));
        }
    }
}

/// Between the syllables of a run of letters that begins `at`; `before` letters at least stay before the first.
fn inner(part: &str, at: usize, before: usize) -> impl Iterator<Item = Cut> {
    let end = at + part.len();
    let ends = hyphenate_bounded(part, Lang::French, before, SIDE).scan(at, |at, syllable| {
        *at += syllable.len();
        Some(*at)
    });
    let kind = CutKind::Syllable;
    ends.filter(move |at| *at < end)
        .map(move |at| Cut { at, kind })
}

/// Whether a word names a month or a day, so that a date is never parted, not even by a hyphen.
pub fn is_dated(word: &str) -> bool {
    const NAMES: [&str; 9] = [
        "janvier",
        "février",
        "juillet",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
        "vendredi",
        "mercredi",
    ];
    NAMES.contains(&word)
}

/// Two lists of cuts as one, in order; at one place the gentler reason stays.
pub fn merged(mut cuts: Vec<Cut>, others: Vec<Cut>) -> Vec<Cut> {
    cuts.extend(others);
    cuts.sort_by_key(|cut| (cut.at, cut.kind));
    cuts.dedup_by_key(|cut| cut.at);
    cuts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expected: &str) {
        let mut shown = word.to_owned();
        for cut in of_word(word, true).iter().rev() {
            shown.insert(cut.at, '|');
        }
        assert_eq!(shown, expected);
    }

    #[test]
    fn words_are_cut_where_french_cuts_them() {
        check("établissement", "éta|blis|se|ment");
        check("l’établissement,", "l’éta|blis|se|ment,");
        check("l’ouverture", "l’ou|ver|ture");
        check("ouverture", "ouver|ture");
        check("école", "école");
        check("ci-après", "ci-|après");
        check("Fontenay-aux-Roses", "Fontenay-|aux-|Roses");
        check("Établissement", "Établissement");
        check("FAR-2026-ENT-01", "FAR-2026-ENT-01");
        check("a-t-il", "a-t-il");
    }

    #[test]
    fn mails_are_cut_after_the_at_sign_and_before_a_full_stop() {
        let cuts: Vec<usize> = of_address("d.bertin@exemple.fr")
            .iter()
            .map(|cut| cut.at)
            .collect();
        assert_eq!(cuts, [1, 9, 16]);
    }
}
