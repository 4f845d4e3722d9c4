//! CONTRACT. The dossier: all that one convention needs, as the referent left it.
//!
//! Every field is an [`Entry`], so that half-typed work is kept. The declarations below are the one
//! place where keys, columns, labels and helps are said; nothing here knows JSON, SQL or pages.

pub mod choices;
mod fields;
mod mandates;
mod sequel;

use crate::entry::Entry;
use crate::record;
use crate::record::{Id, List, Path};
use crate::values::{
    Civility, Count, Date, Email, Image, InseeCode, LongText, Phone, PostalCode, SchoolKind,
    SchoolYear, Sector, Siren, Text, Time, Uai, YesNo,
};
use choices::{ActWriter, CollectivityKind, Function, OriginalsForm, TextSource};
pub use sequel::Sequel;
use std::collections::BTreeMap;

record! {
    /// The collectivity that carries the dossier.
    pub struct Collectivity in "collectivity" {
        /// What kind of body it is.
        kind: Entry<CollectivityKind> = "type", "Type de collectivité", "";
        /// Its name.
        name: Entry<Text> = "nom", "Nom de la collectivité", "Tel qu’il s’écrit dans les actes, par exemple « Fontenay-aux-Roses ».";
        /// Its name after « de ».
        name_with_article: Entry<Text> = "nom_avec_article", "Nom précédé de « de »", "Rempli d’après le nom ; à corriger seulement si l’usage diffère : « du Rheu », « des Ulis ».";
        /// Street of its seat.
        address: Entry<Text> = "adresse", "Adresse", "Numéro et voie du siège.";
        /// Postal code of its seat.
        postal_code: Entry<PostalCode> = "code_postal", "Code postal", "";
        /// Town of its seat.
        city: Entry<Text> = "ville", "Ville", "";
        /// INSEE code of the commune.
        insee: Entry<InseeCode> = "code_insee", "Code INSEE", "Cinq caractères, par exemple 92032.";
        /// SIREN.
        siren: Entry<Siren> = "siren", "SIREN", "Neuf chiffres.";
        /// Population, which decides the delay of convocation and the note.
        population: Entry<Count> = "population", "Population", "Décide des délais de convocation et de la note de synthèse (3 500 habitants).";
        /// Its logo.
        logo: Entry<Image> = "logo", "Logo", "Une image SVG, PNG ou JPEG de 2 Mo au plus.";
    }
}

record! {
    /// The académie, and where the originals go.
    pub struct Academy in "academy" {
        /// Its name, without « académie de ».
        name: Entry<Text> = "nom", "Académie", "Par exemple « Versailles ».";
        /// Its name after « de ».
        name_with_article: Entry<Text> = "nom_avec_article", "Nom précédé de « de »", "Rempli d’après le nom : « de Versailles », « d’Aix-Marseille ».";
        /// The ministry it belongs to, in full.
        ministry: Entry<Text> = "ministere", "Ministère", "Par exemple « ministère de l’Éducation nationale ».";
        /// Street of its seat.
        address: Entry<Text> = "adresse", "Adresse", "Numéro et voie du siège.";
        /// Postal code of its seat.
        postal_code: Entry<PostalCode> = "code_postal", "Code postal", "";
        /// Town of its seat.
        city: Entry<Text> = "ville", "Ville", "";
        /// Where security incidents are told.
        security_email: Entry<Email> = "courriel_ssi", "Courriel de la chaîne d’alerte", "L’adresse fonctionnelle donnée par l’académie.";
        /// The circonscription that receives the originals.
        district: Entry<Text> = "circonscription", "Circonscription", "Celle qui reçoit les originaux.";
        /// Its address for mail.
        district_email: Entry<Email> = "courriel_circonscription", "Courriel de la circonscription", "";
        /// M. or Mme, of its inspector.
        inspector_civility: Entry<Civility> = "ien_civilite", "Civilité de l’IEN", "Accorde « Madame l’inspectrice » sur le bordereau et le courriel.";
        /// Street of the circonscription.
        district_address: Entry<Text> = "adresse_circonscription", "Adresse de la circonscription", "Facultatif : imprimée sur le bordereau, dans la fenêtre de l’enveloppe.";
        /// Its postal code.
        district_postal_code: Entry<PostalCode> = "code_postal_circonscription", "Code postal de la circonscription", "";
        /// Its town.
        district_city: Entry<Text> = "ville_circonscription", "Ville de la circonscription", "";
    }
}

