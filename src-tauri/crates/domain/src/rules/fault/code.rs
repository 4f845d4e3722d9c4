//! The code of each fault: what a written reason is kept under, and what machines read. It never changes once published.

use super::{ActesPart, Fault, Listed, Moment};

impl Fault {
    /// The code that a reason is kept under, and that machines read: lower case, hyphens.
    pub fn code(&self) -> &str {
        match self {
            Self::Missing => "champ-vide",
            Self::Unread(_) => "champ-illisible",
            Self::Template { code, .. } => code,
            Self::Placeholder { .. } => "texte-provisoire",
            Self::Sign { .. } => "signe-non-imprimable",
            Self::LawNumber { .. } => "numero-de-loi",
            Self::TitleArticle { .. } => "article-et-titre",
            Self::WordingKinds { .. } => "objet-et-liste",
            Self::WordingSector => "objet-et-secteur",
            Self::Choice { .. } => "genre-a-choisir",
            Self::Ordinal { .. } => "ordinal",
            Self::Elision { .. } => "elision",
            Self::Letters { .. } => "chiffres-et-lettres",
            Self::PersonalData { .. } => "donnee-personnelle",
            Self::DuplicateUai { .. } => "uai-en-double",
            Self::UaiDepartment { .. } => "uai-autre-departement",
            Self::EmailUai { .. } => "courriel-autre-uai",
            Self::PrivateSchool => "ecole-privee",
            Self::NeedlessDecision => "decision-sans-objet",
            Self::NameSector { .. } => "nom-et-secteur",
            Self::SameName { .. } => "ecole-en-double",
            Self::OtherCommune { .. } => "ecole-autre-commune",
            Self::NameKind { .. } => "nom-et-nature",
            Self::NotInCharge { .. } => "ecole-autre-collectivite",
            Self::Academy { .. } => "academie-et-departement",
            Self::NameWithArticle { .. } => "nom-avec-article",
            Self::NameWithTitle { .. } => "nom-et-titre",
            Self::PostalDepartment { .. } => "code-postal-et-departement",
            Self::District { .. } => "circonscription-et-ecoles",
            Self::NoDelegation => "delegation-attendue",
            Self::NeedlessDelegation => "delegation-du-titulaire",
            Self::HomeMail { .. } => "courriel-personnel",
            Self::TitleCivility => "titre-et-civilite",
            Self::TitleGender => "titre-et-genre",
            Self::ContactNameless => "contact-sans-nom",
            Self::ContactUnreachable => "contact-injoignable",
            Self::SamePhone { .. } => "telephone-en-double",
            Self::Originals { .. } => "nombre-originaux",
            Self::DateOrder { first, next, .. } => order_code(*first, *next),
            Self::Future { .. } => "date-a-venir",
            Self::SchoolYearOver { .. } => "annee-scolaire-passee",
            Self::SchoolYearFar { .. } => "annee-scolaire-lointaine",
            Self::DayOff { .. } => "seance-jour-chome",
            Self::NightHour { .. } => "heure-de-seance",
            Self::NotExecutory => "acte-non-executoire",
            Self::ClearDays { .. } => "jours-francs",
            Self::Quorum { .. } => "quorum",
            Self::InOffice { .. } => "effectif",
            Self::Attendance { .. } => "presences",
            Self::Proxies { .. } => "pouvoirs",
            Self::Votes { .. } => "votes",
            Self::NotAdopted { .. } => "non-adoptee",
            Self::ListCount { list, .. } => list_code(*list),
            Self::NamedTwice { .. } => "conseiller-en-double",
            Self::NoBearer { .. } => "pouvoir-sans-mandataire",
            Self::BearerAbsent { .. } => "mandataire-absent",
            Self::BearerTwice { .. } => "mandataire-en-double",
            Self::SecretaryAbsent { .. } => "secretaire-absent",
            Self::ActesForm => "identifiant-actes",
            Self::ActesPart { part, .. } => actes_code(*part),
            Self::Sequel(fault) => fault.code(),
        }
    }
}

fn order_code(first: Moment, next: Moment) -> &'static str {
    match (first, next) {
        (Moment::TextReceived, _) => "texte-recu-apres-vote",
        (Moment::TextAccepted, _) => "texte-accepte-apres-signature",
        (Moment::Convocation, _) => "convocation-et-seance",
        (_, Moment::Transmission) => "transmission-avant-seance",
        (_, Moment::Publication) => "publication-avant-seance",
        (Moment::Session, _) => "signature-avant-vote",
        (Moment::Executory, _) => "signature-avant-executoire",
        (Moment::MandateStart, Moment::MandateEnd) => "dates-mandat",
        (Moment::MandateStart, _) => "signature-avant-mandat",
        (_, Moment::MandateEnd) => "signature-apres-mandat",
        _ => "dates-en-desordre",
    }
}

fn actes_code(part: ActesPart) -> &'static str {
    match part {
        ActesPart::Department => "identifiant-actes-departement",
        ActesPart::Siren => "identifiant-actes-siren",
        ActesPart::Date => "identifiant-actes-date",
        ActesPart::Number => "identifiant-actes-numero",
        ActesPart::Nature => "identifiant-actes-nature",
    }
}

fn list_code(list: Listed) -> &'static str {
    match list {
        Listed::Present => "liste-des-presents",
        Listed::Represented => "liste-des-pouvoirs",
        Listed::Absent => "liste-des-absents",
    }
}
