//! Spaces around high punctuation, quotation marks and units; apostrophes.

use super::{BREAK, Dressed, NARROW, NO_BREAK, is_space};

/// Sets the spaces that go with each mark, whether they were typed or not.
pub fn spaced(signs: &[Dressed]) -> Vec<Dressed> {
    let mut out: Vec<Dressed> = Vec::with_capacity(signs.len() + 8);
    for (at, &dressed) in signs.iter().enumerate() {
        if dressed.verbatim {
            out.push(dressed);
            continue;
        }
        let next = signs.get(at + 1).map(|next| next.sign);
        if after_opening_quote(&mut out, dressed) {
            continue;
        }
        if let Some(space) = space_before(dressed.sign, &out, next) {
            put_space(&mut out, space, dressed.from);
        }
        let sign = apostrophe(dressed.sign, &out);
        out.push(Dressed { sign, ..dressed });
    }
    close_open_quote(&mut out);
    out
}

/// After « comes a narrow space; says whether the sign is the typed space that it replaces.
fn after_opening_quote(out: &mut Vec<Dressed>, dressed: Dressed) -> bool {
    let Some(last) = out.last().copied() else {
        return false;
    };
    if last.sign != '«' || last.verbatim {
        return false;
    }
    let from = if is_space(dressed.sign) {
        dressed.from
    } else {
        last.from
    };
    out.push(Dressed {
        sign: NARROW,
        from,
        ..last
    });
    is_space(dressed.sign)
}

/// A text may end on «: nothing follows it, so nothing is added.
fn close_open_quote(out: &mut Vec<Dressed>) {
    let ends_narrow = out.last().is_some_and(|last| last.sign == NARROW);
    if ends_narrow {
        out.pop();
    }
}

/// The space that a mark wants before itself, given what stands before and after it.
fn space_before(sign: char, out: &[Dressed], next: Option<char>) -> Option<char> {
    // Few signs are such marks: the others are not looked around.
    if !matches!(sign, '»' | ';' | '!' | '?' | ':' | '€' | '%' | '‰') {
        return None;
    }
    let last = out.last()?.sign;
    let before = out
        .iter()
        .rev()
        .map(|dressed| dressed.sign)
        .find(|sign| !is_space(*sign))?;
    if before == BREAK || last == BREAK {
        return None;
    }
    match sign {
        '»' => (before != '«').then_some(NARROW),
        ';' | '!' | '?' if closes(next) && !joins(before) => Some(NARROW),
        ':' if closes(next) && (is_space(last) || ends_word(before)) => Some(NO_BREAK),
        '€' | '%' | '‰' if before.is_ascii_digit() => Some(NO_BREAK),
        _ => None,
    }
}

/// Whether a mark that this sign follows ends a word or a sentence.
fn closes(next: Option<char>) -> bool {
    next.is_none_or(|next| {
        is_space(next) || matches!(next, BREAK | ';' | '!' | '?' | '»' | ')' | ']' | '.' | '…')
    })
}

/// Marks after which another mark comes without a space: « ?! », « (! ».
fn joins(before: char) -> bool {
    matches!(before, ';' | '!' | '?' | '(' | '[' | '«')
}

fn ends_word(before: char) -> bool {
    before.is_alphanumeric() || matches!(before, ')' | '»' | '°' | '’')
}

fn put_space(out: &mut Vec<Dressed>, space: char, from: usize) {
    match out.last_mut() {
        Some(last) if is_space(last.sign) => last.sign = space,
        Some(last) => {
            let raised = false;
            let verbatim = false;
            let from = last.from.min(from);
            out.push(Dressed {
                sign: space,
                from,
                raised,
                verbatim,
            });
        }
        None => {}
    }
}

/// The typewriter's apostrophe after a letter becomes the printer's.
fn apostrophe(sign: char, out: &[Dressed]) -> char {
    let after_letter = || out.last().is_some_and(|last| last.sign.is_alphabetic());
    if sign == '\'' && after_letter() {
        '’'
    } else {
        sign
    }
}
