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

/// The text with a capital first: « L’académie » of « l’académie ».
pub fn capital(text: &str) -> String {
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

/// Titles of men, folded.
const MASCULINE: &[&str] = &[
    "adjoint",
    "administrateur",
    "conseiller",
    "correspondant",
    "delegue",
    "directeur",
    "inspecteur",
    "prefet",
    "president",
    "principal",
    "recteur",
    "referent",
    "vice-president",
];

/// Titles of women, folded.
const FEMININE: &[&str] = &[
    "adjointe",
    "administratrice",
    "cheffe",
    "conseillere",
    "correspondante",
    "deleguee",
    "directrice",
    "inspectrice",
    "prefete",
    "presidente",
    "principale",
    "proviseure",
    "rectrice",
    "referente",
    "vice-presidente",
];

/// Titles of one form, or whose masculine form is said of women too.
const EITHER: &[&str] = &[
    "chef",
    "dasen",
    "ien",
    "maire",
    "proviseur",
    "responsable",
    "secretaire",
];

/// The gender of a title, `Some(None)` when its form has both; `None` when the word is no title.
fn title_gender(word: &str) -> Option<Option<Gender>> {
    match word {
        _ if MASCULINE.contains(&word) => Some(Some(Gender::Masculine)),
        _ if FEMININE.contains(&word) => Some(Some(Gender::Feminine)),
        _ if EITHER.contains(&word) => Some(None),
        _ => None,
    }
}

/// The gender of an article, contracted or not; none for « l’ » and for other words.
fn article_gender(word: &str) -> Option<Gender> {
    match word {
        "le" | "du" | "au" => Some(Gender::Masculine),
        "la" => Some(Gender::Feminine),
        _ => None,
    }
}

/// The first article and title of a text that are of two genders, as typed: « Le », « Rectrice ».
pub fn wrong_article(text: &str) -> Option<(String, String)> {
    let is_sign = |c: char| !c.is_alphanumeric() && c != '-';
    let words: Vec<&str> = text
        .split_whitespace()
        .map(|word| word.trim_matches(is_sign))
        .collect();
    words.windows(2).find_map(|pair| {
        let [article, title] = pair else { return None };
        let (of_article, of_title) = (
            article_gender(&fold(article))?,
            title_gender(&fold(title))??,
        );
        (of_article != of_title).then(|| ((*article).to_owned(), (*title).to_owned()))
    })
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
            _ => match title_gender(word) {
                Some(noun) => return TitleReading { noun, ..reading },
                // An article belongs to the word right after it.
                None => reading.article = article_gender(word),
            },
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
    fn a_wrong_article_is_found_in_a_text() {
        let found = |text| wrong_article(text).map(|(article, title)| format!("{article} {title}"));
        assert_eq!(
            found("signée par Le Rectrice, puis rendue"),
            Some("Le Rectrice".to_owned())
        );
        assert_eq!(
            found("l’avis du présidente"),
            Some("du présidente".to_owned())
        );
        assert_eq!(found("la directeur."), Some("la directeur".to_owned()));
        assert_eq!(
            found("Madame le Maire, la Rectrice, le directeur, au préfet, la maire, la proviseur"),
            None
        );
        assert_eq!(found("le rapport de la directrice"), None);
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
