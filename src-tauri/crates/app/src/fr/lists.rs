//! What the rows of a grid are called, how many there are, and the sentence above them.

use domain::dossier::{Dossier, EnrolledSchool};
use domain::french::{Gender, capital, counted, kinds_counted, number_words, plural};
use domain::record::Path;
use template::{PartyRole, Split, Template};

/// A noun of a list.
#[derive(Clone, Copy, Debug)]
pub struct Noun {
    /// « une école ».
    pub one: &'static str,
    none: &'static str,
    singular: &'static str,
    several: &'static str,
    gender: Gender,
}

const SCHOOL: Noun = Noun {
    one: "une école",
    none: "Aucune école",
    singular: "école",
    several: "écoles",
    gender: Gender::Feminine,
};
const ESTABLISHMENT: Noun = Noun {
    one: "un établissement",
    none: "Aucun établissement",
    singular: "établissement",
    several: "établissements",
    gender: Gender::Masculine,
};
const COMMUNE: Noun = Noun {
    one: "une commune",
    none: "Aucune commune",
    singular: "commune",
    several: "communes",
    gender: Gender::Feminine,
};
const SIGNATORY: Noun = Noun {
    one: "un signataire",
    none: "Aucun signataire",
    singular: "signataire",
    several: "signataires",
    gender: Gender::Masculine,
};

/// Whether the modèle's schools are collèges or lycées.
pub fn are_establishments(template: &Template) -> bool {
    template.level == "2d"
}

/// What stands above a column, where the field's own label is too long for it or speaks of schools alone.
pub fn column(list: &str, key: &str, establishments: bool) -> Option<&'static str> {
    Some(match (list, key) {
        ("ecoles", "nom") if establishments => ESTABLISHMENT_NAME,
        ("ecoles", "chef_civilite") => "Chef",
        ("ecoles", "chef_prenom") => "Prénom",
        ("ecoles", "chef_nom") => "Nom",
        ("ecoles", "acte_numero") => "N°\u{a0}d’acte",
        ("ecoles", "acte_date") => "Date d’acte",
        ("ecoles" | "signataires", "code_postal") => "C. postal",
        ("signataires", "organisme") => "Organisme",
        ("signataires", "type") => "Type",
        _ => return None,
    })
}

const ESTABLISHMENT_NAME: &str = "Établissement, tel qu’imprimé";

/// The label of a field that speaks of schools, in a modèle that has none.
pub fn label_of_establishment(template: &Template, path: &Path) -> Option<&'static str> {
    let is_name = path.head() == "ecoles" && path.last() == "nom";
    (is_name && are_establishments(template)).then_some(ESTABLISHMENT_NAME)
}

/// What the modèle's schools are called: a collège or a lycée is an établissement.
pub fn school_words(template: &Template) -> Noun {
    if are_establishments(template) {
        ESTABLISHMENT
    } else {
        SCHOOL
    }
}

/// What the rows of a party are called: the communes of a grouping, or those who sign.
pub fn member_words(communes: bool) -> Noun {
    if communes { COMMUNE } else { SIGNATORY }
}

/// « 6 écoles (six) », « 3 établissements (trois) ».
pub fn total(noun: Noun, count: usize) -> String {
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    match count {
        0 => noun.none.to_owned(),
        _ => format!(
            "{} ({})",
            counted(count, noun.singular, noun.several),
            number_words(u64::from(count), noun.gender)
        ),
    }
}

/// « 5 élémentaires et 1 primaire », « 6 clés justes sur 6 ».
pub fn schools_totals(schools: &[&EnrolledSchool]) -> Vec<String> {
    if schools.is_empty() {
        return Vec::new();
    }
    let kinds: Vec<_> = schools
        .iter()
        .filter_map(|school| school.kind.value().copied())
        .collect();
    let right = schools
        .iter()
        .filter(|school| school.uai.value().is_some())
        .count();
    let count = u32::try_from(right).unwrap_or(u32::MAX);
    let keys = plural(count, "clé juste", "clés justes");
    vec![
        kinds_counted(&kinds),
        format!("{right} {keys} sur {}", schools.len()),
    ]
}

/// What a convention is called by: its establishment, its commune, its member; words while it has no name.
pub fn share_label(label: &str) -> String {
    match label {
        "" => "Ligne sans nom".to_owned(),
        named => named.to_owned(),
    }
}

/// Title and note of the grid of a grouping's communes.
pub fn communes_group() -> (String, String) {
    (
        "Communes d’un regroupement".to_owned(),
        "une convention pour chacune".to_owned(),
    )
}

/// The sentence above the parties: how many sign, and how many conventions when there are several.
pub fn parties_lead(template: &Template, dossier: &Dossier) -> String {
    let conventions = template::split(template, dossier).len();
    if conventions < 2 {
        return signing(template.signing_parties(dossier), "");
    }
    let parties = template.parties_of(dossier).into_iter();
    let each = parties.filter(|party| party.role == PartyRole::Signatory);
    let count = u32::try_from(each.count()).unwrap_or(u32::MAX);
    signing(count, &format!(" chacune des {conventions} conventions"))
}

fn signing(count: u32, what: &str) -> String {
    let words = number_words(u64::from(count), Gender::Feminine);
    let noun = plural(count, "partie signe", "parties signent");
    format!("{} {noun}{what}.", capital(&words))
}

/// The sentence above the schools.
pub fn schools_lead(template: &Template, dossier: &Dossier) -> String {
    let annexe = template
        .annexes
        .iter()
        .position(|annexe| annexe.key == "ecoles");
    match (
        template.split,
        annexe,
        dossier.sheet.collectivity.name.value(),
    ) {
        (Split::School, _, _) => {
            "Une convention est faite pour chaque établissement de la liste.".to_owned()
        }
        (_, Some(at), Some(name)) => format!(
            "La liste de l’annexe {}, dans cet ordre. La commune imprimée est {}.",
            at + 1,
            name.as_str()
        ),
        (_, Some(at), None) => format!("La liste de l’annexe {}, dans cet ordre.", at + 1),
        _ => "La liste qui s’imprime, dans cet ordre.".to_owned(),
    }
}
