//! What each screen asks for the case of the example, by the labels one reads, in the order in which one goes.
//!
//! It is what the documents need and no more: what the program proposes or deduces is read on paper, not typed.
//! A label that changes on the screen is a field that this journey no longer finds: change it here with intent.

/// How one comes to a field.
pub enum By {
    /// With the key Tab, from the field before: the order of the keyboard is part of what is shown here.
    Tab,
    /// With the mouse.
    Click,
}

/// How an answer is given.
pub enum How {
    /// Typed as it stands in the file.
    Text,
    /// A day, typed « 14122026 ».
    Day,
    /// A French number, typed « 0199001234 ».
    Phone,
    /// Chosen in a list: these words, which these first letters bring when one comes by the keyboard.
    Choice(&'static str, &'static str),
    /// One of the two answers « oui », « non ».
    YesNo,
    /// Taken from what the program offers under the field.
    Offer,
}

/// Where the answer is read on paper.
pub enum Printed {
    /// In the convention, as typed.
    Convention,
    /// In the délibération or the note, as typed.
    Act,
    /// In the convention, in these words.
    As(&'static str),
    /// As the ticked box of a line: the line's title, the answer, and the other answer, whose box is empty.
    Ticked(&'static str, &'static str, &'static str),
    /// In the délibération, in these words.
    ActAs(&'static str),
}

/// One field: the screen's group, its label, where its value stands in the example.
pub struct Ask {
    /// How one comes to it.
    pub by: By,
    /// Title of the group; empty when the label alone names the field.
    pub group: &'static str,
    /// The label one reads.
    pub label: &'static str,
    /// Where its value stands in the example.
    pub at: &'static str,
    /// How it is answered.
    pub how: How,
    /// Where it is read on paper.
    pub printed: Printed,
}

const fn ask(
    by: By,
    group: &'static str,
    label: &'static str,
    at: &'static str,
    how: How,
    printed: Printed,
) -> Ask {
    Ask {
        by,
        group,
        label,
        at,
        how,
        printed,
    }
}

use By::{Click, Tab};
use How::{Choice, Day, Offer, Phone, Text, YesNo};
use Printed::{Act, ActAs, As, Convention, Ticked};

const COMMUNE: &str = "La commune";
const ACADEMY: &str = "L’académie";
/// Who signs, and for whom.
pub const PARTIES: &[Ask] = &[
    ask(
        Tab,
        COMMUNE,
        "Civilité",
        "/signataires/0/civilite",
        Choice("Madame", "Ma"),
        As("La maire"),
    ),
    ask(
        Tab,
        COMMUNE,
        "Prénom",
        "/signataires/0/prenom",
        Text,
        Convention,
    ),
    ask(Tab, COMMUNE, "Nom", "/signataires/0/nom", Text, Convention),
    ask(
        Click,
        COMMUNE,
        "Nom de la collectivité",
        "/collectivite/nom",
        Text,
        Convention,
    ),
    ask(
        Click,
        COMMUNE,
        "Adresse",
        "/collectivite/adresse",
        Text,
        Convention,
    ),
    ask(
        Tab,
        COMMUNE,
        "Code postal",
        "/collectivite/code_postal",
        Text,
        Convention,
    ),
    ask(
        Click,
        COMMUNE,
        "SIREN",
        "/collectivite/siren",
        Text,
        Convention,
    ),
    ask(
        Tab,
        COMMUNE,
        "Code INSEE",
        "/collectivite/code_insee",
        Text,
        ActAs("Département des Hauts-de-Seine"),
    ),
    ask(
        Click,
        ACADEMY,
        "Civilité",
        "/signataires/1/civilite",
        Choice("Madame", "Ma"),
        As("La rectrice"),
    ),
    ask(
        Click,
        ACADEMY,
        "Courriel de la chaîne d’alerte",
        "/academie/courriel_ssi",
        Text,
        Convention,
    ),
    ask(
        Click,
        ACADEMY,
        "Circonscription",
        "/academie/circonscription",
        Offer,
        Convention,
    ),
];

const REFERENT: &str = "Référent ENT de la commune";
const FIRST: &str = "Correspondant technique de l’exploitant (principal)";
const SECOND: &str = "Correspondant technique de l’exploitant (2e)";
/// Whom the académie calls.
pub const CONTACTS: &[Ask] = &[
    ask(
        Click,
        REFERENT,
        "Prénom",
        "/contacts/0/prenom",
        Text,
        Convention,
    ),
    ask(Tab, REFERENT, "Nom", "/contacts/0/nom", Text, Convention),
    ask(
        Tab,
        REFERENT,
        "Téléphone",
        "/contacts/0/telephone",
        Phone,
        Convention,
    ),
    ask(
        Tab,
        REFERENT,
        "Courriel",
        "/contacts/0/courriel",
        Text,
        Convention,
    ),
    ask(
        Click,
        FIRST,
        "Prénom",
        "/contacts/1/prenom",
        Text,
        Convention,
    ),
    ask(Tab, FIRST, "Nom", "/contacts/1/nom", Text, Convention),
    ask(
        Tab,
        FIRST,
        "Téléphone",
        "/contacts/1/telephone",
        Phone,
        Convention,
    ),
    ask(
        Tab,
        FIRST,
        "Courriel",
        "/contacts/1/courriel",
        Text,
        Convention,
    ),
    ask(
        Click,
        SECOND,
        "Prénom",
        "/contacts/2/prenom",
        Text,
        Convention,
    ),
    ask(Tab, SECOND, "Nom", "/contacts/2/nom", Text, Convention),
    ask(
        Tab,
        SECOND,
        "Téléphone",
        "/contacts/2/telephone",
        Phone,
        Convention,
    ),
    ask(
        Click,
        SECOND,
        "Courriel",
        "/contacts/2/courriel",
        Offer,
        Convention,
    ),
];

const ENT: &str = "L’ENT";
const AAF: &str = "Les fichiers de l’annuaire fédérateur (AAF)";
/// What the convention asks.
pub const CONVENTION: &[Ask] = &[
    ask(
        Click,
        ENT,
        "Éditeur de l’ENT",
        "/champs/editeur_ent",
        Text,
        Convention,
    ),
    ask(
        Tab,
        ENT,
        "Exploitant de l’ENT",
        "/champs/exploitant_ent",
        Text,
        Convention,
    ),
    ask(
        Click,
        AAF,
        "Préfixe des fichiers",
        "/champs/aaf_prefixe",
        Text,
        Convention,
    ),
    ask(
        Tab,
        AAF,
        "Type d’envoi",
        "/champs/aaf_type",
        Choice("Complet", "C"),
        Ticked("Type d’envoi", "complet", "différences (delta)"),
    ),
    ask(
        Tab,
        AAF,
        "Initialisation",
        "/champs/aaf_initialisation",
        Choice("Avec un envoi complet", "A"),
        Ticked(
            "Initialisation",
            "avec un envoi complet",
            "par un envoi à part, à une date convenue",
        ),
    ),
    ask(
        Click,
        AAF,
        "Archive zip",
        "/champs/aaf_zip",
        YesNo,
        Ticked("Archive zip", "oui", "non"),
    ),
    ask(
        Tab,
        AAF,
        "Nom de l’archive",
        "/champs/aaf_zip_nom",
        Text,
        Convention,
    ),
    ask(
        Click,
        AAF,
        "Bordereau texte",
        "/champs/aaf_bordereau",
        YesNo,
        Ticked("Bordereau texte", "oui", "non"),
    ),
    ask(
        Click,
        AAF,
        "Envoi par sftp",
        "/champs/aaf_sftp",
        YesNo,
        Ticked("Envoi par sftp", "oui", "non"),
    ),
];

/// What the council votes, and when.
pub const ACT: &[Ask] = &[
    ask(
        Click,
        "",
        "Rapporteur",
        "/deliberation/rapporteur",
        Text,
        Act,
    ),
    ask(
        Tab,
        "",
        "Convocation du conseil",
        "/deliberation/convocation",
        Day,
        Act,
    ),
    ask(
        Tab,
        "",
        "Séance du conseil",
        "/deliberation/seance",
        Day,
        Convention,
    ),
    ask(
        Click,
        "",
        "Numéro de la délibération",
        "/deliberation/numero",
        Text,
        Convention,
    ),
];

/// What nobody typed: the program proposed it or deduced it, and it is printed.
pub const DEDUCED: &[(&str, Printed)] = &[
    ("/academie/nom", Convention),
    ("/academie/nom_avec_article", Convention),
    ("/academie/ministere", Convention),
    ("/academie/adresse", Convention),
    ("/academie/code_postal", Convention),
    ("/academie/ville", Convention),
    ("/collectivite/nom_avec_article", Convention),
    ("/collectivite/ville", Convention),
    ("/convention/lieu", Convention),
    ("/reference", Convention),
    ("/annee_scolaire", Convention),
    ("/convention/exemplaires", As("deux exemplaires")),
    ("/champs/copil_par_an", As("deux")),
    ("/champs/duree_annees", As("quatre ans")),
    ("/champs/preavis_mois", As("trois mois")),
    ("/deliberation/objet", Act),
];
