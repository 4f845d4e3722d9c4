//! How an act is written: one gender and one number, ordinals as printers write them, « de » joined to its name.

use super::{at, fault::Fault, path, texts::texts};
use crate::dossier::Dossier;
use crate::findings::{Finding, Severity};
use crate::french::{is_elided, with_a, with_de};
use crate::values::fold;

/// Endings between brackets that leave the choice to the reader.
const CHOICES: &[&str] = &[
    "(e)", "(es)", "(s)", "(ne)", "(nne)", "(le)", "(se)", "(euse)", "(trice)", "(ice)", "(x)",
];

/// Words that leave the choice to the reader, folded.
const EITHER: &[&str] = &[
    "m./mme",
    "mme/m.",
    "m/mme",
    "mme/m",
    "monsieur/madame",
    "madame/monsieur",
    "le/la",
    "la/le",
    "il/elle",
    "et/ou",
];

/// The findings about how texts are written.
pub(super) fn check(dossier: &Dossier) -> Vec<Finding> {
    let mut found = Vec::new();
    let names = [
        dossier.sheet.collectivity.name.value(),
        dossier.sheet.academy.name.value(),
    ];
    let names = names.into_iter().flatten();
    let apart: Vec<Apart> = names.flat_map(|name| Apart::all(name.as_str())).collect();
    for (path, text) in texts(dossier) {
        let mut say = |severity, fault| found.push(at(path.clone(), severity, "", fault));
        if let Some(found) = left_to_choose(&text) {
            say(Severity::ToVerify, Fault::Choice { found });
        }
        if let Some((found, expected)) = wrong_ordinal(&text) {
            say(Severity::Advice, Fault::Ordinal { found, expected });
        }
        // The name after « de » is judged on its own.
        let of_name = path.last() == "nom_avec_article";
        let wrong = unjoined(&text, &apart);
        if let (Some((found, expected)), false) = (wrong, of_name) {
            say(Severity::ToVerify, Fault::Elision { found, expected });
        }
    }
    found.extend(names_after_de(dossier));
    found
}

/// A word that an act must choose: « représenté(e) », « M./Mme ». What is signed names someone (`domain.md` §3.9).
fn left_to_choose(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
    let chooses = |word: &String| {
        let ends = CHOICES
            .iter()
            .filter_map(|end| word.find(end))
            .any(|at| word[..at].ends_with(char::is_alphabetic));
        let dotted = word.split('·').count() > 1 && word.contains(char::is_alphabetic);
        let bare = word.trim_end_matches([',', ';', ':']);
        ends || dotted || EITHER.contains(&bare)
    };
    let pair = folded.windows(3).position(|three| {
        let civility = |word: &str| matches!(word, "m." | "m" | "mme" | "monsieur" | "madame");
        three[1] == "ou" && civility(&three[0]) && civility(&three[2])
    });
    let one = folded
        .iter()
        .position(chooses)
        .map(|at| words[at].to_owned());
    one.or_else(|| pair.map(|at| words[at..at + 3].join(" ")))
}

/// « 2ème » for « 2e », « 1ère » for « 1re » (Lexique de l'Imprimerie nationale).
fn wrong_ordinal(text: &str) -> Option<(String, String)> {
    text.split_whitespace().find_map(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let ending = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let number = word.strip_suffix(ending)?;
        if number.is_empty() {
            return None;
        }
        let right = match fold(ending).as_str() {
            "eme" | "ieme" => "e",
            "emes" | "iemes" => "es",
            "ere" | "iere" => "re",
            "ier" => "er",
            _ => return None,
        };
        Some((word.to_owned(), format!("{number}{right}")))
    })
}

/// Whether grammar alone tells how « de » joins a name: an h or a y at its head is a fact of the name.
fn is_certain(name: &str) -> bool {
    !fold(name).starts_with(['h', 'y'])
}

/// « de » or « à » before a name that it should be joined to: « de Antony », « à Le Rheu ».
struct Apart {
    apart: String,
    right: String,
    /// What is looked for in a text.
    folded: String,
}

impl Apart {
    /// What would be wrong before a name; nothing where grammar does not tell.
    fn all(name: &str) -> Vec<Self> {
        let pairs = [("de", with_de(name)), ("à", with_a(name))];
        let pairs = pairs.into_iter().filter(|_| is_certain(name));
        let wrong = pairs.filter_map(|(word, right)| {
            let apart = format!("{word} {name}");
            let folded = fold(&apart);
            (fold(&right) != folded).then_some(Self {
                apart,
                right,
                folded,
            })
        });
        wrong.collect()
    }
}