record! {
    /// One who signs, for one party.
    pub struct Signatory in "signatory" {
        /// The modèle's key of the party.
        party: Entry<Text> = "partie", "Partie", "";
        /// The function.
        function: Entry<Function> = "fonction", "Qui signe", "";
        /// M. or Mme.
        civility: Entry<Civility> = "civilite", "Civilité", "";
        /// First name.
        first_name: Entry<Text> = "prenom", "Prénom", "";
        /// Family name.
        last_name: Entry<Text> = "nom", "Nom", "";
        /// The title as printed, when it differs from function and civility.
        title: Entry<Text> = "titre", "Titre imprimé", "À remplir si l’usage diffère : « Madame le Maire ».";
        /// Whether this person signs by delegation.
        by_delegation: Entry<YesNo> = "par_delegation", "Signe par délégation", "";
        /// The act of delegation.
        delegation: Entry<Text> = "acte_delegation", "Acte de délégation", "Par exemple « arrêté n° 2026-12 du 3 avril 2026 ».";
        /// Beginning of the mandate.
        since: Entry<Date> = "depuis", "En fonction depuis le", "";
        /// End of the mandate.
        until: Entry<Date> = "jusqu_au", "En fonction jusqu’au", "";
        /// The day this party signed, once known.
        signed_on: Entry<Date> = "signe_le", "Signé le", "La durée court de la dernière signature.";
        /// What kind of body it signs for, when that body is neither the collectivity nor the académie.
        kind: Entry<CollectivityKind> = "type", "Type d’organisme", "";
        /// That body's name.
        body: Entry<Text> = "organisme", "Organisme représenté", "À remplir si ce n’est ni la collectivité du dossier ni l’académie : « département du Bas-Rhin ».";
        /// That body's name after « de ».
        body_with_article: Entry<Text> = "organisme_avec_article", "Organisme précédé de « de »", "« du Bas-Rhin », « de l’académie de Reims ».";
        /// Street of its seat.
        address: Entry<Text> = "adresse", "Adresse", "Numéro et voie du siège.";
        /// Postal code of its seat.
        postal_code: Entry<PostalCode> = "code_postal", "Code postal", "";
        /// Town of its seat.
        city: Entry<Text> = "ville", "Ville", "";
        /// Its SIREN.
        siren: Entry<Siren> = "siren", "SIREN", "Neuf chiffres.";
        /// The assembly that authorised it to sign.
        act_body: Entry<Text> = "acte_organe", "Assemblée qui a délibéré", "Par exemple « commission permanente ».";
        /// The number of that act.
        act_number: Entry<Text> = "acte_numero", "Numéro de l’acte", "";
        /// Its day.
        act_date: Entry<Date> = "acte_date", "Date de l’acte", "";
    }
}

