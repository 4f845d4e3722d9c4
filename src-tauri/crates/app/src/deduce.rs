//! What one field says of others: the name of a commune gives its seat, the place of signature, the dossier's name.
//!
//! A deduced field follows the field it comes from until somebody writes something else there. It is written with
//! what was typed, in the same action: one step of « Annuler » takes both back. No rule of law is here, and nothing
//! is deduced that would have to be looked up.

use domain::dossier::{Contact, Dossier};
use domain::entry::Entry;
use domain::french::with_de;
use domain::record::Path;
use domain::values::{Text, fold};
use template::Template;

/// A field that follows another.
struct Follow {
    /// The field that is typed.
    from: &'static str,
    /// The field that follows it.
    to: &'static str,
    /// What the one says when the other says this.
    says: fn(&Dossier, &Template, &str) -> String,
}

/// In the order in which they follow one another: the seat follows the name, the place of signature follows the seat.
const FOLLOWS: &[Follow] = &[
    Follow {
        from: "collectivite/nom",
        to: "collectivite/nom_avec_article",
        says: |_, _, name| with_de(name),
    },
    Follow {
        from: "collectivite/nom",
        to: "collectivite/ville",
        says: |dossier, _, name| seat(dossier, name),
    },
    Follow {
        from: "collectivite/ville",
        to: "convention/lieu",
        says: |_, _, town| without_cedex(town).to_owned(),
    },
    Follow {
        from: "collectivite/nom_avec_article",
        to: "titre",
        says: |_, template, of_name| crate::fr::dossier_name(&template.level, of_name),
    },
    Follow {
        from: "academie/nom",
        to: "academie/nom_avec_article",
        says: |_, _, name| with_de(name),
    },
];

/// What was typed, with what follows from it. `before` is the dossier as it stands.
pub fn with_followers(
    before: &Dossier,
    template: &Template,
    typed: Vec<(Path, String)>,
) -> Vec<(Path, String)> {
    let mut after = before.clone();
    for (path, text) in &typed {
        after.put(path, text);
    }
    let mut fields = typed;
    for follow in FOLLOWS {
        let to = Path::new(follow.to);
        let says = |dossier: &Dossier| follow.says(dossier, template);
        let (was, is) = (says(before), says(&after));
        let free = before.typed(&to) == was && !before.is_by_hand(&to);
        if free && was != is && fields.iter().all(|(path, _)| *path != to) {
            after.put(&to, &is);
            fields.push((to, is));
        }
    }
    fields
}

/// What an empty field is offered from another: often right, too often wrong to be written unasked. A circonscription
/// bears the name of a town, which is not always the commune's.
pub fn offered(dossier: &Dossier, path: &Path) -> String {
    match (path.head(), path.last()) {
        ("academie", "circonscription") => dossier.typed(&Path::new("collectivite/nom")),
        ("contacts", "courriel") => colleague_email(dossier, path).unwrap_or_default(),
        _ => String::new(),
    }
}

/// Two correspondants of one exploitant have addresses of one shape: after « camille.rousselet@… », « idriss.vautrin@… ».
/// Only the shape « prénom.nom » is known, and only among contacts of one role, whatever its rank.
fn colleague_email(dossier: &Dossier, path: &Path) -> Option<String> {
    let own = path.keys().nth(1)?;
    let contacts = &dossier.sheet.contacts;
    let asked = &contacts.iter().find(|item| item.id.as_str() == own)?.value;
    let body = of_role(asked)?;
    let wanted = local_part(asked)?;
    let others = contacts.iter().filter(|item| item.id.as_str() != own);
    let mut shaped = others.filter_map(|item| {
        let email = item.value.email.value()?.to_string();
        let (local, domain) = email.split_once('@')?;
        let alike = of_role(&item.value)? == body && local_part(&item.value)? == local;
        alike.then(|| format!("{wanted}@{domain}"))
    });
    shaped.next()
}

/// The role without its rank: « correspondant_technique » of the first and of the second.
fn of_role(contact: &Contact) -> Option<&str> {
    let role = contact.role.value()?.as_str();
    Some(role.trim_end_matches(|sign: char| sign.is_ascii_digit() || sign == '_'))
}

/// « prénom.nom » without accents: « anne-lise.de-la-tour ».
fn local_part(contact: &Contact) -> Option<String> {
    let part = |name: &Entry<Text>| Some(fold(name.value()?.as_str()).replace([' ', '\''], "-"));
    Some(format!(
        "{}.{}",
        part(&contact.first_name)?,
        part(&contact.last_name)?
    ))
}

/// Writes into the empty fields of a new dossier what its others say.
pub fn begin(dossier: &mut Dossier, template: &Template) {
    for follow in FOLLOWS {
        let to = Path::new(follow.to);
        let says = follow.says(dossier, template);
        if dossier.typed(&to).is_empty() && !says.is_empty() {
            dossier.put(&to, &says);
        }
    }
}

