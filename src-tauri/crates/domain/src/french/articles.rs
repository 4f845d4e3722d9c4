//! Articles and elision before a proper name: « d’Aix-Marseille », « du Rheu », « des Ulis », « de La Roche ».
//!
//! French gives no rule for an h: it is a fact of each name. A name that this file does not know takes the
//! mute h; the dossier's field « nom avec article » is there for the rest.

use crate::values::fold;

/// Communes whose h is said, so that « de » stays whole: their own town halls write « ville de Houilles ».
/// Those of Alsace and Moselle are all so, as German names are; here are the ones of some size.
const SOUNDED_H: &[&str] = &[
    "habsheim",
    "hagenthal-le-bas",
    "haguenau",
    "ham",
    "hambach",
    "hangenbieten",
    "hattstatt",
    "hayange",
    "hegenheim",
    "heimsbrunn",
    "hem",
    "herrlisheim",
    "hesingue",
    "hettange-grande",
    "hilsenheim",
    "hindisheim",
    "hirsingue",
    "hirtzfelden",
    "hochfelden",
    "hoenheim",
    "hoerdt",
    "holtzheim",
    "holving",
    "hombourg",
    "hombourg-haut",
    "honfleur",
    "horbourg-wihr",
    "houdain",
    "houdan",
    "houilles",
    "houssen",
    "huelgoat",
    "huningue",
    "hunsbach",
    "husseren-wesserling",
    "huttenheim",
];

/// Whether « de » and « le » lose their vowel before this name.
pub fn is_elided(name: &str) -> bool {
    let folded = fold(name);
    let mut letters = folded.chars();
    match (letters.next(), letters.next()) {
        (Some('a' | 'e' | 'i' | 'o' | 'u'), _) => true,
        (Some('h'), _) => !SOUNDED_H.contains(&folded.as_str()),
        // « d’Yvetot », but « de Youx »: y is a vowel before a consonant; Yerres is the exception (« ville d’Yerres »).
        (Some('y'), Some(next)) => {
            !matches!(next, 'a' | 'e' | 'i' | 'o' | 'u') || folded == "yerres"
        }
        _ => false,
    }
}

/// The article that a name begins with, and the rest: « Le Rheu », « Les Ulis », « LE HAVRE ».
fn article(name: &str) -> Option<(&'static str, &str)> {
    let (first, rest) = name.split_once([' ', '\u{a0}'])?;
    match first {
        "Le" | "LE" | "le" => Some(("le", rest)),
        "Les" | "LES" | "les" => Some(("les", rest)),
        _ => None,
    }
}

/// The name after « de »: « d’Aix-Marseille », « du Rheu », « des Ulis », « de La Roche-sur-Yon », « de L’Haÿ-les-Roses ».
pub fn with_de(name: &str) -> String {
    match article(name) {
        Some(("le", rest)) => format!("du {rest}"),
        Some((_, rest)) => format!("des {rest}"),
        None if is_elided(name) => format!("d’{name}"),
        None => format!("de {name}"),
    }
}

/// The name after « à »: « à Fontenay-aux-Roses », « au Rheu », « aux Ulis ».
pub fn with_a(name: &str) -> String {
    match article(name) {
        Some(("le", rest)) => format!("au {rest}"),
        Some((_, rest)) => format!("aux {rest}"),
        None => format!("à {name}"),
    }
}

/// A common noun after its definite article: « l’académie », « la commune », « le département ».
pub fn with_le(noun: &str, gender: super::Gender) -> String {
    match noun {
        _ if is_elided(noun) => format!("l’{noun}"),
        _ => format!("{} {noun}", gender.pick("le", "la")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::french::Gender;

    #[test]
    fn de_is_elided_and_contracted() {
        let expected = [
            ("Aix-Marseille", "d’Aix-Marseille"),
            ("Fontenay-aux-Roses", "de Fontenay-aux-Roses"),
            ("Le Rheu", "du Rheu"),
            ("LE HAVRE", "du HAVRE"),
            ("Les Ulis", "des Ulis"),
            ("La Roche-sur-Yon", "de La Roche-sur-Yon"),
            ("L’Haÿ-les-Roses", "de L’Haÿ-les-Roses"),
            ("Issy-les-Moulineaux", "d’Issy-les-Moulineaux"),
            ("Évry-Courcouronnes", "d’Évry-Courcouronnes"),
            ("Œting", "d’Œting"),
            ("Île-de-France", "d’Île-de-France"),
            ("Yerres", "d’Yerres"),
            ("Youx", "de Youx"),
            ("Hyères", "d’Hyères"),
            ("Herblay-sur-Seine", "d’Herblay-sur-Seine"),
            ("Houilles", "de Houilles"),
            ("Hœnheim", "de Hœnheim"),
            ("Haguenau", "de Haguenau"),
            ("Lesches", "de Lesches"),
            ("", "de "),
        ];
        for (name, with) in expected {
            assert_eq!(with_de(name), with);
        }
    }

    #[test]
    fn a_is_contracted() {
        assert_eq!(with_a("Fontenay-aux-Roses"), "à Fontenay-aux-Roses");
        assert_eq!(with_a("Le Rheu"), "au Rheu");
        assert_eq!(with_a("Les Ulis"), "aux Ulis");
        assert_eq!(with_a("La Roche-sur-Yon"), "à La Roche-sur-Yon");
    }

    #[test]
    fn le_is_elided() {
        assert_eq!(with_le("académie", Gender::Feminine), "l’académie");
        assert_eq!(with_le("commune", Gender::Feminine), "la commune");
        assert_eq!(with_le("département", Gender::Masculine), "le département");
    }

    #[test]
    fn the_table_is_in_order_and_folded() {
        assert!(SOUNDED_H.is_sorted());
        assert!(SOUNDED_H.iter().all(|name| fold(name) == *name));
    }
}