record! {
    /// A school of the convention: a copy owned by the dossier.
    pub struct EnrolledSchool in "enrolled_school" {
        /// Its name as printed.
        name: Entry<Text> = "nom", "École, telle qu’imprimée", "";
        /// Its nature.
        kind: Entry<SchoolKind> = "nature", "Nature", "";
        /// Public or private.
        sector: Entry<Sector> = "secteur", "Secteur", "";
        /// Its address.
        address: Entry<Text> = "adresse", "Adresse", "";
        /// Its commune, when not the collectivity.
        commune: Entry<Text> = "commune", "Commune", "";
        /// Its number.
        uai: Entry<Uai> = "uai", "Code UAI", "Sept chiffres et une lettre.";
        /// Its circonscription.
        district: Entry<Text> = "circonscription", "Circonscription", "";
        /// Its address for mail.
        email: Entry<Email> = "courriel", "Courriel", "";
        /// Its postal code.
        postal_code: Entry<PostalCode> = "code_postal", "Code postal", "";
        /// M. or Mme, of its head.
        head_civility: Entry<Civility> = "chef_civilite", "Civilité du chef d’établissement", "";
        /// First name of its head.
        head_first_name: Entry<Text> = "chef_prenom", "Prénom du chef d’établissement", "";
        /// Family name of its head.
        head_last_name: Entry<Text> = "chef_nom", "Nom du chef d’établissement", "";
        /// Number of the act of its conseil d'administration.
        act_number: Entry<Text> = "acte_numero", "Numéro de l’acte du conseil d’administration", "";
        /// The day of that act.
        act_date: Entry<Date> = "acte_date", "Date de l’acte du conseil d’administration", "";
        /// Its pupils, for a price by pupil.
        pupils: Entry<Count> = "eleves", "Élèves", "";
        /// Its classes, for a price by class.
        classes: Entry<Count> = "classes", "Classes", "";
    }
}

record! {
    /// Someone to call, in a role that the modèle names.
    pub struct Contact in "contact" {
        /// The modèle's key of the role.
        role: Entry<Text> = "role", "Rôle", "";
        /// M. or Mme.
        civility: Entry<Civility> = "civilite", "Civilité", "";
        /// First name.
        first_name: Entry<Text> = "prenom", "Prénom", "";
        /// Family name.
        last_name: Entry<Text> = "nom", "Nom", "";
        /// What they do.
        job: Entry<Text> = "fonction", "Fonction", "";
        /// Telephone.
        phone: Entry<Phone> = "telephone", "Téléphone", "", personal;
        /// E-mail.
        email: Entry<Email> = "courriel", "Courriel", "", personal;
    }
}

record! {
    /// The text that the académie gave, kept untouched.
    pub struct SuppliedText in "supplied_text" {
        /// The file's name as received.
        file: Entry<Text> = "fichier", "Fichier", "";
        /// SHA-256 of its bytes: the name it is kept under.
        sha256: Entry<Text> = "sha256", "Empreinte", "";
        /// Its pages.
        pages: Entry<Count> = "pages", "Nombre de pages", "";
        /// Who gave it.
        origin: Entry<Text> = "source", "Remis par", "";
        /// When it was received.
        received: Entry<Date> = "recu_le", "Reçu le", "";
    }
}

record! {
    /// The act that the service des assemblées wrote, kept untouched: a piece of what is sent.
    pub struct SuppliedAct in "supplied_act" {
        /// The file's name as received.
        file: Entry<Text> = "fichier", "Acte signé, en PDF", "Joint au bordereau et compté avec lui.";
        /// SHA-256 of its bytes: the name it is kept under.
        sha256: Entry<Text> = "sha256", "Empreinte de l’acte", "";
        /// Its pages.
        pages: Entry<Count> = "pages", "Pages de l’acte", "";
    }
}

record! {
    /// The convention itself.
    pub struct Convention in "convention_text" {
        /// Whose words it is in.
        source: Entry<TextSource> = "texte", "Texte de la convention", "";
        /// The académie's text, when it is theirs.
        supplied: SuppliedText = "texte_fourni", "Texte fourni par l’académie", "";
        /// Who accepted the modèle's text.
        accepted_by: Entry<Text> = "accepte_par", "Texte accepté par", "Le service de l’académie qui a validé la rédaction.";
        /// When.
        accepted_on: Entry<Date> = "accepte_le", "Texte accepté le", "";
        /// « Fait à ».
        place: Entry<Text> = "lieu", "Fait à", "";
        /// « Le ».
        date: Entry<Date> = "date", "Date imprimée, « Fait à … le »", "";
        /// How many originals; the modèle proposes.
        originals: Entry<Count> = "exemplaires", "Nombre d’originaux", "Proposé d’après les parties (code civil, article 1375).";
        /// Why another number than proposed.
        originals_reason: Entry<Text> = "motif_exemplaires", "Motif d’un autre nombre", "";
        /// Whether pages are printed on both sides.
        duplex: Entry<YesNo> = "recto_verso", "Impression recto verso", "Chaque original et chaque annexe commence alors sur un recto.";
        /// Whether each party keeps an original, one keeps the only one, or a file is signed.
        originals_form: Entry<OriginalsForm> = "forme_originaux", "Forme des originaux", "Sur papier, un original par partie ; sinon un seul, gardé par l’une d’elles, ou un fichier signé.";
    }
}

