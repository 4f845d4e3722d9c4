//! Gender, plural, counts and lists.

use crate::values::SchoolKind;

/// The gender of words that agree with a person or a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gender {
    /// Masculine.
    Masculine,
    /// Feminine.
    Feminine,
}

impl Gender {
    /// The form that agrees: `pick("représenté", "représentée")`.
    pub fn pick<'a>(self, masculine: &'a str, feminine: &'a str) -> &'a str {
        match self {
            Self::Masculine => masculine,
            Self::Feminine => feminine,
        }
    }
}

/// Which form a count calls for: plural begins at two (« 0 école », « 1 école », « 2 écoles »).
pub fn plural<'a>(count: u32, one: &'a str, several: &'a str) -> &'a str {
    if count < 2 { one } else { several }
}

/// « 1 école », « 6 écoles », joined by a no-break space.
pub fn counted(count: u32, one: &str, several: &str) -> String {
    format!("{count}\u{a0}{}", plural(count, one, several))
}

/// « a », « a et b », « a, b et c »; nothing for no word.
pub fn list<S: AsRef<str>>(words: &[S]) -> String {
    match words {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} et {}", first.join(", "), last.as_ref())
        }
    }
}

/// What a list of schools is made of, each kind counted: « 5 élémentaires et 1 primaire ».
pub fn kinds_counted(kinds: &[SchoolKind]) -> String {
    let count = |kind: SchoolKind| {
        u32::try_from(kinds.iter().filter(|&&other| other == kind).count()).unwrap_or(u32::MAX)
    };
    let told = SchoolKind::ALL
        .iter()
        .map(|&kind| (kind, count(kind)))
        .filter(|&(_, count)| count > 0);
    let words: Vec<String> = told
        .map(|(kind, count)| counted(count, kind.adjective(false), kind.adjective(true)))
        .collect();
    list(&words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_agree() {
        assert_eq!(counted(0, "école", "écoles"), "0\u{a0}école");
        assert_eq!(counted(1, "école", "écoles"), "1\u{a0}école");
        assert_eq!(counted(6, "école", "écoles"), "6\u{a0}écoles");
        assert_eq!(
            Gender::Feminine.pick("représenté", "représentée"),
            "représentée"
        );
    }

    #[test]
    fn lists_end_with_et() {
        assert_eq!(list::<&str>(&[]), "");
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b"]), "a et b");
        assert_eq!(list(&["a", "b", "c"]), "a, b et c");
    }

    #[test]
    fn kinds_are_counted() {
        use SchoolKind::{Elementaire, Maternelle, Primaire};
        let six = [
            Elementaire,
            Elementaire,
            Primaire,
            Elementaire,
            Elementaire,
            Elementaire,
        ];
        assert_eq!(
            kinds_counted(&six).replace('\u{a0}', " "),
            "5 élémentaires et 1 primaire"
        );
        assert_eq!(
            kinds_counted(&[Maternelle]).replace('\u{a0}', " "),
            "1 maternelle"
        );
        assert_eq!(kinds_counted(&[]), "");
    }
}
