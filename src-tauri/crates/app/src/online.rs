//! The version to be put online: the same document, where what reaches a person directly is masked (RGPD, art. 5).
//!
//! What is masked is known by its field ([`Dossier::personal`]), and then found wherever it is printed, typed again in a
//! free text or said beside the pages. Another telephone or address in a free text cannot be told from a service's: it
//! is reported, not masked.

use document::{Document, Head, Inline, Text};
use domain::dossier::{Dossier, EARLIER};
use domain::record::Path;
use domain::values::{Email, Phone};
use template::Placed;

/// What stands for a masked value: heard as it is read.
const MASK: &str = "[masqué]";
/// Said at the foot of every page, in place of the original's number.
const FOOT: &str = "Version à mettre en ligne — coordonnées personnelles masquées";

/// What reaches people in a dossier.
pub(crate) struct Masks {
    fields: Vec<String>,
    values: Vec<Value>,
}

/// A value, as it is looked for.
enum Value {
    Phone(Phone),
    Mail(String),
    /// What does not read as either: letter for letter.
    Typed(String),
}

impl Masks {
    /// Those of a dossier.
    pub(crate) fn of(dossier: &Dossier) -> Self {
        let mut personal = dossier.personal();
        // What is said of the dossier that this one follows stands in its pages too.
        for (path, typed) in dossier.before.iter().flat_map(|before| before.personal()) {
            personal.push((Path::new(format!("{EARLIER}{path}").as_str()), typed));
        }
        let value = |typed: &String| match (typed.parse::<Phone>(), typed.parse::<Email>()) {
            (Ok(phone), _) => Value::Phone(phone),
            (_, Ok(mail)) => Value::Mail(mail.as_str().to_ascii_lowercase()),
            _ => Value::Typed(typed.trim().to_owned()),
        };
        Self {
            values: personal.iter().map(|(_, typed)| value(typed)).collect(),
            fields: personal
                .into_iter()
                .map(|(path, _)| path.to_string())
                .collect(),
        }
    }

    /// Masks a document, and says on its pages that it is the version to be put online. It is no original.
    pub(crate) fn mask(&self, document: &mut Document) {
        document.each_line_mut(|line| line.iter_mut().for_each(|inline| self.inline(inline)));
        document.title = self.words(&document.title);
        if let Head::Logo { alt, .. } = &mut document.opening.head {
            *alt = self.words(alt);
        }
        document.originals.clear();
        document.footer_second = vec![Inline::words(FOOT)];
    }

    fn inline(&self, inline: &mut Inline) {
        if let Inline::Text(text) = inline {
            self.text(text);
        }
    }

    fn text(&self, text: &mut Text) {
        let masked = self.words(&text.words);
        let personal = text.fields.iter().any(|field| self.fields.contains(field));
        // A form of the value that is not known here is masked whole.
        let words = if masked == text.words && personal && reaches(&text.words) {
            MASK.to_owned()
        } else {
            masked
        };
        let shows = |link: &String| self.words(link) != *link;
        text.link = text.link.take().filter(|link| !shows(link));
        text.words = words;
    }

    /// Words where every known value is masked.
    pub(crate) fn words(&self, words: &str) -> String {
        let mut out = words.to_owned();
        for value in &self.values {
            out = match value {
                Value::Phone(phone) => without_phone(&out, phone),
                Value::Mail(mail) => without(&out, mail, is_of_mail),
                Value::Typed(typed) => without(&out, typed, char::is_alphanumeric),
            };
        }
        out
    }

    /// The findings about a telephone or an address in a free text that this document prints and that stays readable.
    pub(crate) fn left<'a>(
        &self,
        document: &Document,
        dossier: &Dossier,
        findings: &'a [Placed],
    ) -> Vec<&'a Placed> {
        let mut printed: Vec<String> = Vec::new();
        document.clone().each_line_mut(|line| {
            for inline in line.iter() {
                if let Inline::Text(text) = inline {
                    printed.extend_from_slice(&text.fields);
                }
            }
        });
        let readable = |placed: &&Placed| {
            placed.finding.path.as_ref().is_some_and(|path| {
                let typed = self.words(&dossier.typed(path));
                printed.iter().any(|field| field == path.as_str())
                    && domain::rules::reach_in(&typed).is_some()
            })
        };
        let personal = |placed: &&Placed| placed.finding.fault.code() == "donnee-personnelle";
        findings.iter().filter(personal).filter(readable).collect()
    }
}

/// Whether words may show how to reach someone.
fn reaches(words: &str) -> bool {
    words.contains('@') || words.bytes().filter(u8::is_ascii_digit).count() >= 6
}

/// Signs that may stand beside a mail's own inside a longer address.
fn is_of_mail(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || matches!(sign, '_' | '-' | '+' | '.')
}