record! {
    /// The convention or accord that this one applies: quoted in its VU, never followed silently.
    pub struct Parent in "parent" {
        /// What it is.
        nature: Entry<Text> = "nature", "Nature de l’acte", "Par exemple « accord de coopération » ou « convention-cadre ».";
        /// Its reference.
        reference: Entry<Text> = "reference", "Référence de l’acte cité", "";
        /// Its title.
        title: Entry<Text> = "titre", "Titre de l’acte cité", "";
        /// The day of its last signature.
        signed_on: Entry<Date> = "signe_le", "Acte cité signé le", "";
        /// Its last day.
        ends_on: Entry<Date> = "fin_le", "Acte cité en vigueur jusqu’au", "";
    }
}

record! {
    /// The act that authorises the signature: délibération of a council.
    pub struct Act in "act" {
        /// The body that votes, when not the usual one of the collectivity.
        body: Entry<Text> = "organe", "Assemblée", "Par exemple « conseil municipal ».";
        /// Its number.
        number: Entry<Text> = "numero", "Numéro de la délibération", "Par exemple DEL261214_20.";
        /// What it is about.
        subject: Entry<Text> = "objet", "Objet", "";
        /// When the convocation was sent.
        convened: Entry<Date> = "convocation", "Convocation du conseil", "";
        /// Whether it was an urgent convocation.
        urgent: Entry<YesNo> = "urgence", "Convocation en urgence", "";
        /// The day of the session.
        session: Entry<Date> = "seance", "Séance du conseil", "";
        /// Its hour.
        hour: Entry<Time> = "heure", "Heure de la séance", "";
        /// Who reports.
        rapporteur: Entry<Text> = "rapporteur", "Rapporteur", "Civilité, prénom et nom, puis la délégation.";
        /// Legal number of councillors.
        legal_number: Entry<Count> = "effectif_legal", "Effectif légal", "";
        /// Councillors in office.
        in_office: Entry<Count> = "en_exercice", "En exercice", "";
        /// Present.
        present: Entry<Count> = "presents", "Présents", "";
        /// Represented.
        represented: Entry<Count> = "representes", "Représentés", "";
        /// For.
        votes_for: Entry<Count> = "pour", "Pour", "";
        /// Against.
        votes_against: Entry<Count> = "contre", "Contre", "";
        /// Abstentions.
        abstentions: Entry<Count> = "abstentions", "Abstentions", "";
        /// Who took no part in the vote.
        not_voting: Entry<Count> = "nppv", "N’ont pas pris part au vote", "";
        /// Secretary of the session.
        secretary: Entry<Text> = "secretaire", "Secrétaire de séance", "";
        /// Received by the préfecture.
        transmitted: Entry<Date> = "recue_le", "Reçue en préfecture le", "";
        /// Published.
        published: Entry<Date> = "publiee_le", "Publiée le", "";
        /// The operator's identifier (@CTES).
        actes_id: Entry<Text> = "identifiant_actes", "Identifiant @CTES", "Donné par la télétransmission, jamais inventé.";
        /// Explicit decision to enrol private schools.
        private_schools: Entry<LongText> = "decision_ecoles_privees", "Décision sur les écoles privées", "À remplir si la liste en comporte.";
        /// Who writes the extract of the register.
        written_by: Entry<ActWriter> = "extrait", "Extrait du registre", "Choisi une fois par la collectivité : ConvENT l’établit, ou le service des assemblées s’en charge.";
        /// Who presided over the session.
        president: Entry<Text> = "president_seance", "Présidence de la séance", "Civilité, prénom, nom et qualité. Sans réponse : la personne qui signe pour la collectivité.";
        /// The names of those present.
        attendees: Entry<LongText> = "liste_presents", "Noms des présents", "Un nom par ligne, ou séparés par des virgules.";
        /// Who is represented, and by whom.
        proxies: Entry<LongText> = "liste_pouvoirs", "Pouvoirs", "Un pouvoir par ligne : « Mme Adam à Mme Abadie ».";
        /// The names of those who are neither present nor represented.
        absent: Entry<LongText> = "liste_absents", "Noms des absents", "Ni présents ni représentés : un nom par ligne, ou séparés par des virgules.";
        /// The act as the service des assemblées wrote it, kept untouched.
        supplied: SuppliedAct = "acte_fourni", "Acte du service des assemblées", "";
    }
}

