//! Functions of those who sign and their titles in both genders, and how a title typed freely agrees with itself.

use super::{Gender, is_elided};
use crate::dossier::choices::Function;
use crate::values::{Civility, fold};

impl Function {
    /// The title without article, in small letters: « rectrice », « adjointe au maire ».
    pub fn noun(self, gender: Gender) -> &'static str {
        let (masculine, feminine) = match self {
            Self::Mayor => ("maire", "maire"),
            Self::Deputy => ("adjoint au maire", "adjointe au maire"),
            Self::President => ("président", "présidente"),
            Self::VicePresident => ("vice-président", "vice-présidente"),
            Self::Rector => ("recteur", "rectrice"),
            Self::RegionRector => (
                "recteur de région académique",
                "rectrice de région académique",
            ),
            Self::Dasen => (
                "directeur académique des services de l’éducation nationale",
                "directrice académique des services de l’éducation nationale",
            ),
            Self::Ien => (
                "inspecteur de l’éducation nationale",
                "inspectrice de l’éducation nationale",
            ),
            Self::Principal => ("principal", "principale"),
            Self::Headmaster => ("proviseur", "proviseure"),
            Self::SchoolHead => ("directeur d’école", "directrice d’école"),
            Self::Dgs => (
                "directeur général des services",
                "directrice générale des services",
            ),
        };
        gender.pick(masculine, feminine)
    }

    /// The title with a capital, as when it stands for the person: « Maire », « Rectrice ».
    pub fn capital(self, gender: Gender) -> String {
        capital(self.noun(gender))
    }

    /// « le maire », « la rectrice », « l’inspectrice de l’éducation nationale ».
    pub fn with_article(self, gender: Gender) -> String {
        format!(
            "{}{}",
            article(self.noun(gender), gender),
            self.noun(gender)
        )
    }

    /// « du maire », « de la rectrice », « de l’adjointe au maire ».
    pub fn with_de(self, gender: Gender) -> String {
        contracted(&self.with_article(gender), "du ", "de ")
    }

    /// « au maire », « à la rectrice », « à l’adjointe au maire ».
    pub fn with_a(self, gender: Gender) -> String {
        contracted(&self.with_article(gender), "au ", "à ")
    }

    /// As a signature is headed: « Le Maire », « La Rectrice », « L’Adjointe au maire ».
    pub fn heading(self, gender: Gender) -> String {
        capital(&format!(
            "{}{}",
            article(self.noun(gender), gender),
            self.capital(gender)
        ))
    }

    /// As an act names the person: « Monsieur le Maire », « Madame la Maire », « Madame le Maire ».
    /// The gender of the title is the person's choice, apart from the civility.
    pub fn address(self, civility: Civility, title: Gender) -> String {
        format!(
            "{} {}{}",
            civility.label(),
            article(self.noun(title), title),
            self.capital(title)
        )
    }
}

/// « le », « la » or « l’ » before a noun, with the space where there is one.
fn article(noun: &str, gender: Gender) -> &'static str {
    if is_elided(noun) {
        "l’"
    } else {
        gender.pick("le ", "la ")
    }
}

/// The preposition joined to an article: « le » melts into it, « la » and « l’ » do not.
fn contracted(with_article: &str, melted: &str, apart: &str) -> String {
    match with_article.strip_prefix("le ") {
        Some(noun) => format!("{melted}{noun}"),
        None => format!("{apart}{with_article}"),
    }
}

/// The text with a capital.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// What the words of a title typed freely say of its gender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct TitleReading {
    /// Of « Monsieur » or « Madame », where it stands before the title.
    pub civility: Option<Gender>,
    /// Of the article before the title.
    pub article: Option<Gender>,
    /// Of the title itself; none for « maire », which has one form.
    pub noun: Option<Gender>,
}

impl TitleReading {
    /// Whether the article and the title are of two genders: « Le Rectrice ». « Madame le Maire » agrees.
    pub fn article_disagrees(self) -> bool {
        matches!((self.article, self.noun), (Some(article), Some(noun)) if article != noun)
    }
}

/// Titles in both genders, folded; those of one form are in both places.
const TITLES: &[(&str, &str)] = &[
    ("maire", "maire"),
    ("adjoint", "adjointe"),
    ("conseiller", "conseillere"),
    ("president", "presidente"),
    ("vice-president", "vice-presidente"),
    ("recteur", "rectrice"),
    ("directeur", "directrice"),
    ("inspecteur", "inspectrice"),
    ("principal", "principale"),
    ("proviseur", "proviseure"),
    ("prefet", "prefete"),
    ("delegue", "deleguee"),
    ("administrateur", "administratrice"),
    ("secretaire", "secretaire"),
    ("responsable", "responsable"),
    ("chef", "cheffe"),
    ("referent", "referente"),
    ("correspondant", "correspondante"),
    ("dasen", "dasen"),
    ("ien", "ien"),
];

