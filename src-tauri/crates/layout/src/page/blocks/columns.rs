//! Widths of the columns of a table, from what they hold (`page.md` §4). Knows lengths alone.

use crate::lengths::pt;
use crate::pages::Length;
use crate::para::Widths;

/// To the right of each column but the last.
pub const GUTTER: Length = pt(100);

/// What a column asks for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wish {
    /// Its longest cell, its longest word.
    pub widths: Widths,
    /// Whether it keeps its natural width: codes, figures.
    pub fixed: bool,
}

/// How far words may be cut to fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// Not at all.
    Whole,
    /// Mails, after « @ » or before « . ».
    MailsCut,
}

/// The widths of the columns, gutters left out, that fill a width; none when words would be cut more than allowed.
pub fn share(wishes: &[Wish], width: Length, words: Words) -> Option<Vec<Length>> {
    let gutters = GUTTER * (count(wishes.len()) - 1).max(0);
    let room = width - gutters;
    let natural: i64 = wishes
        .iter()
        .map(|wish| i64::from(wish.widths.natural))
        .sum();
    if natural <= i64::from(room) {
        return Some(grown(wishes, narrow(i64::from(room) - natural)));
    }
    shrunk(wishes, room, words)
}

/// What remains is shared equally among the text columns; among all when there is none.
fn grown(wishes: &[Wish], extra: Length) -> Vec<Length> {
    let all_fixed = wishes.iter().all(|wish| wish.fixed);
    let takes = |wish: &Wish| all_fixed || !wish.fixed;
    let mut takers = count(wishes.iter().filter(|wish| takes(wish)).count());
    let mut left = extra;
    let grow = |wish: &Wish| {
        let part = if takes(wish) { left / takers.max(1) } else { 0 };
        left -= part;
        takers -= i32::from(takes(wish));
        wish.widths.natural + part
    };
    wishes.iter().map(grow).collect()
}

/// Text columns shrink in proportion, none below its longest word.
fn shrunk(wishes: &[Wish], room: Length, words: Words) -> Option<Vec<Length>> {
    let least = |wish: &Wish| match words {
        _ if wish.fixed => wish.widths.natural,
        Words::Whole => wish.widths.word,
        Words::MailsCut => wish.widths.cut_word,
    };
    let mut widths: Vec<Option<Length>> = wishes
        .iter()
        .map(|wish| wish.fixed.then_some(wish.widths.natural))
        .collect();
    if wishes
        .iter()
        .map(|wish| i64::from(least(wish)))
        .sum::<i64>()
        > i64::from(room)
    {
        return None;
    }
    loop {
        let left = i64::from(room)
            - widths
                .iter()
                .flatten()
                .map(|width| i64::from(*width))
                .sum::<i64>();
        let free = || {
            wishes
                .iter()
                .zip(&widths)
                .filter(|(_, width)| width.is_none())
        };
        let natural: i64 = free().map(|(wish, _)| i64::from(wish.widths.natural)).sum();
        let part = |wish: &Wish| narrow(left * i64::from(wish.widths.natural) / natural.max(1));
        let short = wishes
            .iter()
            .zip(&widths)
            .position(|(wish, width)| width.is_none() && part(wish) < least(wish));
        match short {
            Some(at) => widths[at] = Some(least(&wishes[at])),
            None => {
                return Some(
                    wishes
                        .iter()
                        .zip(&widths)
                        .map(|(wish, width)| width.unwrap_or_else(|| part(wish)))
                        .collect(),
                );
            }
        }
    }
}

/// The way out when nothing fits: each column its part of the width, words cut where they must.
pub fn squeezed(wishes: &[Wish], width: Length) -> Vec<Length> {
    let gutters = GUTTER * (count(wishes.len()) - 1).max(0);
    let room = i64::from((width - gutters).max(count(wishes.len())));
    let natural: i64 = wishes
        .iter()
        .map(|wish| i64::from(wish.widths.natural.max(1)))
        .sum();
    let floor = room / (4 * i64::from(count(wishes.len())).max(1));
    let spare = room - floor * i64::from(count(wishes.len()));
    let part = |wish: &Wish| {
        narrow(floor + spare * i64::from(wish.widths.natural.max(1)) / natural.max(1))
    };
    wishes.iter().map(part).collect()
}

fn count(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

fn narrow(length: i64) -> Length {
    Length::try_from(length).unwrap_or(Length::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(natural: i32, word: i32, fixed: bool) -> Wish {
        let (natural, word) = (pt(10 * natural), pt(10 * word));
        Wish {
            widths: Widths {
                natural,
                word,
                cut_word: word / 2,
            },
            fixed,
        }
    }

    #[track_caller]
    fn check(wishes: &[Wish], width: i32, words: Words, expected: Option<&[i32]>) {
        let widths = share(wishes, pt(10 * width), words);
        let widths: Option<Vec<i32>> =
            widths.map(|widths| widths.iter().map(|width| width / 1000).collect());
        assert_eq!(widths.as_deref(), expected);
    }

    #[test]
    fn what_remains_goes_to_the_text_columns() {
        let wishes = [
            wish(20, 20, true),
            wish(100, 40, false),
            wish(60, 30, false),
        ];
        check(&wishes, 300, Words::Whole, Some(&[20, 150, 110]));
    }

    #[test]
    fn text_columns_shrink_but_not_below_their_longest_word() {
        let wishes = [
            wish(20, 20, true),
            wish(200, 40, false),
            wish(100, 80, false),
        ];
        check(&wishes, 240, Words::Whole, Some(&[20, 120, 80]));
    }

    #[test]
    fn mails_are_cut_last() {
        let wishes = [wish(120, 120, false), wish(120, 120, false)];
        check(&wishes, 210, Words::Whole, None);
        check(&wishes, 210, Words::MailsCut, Some(&[100, 100]));
    }
}