record! {
    /// Why a « à vérifier » is passed.
    pub struct Reason in "reason" {
        /// The finding's code.
        code: Entry<Text> = "constat", "Constat", "";
        /// The field it is about; empty when it is about none.
        path: Entry<Text> = "champ", "Champ", "";
        /// The reason, in the referent's words.
        reason: Entry<LongText> = "motif", "Motif", "";
    }
}

record! {
    /// The declared part of a dossier; [`Dossier`] adds the modèle, its answers and the hand-written blanks.
    pub struct Sheet in "convention" {
        /// The reference people use.
        reference: Entry<Text> = "reference", "Référence", "Sert au nom des fichiers et au pied de page, par exemple 2026-001.";
        /// What people call it.
        title: Entry<Text> = "titre", "Nom du dossier", "";
        /// The school year in which it begins.
        school_year: Entry<SchoolYear> = "annee_scolaire", "Année scolaire", "";
        /// The collectivity.
        collectivity: Collectivity = "collectivite", "Collectivité", "";
        /// The académie.
        academy: Academy = "academie", "Académie", "";
        /// Those who sign, a party's key each.
        signatories: List<Signatory> = "signataires", "Signataires", "";
        /// The schools, in the order of the annexe.
        schools: List<EnrolledSchool> = "ecoles", "Écoles", "";
        /// The contacts, by role.
        contacts: List<Contact> = "contacts", "Contacts", "";
        /// The convention.
        convention: Convention = "convention", "Convention", "";
        /// The délibération.
        act: Act = "deliberation", "Délibération", "";
        /// Reasons for passing a « à vérifier ».
        reasons: List<Reason> = "motifs", "Motifs", "";
        /// The act above this one, when there is one.
        parent: Parent = "parent", "Acte cité", "";
        /// What this dossier does to an earlier one, when it follows one.
        sequel: Sequel = "suite", "Suite d’un acte", "";
    }
}

/// Which modèle a dossier was made with.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct TemplateRef {
    /// Its id: the folder's name.
    pub id: String,
    /// Its version.
    pub version: u32,
}

/// A dossier under work.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Dossier {
    /// The modèle it follows.
    pub template: TemplateRef,
    /// Its declared fields.
    pub sheet: Sheet,
    /// Answers to the modèle's own questions (`champs`), as typed, by key. The modèle knows their kinds.
    pub answers: BTreeMap<String, String>,
    /// Fields left to be filled by hand: a choice, not a fault.
    pub by_hand: Vec<Path>,
    /// For a share of a dossier that makes one convention for each school or member: the item it is about.
    /// Neither a file nor the base holds it.
    pub unit: Option<Id>,
    /// The dossier that this one follows, whole and frozen as it was signed; it follows none itself.
    pub before: Option<Box<Dossier>>,
}

/// Key under which the answers to the modèle's questions stand in paths.
pub const ANSWERS: &str = "champs";

/// What stands before the path of a field of the dossier that another one follows.
pub const EARLIER: &str = "avant/";
