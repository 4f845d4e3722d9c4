//! What each screen asks for the case of the example, by the labels one reads, in the order of the screens.
//!
//! A label that changes on the screen is a field that this journey no longer finds: change it here with intent.

/// How an answer is given.
pub enum How {
    /// Typed as it stands in the file.
    Text,
    /// A day, typed « 14/12/2026 ».
    Day,
    /// A French number, typed « 01 99 00 12 34 ».
    Phone,
    /// Chosen in a list, by these words.
    Choice(&'static str),
    /// One of the two answers « oui », « non ».
    YesNo,
    /// Left to the pen.
    Hand,
}

/// Where the answer is read on paper.
pub enum Printed {
    /// In the convention, as typed.
    Convention,
    /// In the délibération or the note, as typed.
    Act,
    /// In the convention, in these words.
    As(&'static str),
    /// Nowhere: it serves rules, names of files, boxes to tick.
    No,
}

/// One field: the screen's group, its label, where its value stands in the example.
pub struct Ask {
    /// Title of the group; empty when the label alone names the field.
    pub group: &'static str,
    /// The label one reads.
    pub label: &'static str,
    /// Where its value stands in the example; empty when there is none.
    pub at: &'static str,
    /// How it is answered.
    pub how: How,
    /// Where it is read on paper.
    pub printed: Printed,
}

const fn ask(
    group: &'static str,
    label: &'static str,
    at: &'static str,
    how: How,
    printed: Printed,
) -> Ask {
    Ask {
        group,
        label,
        at,
        how,
        printed,
    }
}

use How::{Choice, Day, Hand, Phone, Text, YesNo};
use Printed::{Act, As, Convention, No};

const ACADEMY: &str = "L’académie";
const COMMUNE: &str = "La commune";
/// Who signs, and for whom.
pub const PARTIES: &[Ask] = &[
    ask(
        ACADEMY,
        "Qui signe",
        "/signataires/1/fonction",
        Choice("Recteur d’académie"),
        As("rectrice"),
    ),
    ask(
        ACADEMY,
        "Civilité",
        "/signataires/1/civilite",
        Choice("Madame"),
        No,
    ),
    ask(ACADEMY, "Nom", "", Hand, No),
    ask(ACADEMY, "Académie", "/academie/nom", Text, Convention),
    ask(
        ACADEMY,
        "Nom précédé de « de »",
        "/academie/nom_avec_article",
        Text,
        Convention,
    ),
    ask(
        ACADEMY,
        "Ministère",
        "/academie/ministere",
        Text,
        Convention,
    ),
    ask(ACADEMY, "Adresse", "/academie/adresse", Text, Convention),
    ask(
        ACADEMY,
        "Code postal",
        "/academie/code_postal",
        Text,
        Convention,
    ),
    ask(ACADEMY, "Ville", "/academie/ville", Text, Convention),
    ask(
        ACADEMY,
        "Circonscription",
        "/academie/circonscription",
        Text,
        Convention,
    ),
    ask(
        ACADEMY,
        "Courriel de la circonscription",
        "/academie/courriel_circonscription",
        Text,
        No,
    ),
    ask(
        ACADEMY,
        "Courriel de la chaîne d’alerte",
        "/academie/courriel_ssi",
        Text,
        Convention,
    ),
    ask(
        COMMUNE,
        "Qui signe",
        "/signataires/0/fonction",
        Choice("Maire"),
        As("maire"),
    ),
    ask(
        COMMUNE,
        "Civilité",
        "/signataires/0/civilite",
        Choice("Madame"),
        No,
    ),
    ask(COMMUNE, "Prénom", "/signataires/0/prenom", Text, Convention),
    ask(COMMUNE, "Nom", "/signataires/0/nom", Text, Convention),
    ask(
        COMMUNE,
        "Nom de la collectivité",
        "/collectivite/nom",
        Text,
        Convention,
    ),
    ask(
        COMMUNE,
        "Nom précédé de « de »",
        "/collectivite/nom_avec_article",
        Text,
        Convention,
    ),
    ask(
        COMMUNE,
        "Adresse",
        "/collectivite/adresse",
        Text,
        Convention,
    ),
    ask(
        COMMUNE,
        "Code postal",
        "/collectivite/code_postal",
        Text,
        Convention,
    ),
    ask(COMMUNE, "Ville", "/collectivite/ville", Text, Convention),
    ask(COMMUNE, "SIREN", "/collectivite/siren", Text, Convention),
    ask(COMMUNE, "Code INSEE", "/collectivite/code_insee", Text, No),
    ask(COMMUNE, "Population", "/collectivite/population", Text, No),
];

const REFERENT: &str = "Référent ENT de la commune";
const FIRST: &str = "Correspondant technique de l’exploitant (principal)";
const SECOND: &str = "Correspondant technique de l’exploitant (2e)";
/// Whom the académie calls.
pub const CONTACTS: &[Ask] = &[
    ask(
        REFERENT,
        "Civilité",
        "/contacts/0/civilite",
        Choice("Monsieur"),
        No,
    ),
    ask(REFERENT, "Prénom", "/contacts/0/prenom", Text, Convention),
    ask(REFERENT, "Nom", "/contacts/0/nom", Text, Convention),
    ask(REFERENT, "Fonction", "/contacts/0/fonction", Text, No),
    ask(
        REFERENT,
        "Téléphone",
        "/contacts/0/telephone",
        Phone,
        Convention,
    ),
    ask(
        REFERENT,
        "Courriel",
        "/contacts/0/courriel",
        Text,
        Convention,
    ),
    ask(
        FIRST,
        "Civilité",
        "/contacts/1/civilite",
        Choice("Madame"),
        No,
    ),
    ask(FIRST, "Prénom", "/contacts/1/prenom", Text, Convention),
    ask(FIRST, "Nom", "/contacts/1/nom", Text, Convention),
    ask(FIRST, "Fonction", "/contacts/1/fonction", Text, No),
    ask(
        FIRST,
        "Téléphone",
        "/contacts/1/telephone",
        Phone,
        Convention,
    ),
    ask(FIRST, "Courriel", "/contacts/1/courriel", Text, Convention),
    ask(
        SECOND,
        "Civilité",
        "/contacts/2/civilite",
        Choice("Monsieur"),
        No,
    ),
    ask(SECOND, "Prénom", "/contacts/2/prenom", Text, Convention),
    ask(SECOND, "Nom", "/contacts/2/nom", Text, Convention),
    ask(SECOND, "Fonction", "/contacts/2/fonction", Text, No),
    ask(
        SECOND,
        "Téléphone",
        "/contacts/2/telephone",
        Phone,
        Convention,
    ),
    ask(SECOND, "Courriel", "/contacts/2/courriel", Text, Convention),
];

const DOSSIER: &str = "Le dossier";
const END: &str = "Fin de la convention";
const ENT: &str = "L’ENT";
const TERM: &str = "Le suivi et la durée";
const AAF: &str = "Les fichiers de l’annuaire fédérateur (AAF)";
/// What the convention asks.
pub const CONVENTION: &[Ask] = &[
    ask(DOSSIER, "Référence", "/reference", Text, Convention),
    ask(DOSSIER, "Nom du dossier", "/titre", Text, No),
    ask(
        DOSSIER,
        "Année scolaire",
        "/annee_scolaire",
        Text,
        Convention,
    ),
    ask(END, "Fait à", "/convention/lieu", Text, Convention),
    ask(
        END,
        "Nombre d’originaux",
        "/convention/exemplaires",
        Text,
        As("deux exemplaires"),
    ),
    ask(
        ENT,
        "Éditeur de l’ENT",
        "/champs/editeur_ent",
        Text,
        Convention,
    ),
    ask(
        ENT,
        "Exploitant de l’ENT",
        "/champs/exploitant_ent",
        Text,
        Convention,
    ),
    ask(
        TERM,
        "Réunions du comité de pilotage par an",
        "/champs/copil_par_an",
        Text,
        As("deux"),
    ),
    ask(
        TERM,
        "Durée, en années",
        "/champs/duree_annees",
        Text,
        As("quatre ans"),
    ),
    ask(
        TERM,
        "Préavis de dénonciation, en mois",
        "/champs/preavis_mois",
        Text,
        As("trois mois"),
    ),
    ask(
        AAF,
        "Préfixe des fichiers",
        "/champs/aaf_prefixe",
        Text,
        Convention,
    ),
    ask(
        AAF,
        "Type d’envoi",
        "/champs/aaf_type",
        Choice("Complet"),
        No,
    ),
    ask(
        AAF,
        "Initialisation",
        "/champs/aaf_initialisation",
        Choice("Avec un envoi complet"),
        No,
    ),
    ask(AAF, "Archive zip", "/champs/aaf_zip", YesNo, No),
    ask(
        AAF,
        "Nom de l’archive",
        "/champs/aaf_zip_nom",
        Text,
        Convention,
    ),
    ask(AAF, "Bordereau texte", "/champs/aaf_bordereau", YesNo, No),
    ask(AAF, "Envoi par sftp", "/champs/aaf_sftp", YesNo, No),
];

/// What the council votes, and when.
pub const ACT: &[Ask] = &[
    ask("", "Objet", "/deliberation/objet", Text, Act),
    ask("", "Rapporteur", "/deliberation/rapporteur", Text, Act),
    ask(
        "",
        "Convocation du conseil",
        "/deliberation/convocation",
        Day,
        Act,
    ),
    ask(
        "",
        "Séance du conseil",
        "/deliberation/seance",
        Day,
        Convention,
    ),
    ask("", "Heure de la séance", "/deliberation/heure", Text, No),
    ask(
        "",
        "Numéro de la délibération",
        "/deliberation/numero",
        Text,
        Convention,
    ),
    ask(
        "",
        "Effectif légal",
        "/deliberation/effectif_legal",
        Text,
        No,
    ),
    ask("", "En exercice", "/deliberation/en_exercice", Text, No),
    ask(
        "",
        "Dépense annuelle de la commune pour l’ENT",
        "/champs/depense_annuelle",
        Text,
        Act,
    ),
];
