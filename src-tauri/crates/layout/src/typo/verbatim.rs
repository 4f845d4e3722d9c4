//! Mails and addresses of the web, whose signs are kept as typed.

use super::{BREAK, Dressed, is_space};

/// Marks the mails and addresses, without the punctuation that follows them.
pub fn mark(signs: &mut [Dressed]) {
    let apart = |sign: char| is_space(sign) || sign == BREAK;
    for word in signs.split_mut(|dressed| apart(dressed.sign)) {
        if may_be_address(word) && is_address(&text(word)) {
            let opening = word
                .iter()
                .take_while(|dressed| matches!(dressed.sign, '(' | '«' | '<'))
                .count();
            let closing = word
                .iter()
                .rev()
                .take_while(|dressed| is_closing(dressed.sign))
                .count();
            let end = word.len().saturating_sub(closing).max(opening);
            for dressed in &mut word[opening..end] {
                dressed.verbatim = true;
            }
        }
    }
}

/// Whether a word has a sign without which it is no address: most have none, and are not written out.
fn may_be_address(word: &[Dressed]) -> bool {
    word.first().is_some_and(|first| first.sign == 'w')
        || word.iter().any(|dressed| matches!(dressed.sign, '@' | ':'))
}

fn text(word: &[Dressed]) -> String {
    word.iter().map(|dressed| dressed.sign).collect()
}

/// Whether a word is a mail or an address of the web.
pub fn is_address(word: &str) -> bool {
    let mail = word
        .find('@')
        .is_some_and(|at| at > 0 && at + 1 < word.len());
    mail || word.contains("://") || word.starts_with("www.")
}

fn is_closing(sign: char) -> bool {
    matches!(sign, '.' | ',' | ';' | ':' | '!' | '?' | ')' | '»' | '>')
}
