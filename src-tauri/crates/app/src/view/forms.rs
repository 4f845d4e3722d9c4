//! Which declared fields each form shows, in which order and how wide. The modèle's own questions come after them.
//!
//! Labels and helps are those of the declaration; no academy is known here.

use super::field::Slot;
use domain::dossier::Dossier;
use domain::record::Path;

/// A place in a form: the field's path (below a record for the first three), its columns of twelve, by hand or not.
pub type Place = (&'static str, u8, bool);

/// The académie's own fields.
pub const ACADEMY: &[Place] = &[
    ("academie/nom", 6, false),
    ("academie/nom_avec_article", 6, false),
    ("academie/adresse", 6, false),
    ("academie/code_postal", 3, false),
    ("academie/ville", 3, false),
    ("academie/ministere", 6, false),
    ("academie/courriel_ssi", 6, false),
    ("academie/circonscription", 6, false),
    ("academie/courriel_circonscription", 6, false),
    ("academie/ien_civilite", 3, false),
    ("academie/adresse_circonscription", 9, false),
    ("academie/code_postal_circonscription", 3, false),
    ("academie/ville_circonscription", 9, false),
];

/// The collectivity's own fields.
pub const COLLECTIVITY: &[Place] = &[
    ("collectivite/nom", 6, false),
    ("collectivite/nom_avec_article", 6, false),
    ("collectivite/adresse", 6, false),
    ("collectivite/code_postal", 3, false),
    ("collectivite/ville", 3, false),
    ("collectivite/siren", 3, false),
    ("collectivite/code_insee", 3, false),
    ("collectivite/population", 3, false),
    ("collectivite/type", 3, false),
    ("collectivite/logo", 12, false),
];

/// The fields of who signs.
pub const SIGNATORY: &[Place] = &[
    ("civilite", 3, false),
    ("prenom", 3, true),
    ("nom", 6, true),
    ("fonction", 6, false),
    ("titre", 6, false),
    ("par_delegation", 12, false),
];

/// What is asked only of one who signs by delegation.
pub const DELEGATION: &[Place] = &[("acte_delegation", 12, false)];

/// The fields of a contact.
pub const CONTACT: &[Place] = &[
    ("civilite", 3, false),
    ("prenom", 3, true),
    ("nom", 6, true),
    ("telephone", 6, true),
    ("courriel", 6, true),
    ("fonction", 6, true),
];

/// The columns of the schools' grid.
pub const SCHOOLS: &[Place] = &[
    ("nom", 4, false),
    ("nature", 3, false),
    ("secteur", 1, false),
    ("adresse", 4, false),
    ("uai", 2, false),
];

/// The columns of the grid where the establishment is a party: its head signs, its conseil d'administration decides.
pub const ESTABLISHMENTS: &[Place] = &[
    ("nom", 4, false),
    ("nature", 2, false),
    ("adresse", 3, false),
    ("code_postal", 1, false),
    ("commune", 2, false),
    ("uai", 2, false),
    ("chef_civilite", 1, false),
    ("chef_prenom", 2, false),
    ("chef_nom", 2, false),
    ("acte_numero", 1, false),
    ("acte_date", 2, false),
];

/// What is asked of a school beside its columns.
pub const OF_SCHOOL: &[Place] = &[
    ("circonscription", 6, false),
    ("courriel", 6, false),
    ("commune", 6, false),
    ("code_postal", 3, false),
];

/// What is asked of an establishment beside its columns.
pub const OF_ESTABLISHMENT: &[Place] = &[("courriel", 6, false), ("secteur", 3, false)];

/// The column that parts the schools of a grouping.
pub const COMMUNE: Place = ("commune", 2, false);

/// The column of a price by pupil.
pub const PUPILS: Place = ("eleves", 1, false);

/// The column of a price by class.
pub const CLASSES: Place = ("classes", 1, false);

/// The body that a signatory is of, when it is neither the dossier's collectivity nor the académie.
pub const BODY: &[Place] = &[
    ("organisme", 6, false),
    ("organisme_avec_article", 6, false),
    ("type", 6, false),
    ("siren", 3, false),
    ("adresse", 6, false),
    ("code_postal", 3, false),
    ("ville", 3, false),
    ("acte_organe", 6, false),
    ("acte_numero", 3, false),
    ("acte_date", 3, false),
];

/// The columns of the grid of those who sign for several bodies, or several who sign for one.
pub const MEMBER: &[Place] = &[
    ("organisme", 4, false),
    ("type", 2, false),
    ("fonction", 2, false),
    ("civilite", 1, false),
    ("prenom", 2, true),
    ("nom", 2, true),
];

/// The columns of the seat of each body.
pub const SEAT: &[Place] = &[
    ("adresse", 3, false),
    ("code_postal", 1, false),
    ("ville", 2, false),
];

/// The columns of a commune that has its own convention.
pub const OF_COMMUNE: &[Place] = &[
    ("siren", 2, false),
    ("acte_numero", 2, false),
    ("acte_date", 2, false),
];

/// What is asked of a member beside its columns.
pub const OF_MEMBER: &[Place] = &[
    ("organisme_avec_article", 6, false),
    ("titre", 6, false),
    ("adresse", 6, false),
    ("code_postal", 3, false),
    ("ville", 3, false),
    ("siren", 3, false),
    ("signe_le", 3, false),
    ("par_delegation", 12, false),
];

/// The act by which a member decides.
pub const ACT_OF_MEMBER: &[Place] = &[
    ("acte_organe", 6, false),
    ("acte_numero", 3, false),
    ("acte_date", 3, false),
];

/// The act that the convention quotes above itself.
pub const PARENT: &[Place] = &[
    ("parent/nature", 6, false),
    ("parent/reference", 3, false),
    ("parent/titre", 12, false),
    ("parent/signe_le", 3, false),
    ("parent/fin_le", 3, false),
];

/// What a dossier does to the convention that it follows.
pub const SEQUEL: &[Place] = &[
    ("suite/nature", 6, false),
    ("suite/numero", 3, false),
    ("suite/prise_effet", 3, false),
    ("suite/objet", 12, false),
    ("suite/convention_reference", 6, false),
    ("suite/convention_signee_le", 3, false),
    ("suite/convention_fin_le", 3, false),
];

/// What an association's act is: neither transmitted nor controlled.
pub const ASSOCIATION_ACT: &[Place] = &[
    ("deliberation/objet", 12, false),
    ("deliberation/organe", 6, false),
    ("deliberation/seance", 3, false),
    ("deliberation/numero", 3, true),
];

/// In what form the convention is signed.
pub const FORM: &[Place] = &[("convention/forme_originaux", 6, false)];

/// What the dossier is called.
pub const NAMING: &[Place] = &[
    ("reference", 3, false),
    ("titre", 6, false),
    ("annee_scolaire", 3, false),
];

/// « Fait à », and how many originals.
pub const ENDING: &[Place] = &[
    ("convention/lieu", 6, true),
    ("convention/exemplaires", 3, false),
    ("convention/recto_verso", 3, false),
];

/// What is asked only for another number of originals than the proposed one.
pub const OTHER_COUNT: &[Place] = &[("convention/motif_exemplaires", 12, false)];

/// Whose words the convention is in.
pub const TEXT: &[Place] = &[("convention/texte", 12, false)];

/// Who accepted the modèle's words.
pub const ACCEPTED: &[Place] = &[
    ("convention/accepte_par", 6, false),
    ("convention/accepte_le", 3, false),
];

/// What is known of the académie's own text.
pub const SUPPLIED: &[Place] = &[
    ("convention/texte_fourni/fichier", 6, false),
    ("convention/texte_fourni/pages", 3, false),
    ("convention/texte_fourni/recu_le", 3, false),
    ("convention/texte_fourni/source", 12, false),
];

/// The act and what is voted.
pub const ACT: &[Place] = &[
    ("deliberation/objet", 12, false),
    ("deliberation/organe", 6, false),
    ("deliberation/rapporteur", 6, false),
    ("deliberation/convocation", 3, false),
    ("deliberation/seance", 3, false),
    ("deliberation/heure", 3, false),
    ("deliberation/urgence", 3, false),
];

/// What is known once it is voted.
pub const VOTED: &[Place] = &[
    ("deliberation/numero", 6, true),
    ("deliberation/identifiant_actes", 6, false),
    ("deliberation/recue_le", 6, true),
    ("deliberation/publiee_le", 6, true),
    ("deliberation/decision_ecoles_privees", 12, false),
    ("deliberation/extrait", 12, false),
];

/// The figures of the session.
pub const FIGURES: &[Place] = &[
    ("deliberation/effectif_legal", 3, false),
    ("deliberation/en_exercice", 3, false),
    ("deliberation/presents", 3, false),
    ("deliberation/representes", 3, false),
    ("deliberation/pour", 3, false),
    ("deliberation/contre", 3, false),
    ("deliberation/abstentions", 3, false),
    ("deliberation/nppv", 3, false),
];

/// What is known of the session, when the extract of its register is made here.
pub const REGISTER: &[Place] = &[
    ("deliberation/president_seance", 6, false),
    ("deliberation/secretaire", 6, false),
    ("deliberation/liste_presents", 12, false),
    ("deliberation/liste_pouvoirs", 12, false),
    ("deliberation/liste_absents", 12, false),
];

/// The act that the service des assemblées wrote.
pub const SUPPLIED_ACT: &[Place] = &[
    ("deliberation/acte_fourni/fichier", 9, false),
    ("deliberation/acte_fourni/pages", 3, false),
];

/// The slots of a form; the paths are whole.
pub fn slots(places: &[Place]) -> Vec<Slot> {
    places
        .iter()
        .filter_map(|(path, width, by_hand)| slot(Path::new(*path), *width, *by_hand))
        .collect()
}

/// The slots of a form about one item of a list.
pub fn slots_under(places: &[Place], item: &Path) -> Vec<Slot> {
    places
        .iter()
        .filter_map(|(key, width, by_hand)| slot(item.join(key), *width, *by_hand))
        .collect()
}

/// The slot of a date in the list of dates.
pub fn date(path: &Path, by_hand: bool) -> Option<Slot> {
    slot(path.clone(), 4, by_hand)
}

fn slot(path: Path, width: u8, by_hand: bool) -> Option<Slot> {
    let field = Dossier::field(&path)?;
    let domain::record::Holds::Leaf(kind) = field.holds else {
        return None;
    };
    let (label, help) = (field.label.to_owned(), field.help.to_owned());
    Some(Slot {
        path,
        label,
        help,
        kind,
        choices: super::field::choices(kind),
        width,
        by_hand,
    })
}

#[test]
fn every_place_is_a_declared_field() {
    let whole = [
        ACADEMY,
        COLLECTIVITY,
        PARENT,
        SEQUEL,
        ASSOCIATION_ACT,
        FORM,
        NAMING,
        ENDING,
        OTHER_COUNT,
        TEXT,
        ACCEPTED,
        SUPPLIED,
        ACT,
        VOTED,
        FIGURES,
        REGISTER,
        SUPPLIED_ACT,
    ];
    for places in whole {
        assert_eq!(slots(places).len(), places.len(), "{places:?}");
    }
    for (list, places) in [
        ("signataires", SIGNATORY),
        ("signataires", DELEGATION),
        ("contacts", CONTACT),
        ("ecoles", SCHOOLS),
        ("ecoles", ESTABLISHMENTS),
        ("ecoles", OF_SCHOOL),
        ("ecoles", OF_ESTABLISHMENT),
        ("ecoles", &[COMMUNE, PUPILS, CLASSES]),
        ("signataires", BODY),
        ("signataires", MEMBER),
        ("signataires", SEAT),
        ("signataires", OF_COMMUNE),
        ("signataires", OF_MEMBER),
        ("signataires", ACT_OF_MEMBER),
    ] {
        assert_eq!(
            slots_under(places, &Path::new(format!("{list}/1"))).len(),
            places.len(),
            "{list}"
        );
    }
}