/// Words without a value, whatever its capitals; one that is only a part of a longer one is another.
fn without(words: &str, value: &str, is_part: fn(char) -> bool) -> String {
    let (low, value) = (words.to_ascii_lowercase(), value.to_ascii_lowercase());
    if value.is_empty() {
        return words.to_owned();
    }
    let mut out = String::new();
    let mut from = 0;
    for (at, found) in low.match_indices(&value) {
        let end = at + found.len();
        let before = low[..at].chars().next_back().is_some_and(is_part);
        // A full stop that ends a sentence is no part of the address before it.
        let mut rest = low[end..].chars();
        let after = match rest.next() {
            Some('.') => rest.next().is_some_and(char::is_alphanumeric),
            next => next.is_some_and(is_part),
        };
        if !before && !after {
            out.push_str(&words[from..at]);
            out.push_str(MASK);
            from = end;
        }
    }
    out + &words[from..]
}

/// Words without a telephone number, however its figures are grouped.
fn without_phone(words: &str, phone: &Phone) -> String {
    let signs: Vec<(usize, char)> = words.char_indices().collect();
    let mut out = String::new();
    let (mut at, mut from) = (0, 0);
    while at < signs.len() {
        let before = at.checked_sub(1).map(|last| signs[last].1);
        let begins = matches!(signs[at].1, '+' | '(' | '0'..='9')
            && before.is_none_or(|sign| !sign.is_ascii_alphanumeric() && sign != '+');
        match begins
            .then(|| end_of_phone(words, &signs, at, phone))
            .flatten()
        {
            Some(end) => {
                out.push_str(&words[from..signs[at].0]);
                out.push_str(MASK);
                from = signs.get(end).map_or(words.len(), |sign| sign.0);
                at = end;
            }
            None => at += 1,
        }
    }
    out + &words[from..]
}

/// Where the number that begins at a sign ends, when it is this one.
fn end_of_phone(words: &str, signs: &[(usize, char)], at: usize, phone: &Phone) -> Option<usize> {
    /// `+33 (0)1.99.00.12.34` and its spaces, with room.
    const LONGEST: usize = 32;
    let ends = (at + 8..=(at + LONGEST).min(signs.len())).rev();
    ends.into_iter().find(|end| {
        let closed = signs[end - 1].1.is_ascii_digit()
            && signs
                .get(*end)
                .is_none_or(|sign| !sign.1.is_ascii_alphanumeric());
        let stop = signs.get(*end).map_or(words.len(), |sign| sign.0);
        closed && words[signs[at].0..stop].parse::<Phone>().as_ref() == Ok(phone)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masks() -> Masks {
        let mut dossier = Dossier::default();
        let contacts = &mut dossier.sheet.contacts;
        domain::record::Items::insert(contacts, 0, domain::record::Id::new("c1").unwrap());
        for (key, typed) in [
            ("telephone", "01 99 00 12 34"),
            ("courriel", "Nora.Petit@exemple.fr"),
        ] {
            let path = domain::record::Path::new(format!("contacts/c1/{key}"));
            assert!(dossier.put(&path, typed));
        }
        Masks::of(&dossier)
    }

    #[track_caller]
    fn check(words: &str, expected: &str) {
        assert_eq!(masks().words(words), expected);
    }

    #[test]
    fn a_value_is_masked_however_it_is_written() {
        for phone in [
            "01 99 00 12 34",
            "0199001234",
            "01.99.00.12.34",
            "+33 1 99 00 12 34",
            "+33 (0)1 99 00 12 34",
            "01\u{a0}99\u{a0}00\u{a0}12\u{a0}34",
            "01\u{202f}99\u{202f}00\u{202f}12\u{202f}34",
        ] {
            check(&format!("é : {phone}, le matin"), "é : [masqué], le matin");
        }
        check("écrire à nora.petit@EXEMPLE.fr.", "écrire à [masqué].");
        check("(nora.petit@exemple.fr)", "([masqué])");
        check("0199001234 / 0199001234", "[masqué] / [masqué]");
    }

    #[test]
    fn what_only_looks_like_it_stays() {
        for words in [
            "01 99 00 12 35",
            "10199001234",
            "01990012345",
            "eleonora.petit@exemple.fr",
            "nora.petit@exemple.fr.org",
            "ce.0990001a@exemple.fr",
            "le 01 09 2026",
            "",
        ] {
            check(words, words);
        }
    }

    #[test]
    fn a_form_that_is_not_known_is_masked_by_its_field() {
        let text = |words: &str, field: &str| {
            let mut text = Text {
                words: words.to_owned(),
                fields: vec![field.to_owned()],
                link: Some("mailto:nora.petit@exemple.fr".to_owned()),
                ..Text::default()
            };
            masks().text(&mut text);
            (text.words, text.link)
        };
        let of = |words: &str, field: &str| text(words, field).0;
        assert_eq!(of("(1) 99-001-234", "contacts/c1/telephone"), MASK);
        assert_eq!(of("joignable", "contacts/c1/telephone"), "joignable");
        assert_eq!(of("(1) 99-001-234", "champs/autre"), "(1) 99-001-234");
        assert_eq!(
            text("Nora", "contacts/c1/prenom"),
            ("Nora".to_owned(), None)
        );
    }
}
