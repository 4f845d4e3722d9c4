//! The abbreviations of a modèle that its document has not used yet: each is expanded where it first stands.

use std::collections::BTreeMap;

/// Those that wait, in order: the abbreviation, then its words.
pub(super) struct Initials<'a> {
    waiting: Vec<(&'a str, &'a str)>,
    /// Whether one of them begins with this byte.
    begins: [bool; 256],
}

impl<'a> Initials<'a> {
    /// All those of a modèle.
    pub(super) fn of(all: &'a BTreeMap<String, String>) -> Self {
        let pair = |(short, long): (&'a String, &'a String)| (short.as_str(), long.as_str());
        let mut initials = Self {
            waiting: all.iter().map(pair).collect(),
            begins: [false; 256],
        };
        initials.note();
        initials
    }

    /// The first that stands in a text as a word of its own: where, in bytes, the abbreviation and its words. It waits
    /// no longer.
    pub(super) fn take(&mut self, text: &str) -> Option<(usize, &'a str, &'a str)> {
        let bytes = text.bytes().enumerate();
        let mut places = bytes.filter(|(_, byte)| self.begins[usize::from(*byte)]);
        let (at, rank) = places.find_map(|(at, _)| Some((at, self.standing(text, at)?)))?;
        let (short, long) = self.waiting.remove(rank);
        self.note();
        Some((at, short, long))
    }

    /// Which of them stands at a place.
    fn standing(&self, text: &str, at: usize) -> Option<usize> {
        let free = |sign: Option<char>| sign.is_none_or(|sign| !sign.is_alphanumeric());
        let (before, rest) = text.split_at_checked(at)?;
        let stands = |(short, _): &(&str, &str)| {
            let after = rest.strip_prefix(short);
            after.is_some_and(|after| free(after.chars().next()))
        };
        let free = free(before.chars().next_back());
        free.then(|| self.waiting.iter().position(stands))?
    }

    fn note(&mut self) {
        self.begins = [false; 256];
        for (short, _) in &self.waiting {
            // One without a sign stands nowhere.
            if let Some(first) = short.bytes().next() {
                self.begins[usize::from(first)] = true;
            }
        }
    }
}

#[test]
fn each_is_taken_once_where_it_is_a_word() {
    let all = ["ENT", "ENTC", "École"].map(|short| (short.to_owned(), short.to_lowercase()));
    let all = BTreeMap::from(all);
    let mut initials = Initials::of(&all);
    let mut take = |text| initials.take(text).map(|(at, short, _)| (at, short));
    assert_eq!(take("PARENT, ENTÉ, 2ENT, ENT2"), None);
    assert_eq!(take("l’École, ENTC et ENT"), Some((4, "École")));
    assert_eq!(take("l’École, ENTC et ENT"), Some((12, "ENTC")));
    assert_eq!(take("(ENT)"), Some((1, "ENT")));
    assert_eq!(take("ENT"), None);
}