/// What stands apart in a text and should not, and what it should be.
fn unjoined(text: &str, apart: &[Apart]) -> Option<(String, String)> {
    let text = fold(text);
    let found = apart.iter().find(|one| stands(&text, &one.folded))?;
    Some((found.apart.clone(), found.right.clone()))
}

/// Whether words stand in a text, not as a part of longer ones. Both are folded.
fn stands(text: &str, words: &str) -> bool {
    let free = |sign: Option<char>| sign.is_none_or(|sign| !sign.is_alphanumeric() && sign != '-');
    text.match_indices(words).any(|(at, _)| {
        free(text[..at].chars().next_back()) && free(text[at + words.len()..].chars().next())
    })
}

/// The name after « de », of the collectivity and of the académie, typed as « de Antony » or « d’Fontenay ».
fn names_after_de(dossier: &Dossier) -> Vec<Finding> {
    let sheet = &dossier.sheet;
    let (town, academy) = (&sheet.collectivity, &sheet.academy);
    let typed = [
        (
            "collectivite/nom_avec_article",
            &town.name,
            &town.name_with_article,
        ),
        (
            "academie/nom_avec_article",
            &academy.name,
            &academy.name_with_article,
        ),
    ];
    let wrong = |(field, name, with): (&str, &crate::entry::Entry<crate::values::Text>, _)| {
        let with: &crate::entry::Entry<crate::values::Text> = with;
        let (name, with) = (name.value()?.as_str(), with.value()?.as_str());
        let elided = fold(with).starts_with("d'");
        let apart = unjoined(with, &Apart::all(name)).is_some();
        let needless = elided && !is_elided(name) && fold(with) == format!("d'{}", fold(name));
        (is_certain(name) && (apart || needless)).then(|| {
            let fault = Fault::Elision {
                found: with.to_owned(),
                expected: with_de(name),
            };
            at(path(field), Severity::ToVerify, "", fault)
        })
    };
    typed.into_iter().filter_map(wrong).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::check as told;
    use super::*;

    #[test]
    fn a_choice_left_to_the_reader_is_seen() {
        let found = |text| left_to_choose(text);
        assert_eq!(found("représenté(e) par"), Some("représenté(e)".to_owned()));
        assert_eq!(found("les école(s),"), Some("école(s),".to_owned()));
        assert_eq!(found("M./Mme Lemaître"), Some("M./Mme".to_owned()));
        assert_eq!(found("M. ou Mme Lemaître"), Some("M. ou Mme".to_owned()));
        assert_eq!(found("les élu·es"), Some("élu·es".to_owned()));
        assert_eq!(found("la loi (e) et l’annexe (s)"), None);
        assert_eq!(
            found("M. Martin ou son adjointe, convention relative à l’ENT"),
            None
        );
    }

    #[test]
    fn ordinals_end_as_printers_write_them() {
        let found = |text| wrong_ordinal(text).map(|(found, right)| format!("{found} {right}"));
        assert_eq!(found("la 2ème adjointe"), Some("2ème 2e".to_owned()));
        assert_eq!(found("(1ère adjointe)"), Some("1ère 1re".to_owned()));
        assert_eq!(found("les 3ièmes"), Some("3ièmes 3es".to_owned()));
        assert_eq!(
            found("le 1er septembre, la 2e fois, 5 e, 2de, 0921688K"),
            None
        );
    }

    #[test]
    fn de_joins_the_name_that_follows() {
        let fields = |name, text| [("collectivite/nom", name), ("deliberation/objet", text)];
        let wrong = ["à vérifier elision deliberation/objet"];
        told(check, &fields("Antony", "Les écoles de Antony"), &wrong);
        told(check, &fields("Antony", "Les écoles d’Antony"), &[]);
        told(check, &fields("Antony", "La rue de Antonyville"), &[]);
        told(check, &fields("Le Rheu", "Les écoles de Le Rheu"), &wrong);
        told(check, &fields("Les Ulis", "Fait à Les Ulis"), &wrong);
        told(check, &fields("Les Ulis", "Fait aux Ulis"), &[]);
        told(check, &fields("Houilles", "Les écoles de Houilles"), &[]);
    }

    #[test]
    fn the_name_after_de_is_joined_too() {
        let fields = |name, with| [("academie/nom", name), ("academie/nom_avec_article", with)];
        let wrong = ["à vérifier elision academie/nom_avec_article"];
        told(check, &fields("Aix-Marseille", "d’Aix-Marseille"), &[]);
        told(check, &fields("Aix-Marseille", "de Aix-Marseille"), &wrong);
        told(check, &fields("Versailles", "d’Versailles"), &wrong);
        told(check, &fields("Versailles", "de Versailles"), &[]);
    }
}
