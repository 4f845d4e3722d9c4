//! The numbers of titles, given once conditions are applied: « Article 11 », « 3.1 », « 3.2.1 ».

use crate::declared::Numbering;
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How a part is cited: « article 11 », « annexe 1 ».
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Label {
    pub(crate) reference: String,
}

impl Label {
    pub(super) fn of(reference: &str) -> Self {
        Self {
            reference: reference.to_owned(),
        }
    }
}

/// The labels of the last filling of each document: those of the next one nearly always, which then takes one turn
/// instead of two.
#[derive(Debug, Default)]
pub(crate) struct LastLabels(Mutex<BTreeMap<String, Labels>>);

/// The label of each anchor.
pub(crate) type Labels = BTreeMap<String, Label>;

impl LastLabels {
    /// Those of a document; none before it is filled.
    pub(super) fn of(&self, document: &str) -> Option<Labels> {
        self.all().get(document).cloned()
    }

    /// Keeps those of a document, if a second turn gave them again: they then depend on no reference.
    pub(super) fn keep(&self, document: &str, labels: &Labels, known: &Labels) {
        let mut all = self.all();
        if labels == known && all.get(document) != Some(labels) {
            all.insert(document.to_owned(), labels.clone());
        }
    }

    fn all(&self) -> MutexGuard<'_, BTreeMap<String, Labels>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clone for LastLabels {
    fn clone(&self) -> Self {
        Self(Mutex::new(self.all().clone()))
    }
}

/// A number as it stands in the margin, and how the part is cited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) shown: String,
    pub(super) cited: String,
}

/// Counts the titles of one text.
#[derive(Clone, Debug)]
pub(super) struct Counter {
    numbering: Numbering,
    annexe: Option<String>,
    article: u32,
    below: u32,
    alinea: u32,
    acts: u32,
    is_free: bool,
}

impl Counter {
    /// For the body of a document.
    pub(super) fn of(numbering: Numbering) -> Self {
        Self {
            numbering,
            annexe: None,
            article: 0,
            below: 0,
            alinea: 0,
            acts: 0,
            is_free: true,
        }
    }

    /// For an annexe, which is cited with its parts: « annexe 2, partie 3 ».
    pub(super) fn of_annexe(numbering: Numbering, label: &str) -> Self {
        Self {
            annexe: Some(label.to_owned()),
            ..Self::of(numbering)
        }
    }

    /// Whether an article was numbered.
    pub(super) fn has_articles(&self) -> bool {
        self.numbering == Numbering::Article && self.article > 0
    }

    /// The next title; `article` when it asks for the number of an article.
    pub(super) fn title(&mut self, article: bool) -> Number {
        self.is_free = match self.numbering {
            Numbering::Article => !article,
            Numbering::Decimal => false,
            Numbering::None => true,
        };
        (self.below, self.alinea) = (0, 0);
        if self.is_free {
            return self.unnumbered();
        }
        self.article += 1;
        match self.numbering {
            Numbering::Article => self.article_number(ordinal(self.article)),
            _ => self.number(self.article.to_string()),
        }
    }

    /// The next title of the second level.
    pub(super) fn subtitle(&mut self) -> Number {
        self.alinea = 0;
        if self.is_free {
            return self.unnumbered();
        }
        self.below += 1;
        self.number(format!("{}.{}", self.article, self.below))
    }

    /// The next numbered alinéa.
    pub(super) fn alinea(&mut self) -> Number {
        if self.is_free {
            return self.unnumbered();
        }
        self.alinea += 1;
        let above = if self.below > 0 {
            format!("{}.{}", self.article, self.below)
        } else {
            self.article.to_string()
        };
        self.number(format!("{above}.{}", self.alinea))
    }

    /// The next `[Article]` of a délibération.
    pub(super) fn act(&mut self) -> String {
        self.acts += 1;
        ordinal(self.acts)
    }

    fn article_number(&self, number: String) -> Number {
        Number {
            cited: self.in_annexe(&format!("article {number}")),
            shown: format!("Article {number}"),
        }
    }

    fn number(&self, number: String) -> Number {
        let cited = match self.numbering {
            Numbering::Article => format!("article {number}"),
            _ => format!("partie {number}"),
        };
        Number {
            cited: self.in_annexe(&cited),
            shown: number,
        }
    }

    /// A title without number in an annexe is cited as the annexe.
    fn unnumbered(&self) -> Number {
        Number {
            shown: String::new(),
            cited: self.annexe.clone().unwrap_or_default(),
        }
    }

    fn in_annexe(&self, cited: &str) -> String {
        match &self.annexe {
            Some(annexe) => format!("{annexe}, {cited}"),
            None => cited.to_owned(),
        }
    }

    /// How what is neither title nor alinéa is cited: as the annexe, or not at all.
    pub(super) fn around(&self) -> Option<String> {
        self.annexe.clone()
    }
}

/// « 1er », « 2 »: articles are counted so.
fn ordinal(number: u32) -> String {
    if number == 1 {
        "1er".to_owned()
    } else {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_sub_articles_and_alineas() {
        let mut counter = Counter::of(Numbering::Article);
        let shown: Vec<String> = [
            counter.title(false),
            counter.subtitle(),
            counter.title(true),
            counter.alinea(),
            counter.subtitle(),
            counter.alinea(),
            counter.title(true),
            counter.subtitle(),
        ]
        .into_iter()
        .map(|number| number.shown)
        .collect();
        assert_eq!(
            shown,
            [
                "",
                "",
                "Article 1er",
                "1.1",
                "1.1",
                "1.1.1",
                "Article 2",
                "2.1"
            ]
        );
    }

    #[test]
    fn parts_of_an_annexe_are_cited_with_it() {
        let mut counter = Counter::of_annexe(Numbering::Decimal, "annexe 2");
        assert_eq!(
            counter.title(false),
            Number {
                shown: "1".into(),
                cited: "annexe 2, partie 1".into()
            }
        );
        let mut plain = Counter::of_annexe(Numbering::None, "annexe 1");
        assert_eq!(
            plain.title(false),
            Number {
                shown: String::new(),
                cited: "annexe 1".into()
            }
        );
    }
}