impl Follow {
    /// What the follower says in this dossier; nothing while the field it follows is empty.
    fn says(&self, dossier: &Dossier, template: &Template) -> String {
        let typed = dossier.typed(&Path::new(self.from));
        match typed.trim() {
            "" => String::new(),
            text => (self.says)(dossier, template, text),
        }
    }
}

/// The town hall of a commune is in that commune; another body's seat is asked.
fn seat(dossier: &Dossier, name: &str) -> String {
    match dossier.typed(&Path::new("collectivite/type")).as_str() {
        "commune" => name.to_owned(),
        _ => String::new(),
    }
}

/// « Cedex » is a word of the post: one signs at Versailles.
fn without_cedex(town: &str) -> &str {
    let at = town.to_lowercase().find(" cedex");
    at.and_then(|at| town.get(..at)).unwrap_or(town).trim()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Workshop;

    fn typed(dossier: &Dossier, fields: &[(&str, &str)]) -> Vec<(String, String)> {
        let workshop = Workshop::open(&[] as &[&std::path::Path]).unwrap();
        let template = workshop.model("versailles-1d").unwrap();
        let fields = fields
            .iter()
            .map(|(path, text)| (Path::new(*path), (*text).to_owned()))
            .collect();
        with_followers(dossier, template, fields)
            .into_iter()
            .map(|(path, text)| (path.as_str().to_owned(), text))
            .collect()
    }

    fn dossier(fields: &[(&str, &str)]) -> Dossier {
        let mut dossier = Dossier::default();
        for (path, text) in fields {
            dossier.put(&Path::new(*path), text);
        }
        dossier
    }

    fn said<'a>(fields: &'a [(String, String)], path: &str) -> Option<&'a str> {
        let found = fields.iter().find(|(known, _)| known == path);
        found.map(|(_, text)| text.as_str())
    }

    #[test]
    fn the_name_of_a_commune_gives_what_it_says_of_itself() {
        let fields = typed(
            &dossier(&[("collectivite/type", "commune")]),
            &[("collectivite/nom", "Les Ulis")],
        );
        assert_eq!(
            said(&fields, "collectivite/nom_avec_article"),
            Some("des Ulis")
        );
        assert_eq!(said(&fields, "collectivite/ville"), Some("Les Ulis"));
        assert_eq!(said(&fields, "convention/lieu"), Some("Les Ulis"));
        assert_eq!(said(&fields, "titre"), Some("Écoles des Ulis"));
    }

    #[test]
    fn what_follows_goes_on_following_until_it_is_written_over() {
        let begun = dossier(&[
            ("collectivite/type", "commune"),
            ("collectivite/nom", "Fonte"),
            ("collectivite/ville", "Fonte"),
            ("collectivite/nom_avec_article", "de Fonte"),
            ("convention/lieu", "Sceaux"),
        ]);
        let fields = typed(&begun, &[("collectivite/nom", "Fontenay")]);
        assert_eq!(said(&fields, "collectivite/ville"), Some("Fontenay"));
        assert_eq!(said(&fields, "convention/lieu"), None, "{fields:?}");
    }

    #[test]
    fn the_seat_of_another_body_is_asked_and_a_blank_for_the_pen_is_left() {
        let other = dossier(&[("collectivite/type", "epci")]);
        let fields = typed(&other, &[("collectivite/nom", "Vallée Sud")]);
        assert_eq!(said(&fields, "collectivite/ville"), None);
        let mut by_hand = dossier(&[("collectivite/type", "commune")]);
        by_hand.by_hand.push(Path::new("convention/lieu"));
        let fields = typed(&by_hand, &[("collectivite/ville", "Sceaux Cedex")]);
        assert_eq!(said(&fields, "convention/lieu"), None);
        let free = dossier(&[]);
        let fields = typed(&free, &[("collectivite/ville", "Sceaux Cedex")]);
        assert_eq!(said(&fields, "convention/lieu"), Some("Sceaux"));
    }

    #[test]
    fn the_address_of_a_colleague_has_the_shape_of_the_other() {
        let mut dossier = format::read(crate::example::EXAMPLE).unwrap();
        let email = Path::new("contacts/technique-2/courriel");
        dossier.put(&email, "");
        assert_eq!(offered(&dossier, &email), "idriss.vautrin@exemple.fr");
        dossier.put(
            &Path::new("contacts/technique-1/courriel"),
            "support@exemple.fr",
        );
        assert_eq!(offered(&dossier, &email), "");
        let alone = Path::new("contacts/referent/courriel");
        dossier.put(&alone, "");
        assert_eq!(offered(&dossier, &alone), "");
    }

    #[test]
    fn what_is_typed_beside_is_never_written_over() {
        let commune = dossier(&[("collectivite/type", "commune")]);
        let fields = typed(
            &commune,
            &[
                ("collectivite/nom", "Paris"),
                ("collectivite/ville", "Paris 4e"),
            ],
        );
        assert_eq!(said(&fields, "collectivite/ville"), Some("Paris 4e"));
        assert_eq!(said(&fields, "convention/lieu"), Some("Paris 4e"));
    }
}