/// The gender of a title, `Some(None)` when its form has both; `None` when the word is no title.
fn title_gender(word: &str) -> Option<Option<Gender>> {
    TITLES.iter().find_map(
        |&(masculine, feminine)| match (word == masculine, word == feminine) {
            (true, true) => Some(None),
            (true, false) => Some(Some(Gender::Masculine)),
            (false, true) => Some(Some(Gender::Feminine)),
            (false, false) => None,
        },
    )
}

/// Reads a title as typed: « Madame la Rectrice de l’académie de Versailles », « Le Rectrice », « l’adjointe au maire ».
/// Only the first title counts: what follows is its complement.
pub fn read_title(typed: &str) -> TitleReading {
    let folded = fold(typed).replace("l'", "").replace(['.', ',', ':'], " ");
    let mut reading = TitleReading::default();
    for word in folded.split_whitespace() {
        match word {
            "monsieur" | "m" => reading.civility = Some(Gender::Masculine),
            "madame" | "mme" => reading.civility = Some(Gender::Feminine),
            "le" | "du" | "au" => reading.article = Some(Gender::Masculine),
            "la" => reading.article = Some(Gender::Feminine),
            _ => {
                if let Some(noun) = title_gender(word) {
                    return TitleReading { noun, ..reading };
                }
                // An article belongs to the word right after it.
                reading.article = None;
            }
        }
    }
    TitleReading {
        article: None,
        ..reading
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Gender::{Feminine, Masculine};

    #[test]
    fn titles_agree() {
        assert_eq!(Function::Mayor.with_article(Feminine), "la maire");
        assert_eq!(Function::Rector.with_article(Feminine), "la rectrice");
        assert_eq!(
            Function::Ien.with_article(Feminine),
            "l’inspectrice de l’éducation nationale"
        );
        assert_eq!(Function::Mayor.with_de(Masculine), "du maire");
        assert_eq!(Function::Rector.with_de(Feminine), "de la rectrice");
        assert_eq!(Function::Deputy.with_de(Feminine), "de l’adjointe au maire");
        assert_eq!(Function::Mayor.with_a(Masculine), "au maire");
        assert_eq!(Function::President.with_a(Feminine), "à la présidente");
        assert_eq!(Function::Rector.heading(Feminine), "La Rectrice");
        assert_eq!(Function::Deputy.heading(Feminine), "L’Adjointe au maire");
    }

    #[test]
    fn the_title_of_a_woman_is_her_choice() {
        assert_eq!(
            Function::Mayor.address(Civility::Monsieur, Masculine),
            "Monsieur le Maire"
        );
        assert_eq!(
            Function::Mayor.address(Civility::Madame, Feminine),
            "Madame la Maire"
        );
        assert_eq!(
            Function::Mayor.address(Civility::Madame, Masculine),
            "Madame le Maire"
        );
        assert_eq!(
            Function::Rector.address(Civility::Madame, Feminine),
            "Madame la Rectrice"
        );
        assert_eq!(
            Function::Ien.address(Civility::Monsieur, Masculine),
            "Monsieur l’Inspecteur de l’éducation nationale"
        );
    }

    #[test]
    fn reads_a_title_typed_freely() {
        let of = |typed| {
            let reading = read_title(typed);
            (reading.civility, reading.article, reading.noun)
        };
        let (m, f) = (Some(Masculine), Some(Feminine));
        assert_eq!(
            of("Madame la Rectrice de l’académie de Versailles"),
            (f, f, f)
        );
        assert_eq!(of("Le Rectrice"), (None, m, f));
        assert_eq!(of("Madame le Maire"), (f, m, None));
        assert_eq!(of("Monsieur le Maire"), (m, m, None));
        assert_eq!(of("L’Adjointe au maire"), (None, None, f));
        assert_eq!(of("adjoint à la maire"), (None, None, m));
        assert_eq!(of("M. le Président du conseil"), (m, m, m));
        assert_eq!(of("Maire de La Roche"), (None, None, None));
        assert_eq!(of("la commune"), (None, None, None));
    }

    #[test]
    fn le_rectrice_disagrees() {
        assert!(read_title("Le Rectrice").article_disagrees());
        assert!(read_title("la recteur").article_disagrees());
        assert!(!read_title("Madame le Maire").article_disagrees());
        assert!(!read_title("La Rectrice").article_disagrees());
        assert!(!read_title("Recteur").article_disagrees());
    }
}
