//! CONTRACT. What can be wrong in a dossier: one variant a fault, with the details that its sentence needs.
//! The sentence itself is said in the room `app`, exhaustively on this list.
//!
//! Rules of law add their variants here; `Missing` and `Template` are raised by the room `template`.

use crate::values::why::Why;
use crate::values::{Date, Department, SchoolKind, SchoolYear, Uai};

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// A document prints this field and it is empty.
    Missing,
    /// The field does not read.
    Unread(Why),
    /// A rule of the modèle does not hold; the sentence is the modèle's.
    Template {
        /// Code of the rule in the modèle.
        code: String,
        /// What is wrong and how to mend it, in French.
        sentence: String,
    },

    // What is written.
    /// A text to be replaced has stayed: « à préciser avec la DSI », « XXX », « {{ … }} ».
    Placeholder {
        /// The passage, as typed.
        found: String,
    },
    /// A sign that no letter of European languages is: an emoji, another script. No page prints it.
    Sign {
        /// The sign.
        found: char,
        /// Its rank in the text, from 1.
        at: usize,
    },
    /// The number of a law, a decree or an ordinance has no such year: « loi n° 02013-595 ».
    LawNumber {
        /// The number, as typed.
        found: String,
    },
    /// The article and the title are of two genders: « Le Rectrice ».
    TitleArticle {
        /// The article, as typed.
        article: String,
        /// The title, as typed.
        title: String,
    },
    /// The act speaks of schools of some kinds only, and the list holds others.
    WordingKinds {
        /// The kinds that the text names.
        said: Vec<SchoolKind>,
        /// The kinds of the schools that it leaves out, one for each school.
        left_out: Vec<SchoolKind>,
    },

    // Schools.
    /// The number stands twice in the list.
    DuplicateUai {
        /// The number.
        uai: Uai,
        /// The rank in the list of the school that has it first, from 1.
        first: usize,
        /// The rank of this one.
        again: usize,
    },
    /// The number begins as those of another département.
    UaiDepartment {
        /// The number.
        uai: Uai,
        /// The collectivity's département.
        expected: Department,
        /// The one whose schools' numbers begin so, if any.
        found: Option<Department>,
    },
    /// The school's address for mail holds the number of another school.
    EmailUai {
        /// The number in the address.
        written: Uai,
        /// The school's.
        school: Uai,
    },
    /// A private school is in the list, and no explicit decision is written.
    PrivateSchool,
    /// The school's name tells another nature than the one chosen.
    NameKind {
        /// What the name tells.
        name: SchoolKind,
        /// What was chosen.
        chosen: SchoolKind,
    },
    /// Schools of this kind are not in the charge of such a collectivity.
    NotInCharge {
        /// The kind of the school.
        kind: SchoolKind,
    },

    // The bodies and the people.
    /// The académie is not that of the collectivity's département.
    Academy {
        /// The collectivity's département, which tells its académie.
        department: Department,
    },
    /// The name after « de » is not made of the name.
    NameWithArticle {
        /// The name after « de », as grammar makes it.
        expected: String,
    },
    /// « Monsieur » or « Madame » in the title is not the civility chosen.
    TitleCivility,
    /// The form of the title is not of the person's gender: « rectrice » for a man; for a woman it may be her choice.
    TitleGender,
    /// A contact has a telephone or an address, and no name.
    ContactNameless,
    /// A contact has a name, and neither telephone nor address.
    ContactUnreachable,
    /// Two contacts have the same telephone.
    SamePhone {
        /// The name of the other one.
        other: String,
    },
    /// The number of originals is not that of the parties, and no reason is written.
    Originals {
        /// The number typed.
        typed: u32,
        /// How many parties sign.
        parties: u32,
    },

    // Dates.
    /// Two dates are not in their order.
    DateOrder {
        /// What comes first.
        first: Moment,
        /// Its date.
        first_on: Date,
        /// What comes next; the finding is about its field, save for the convocation and the mandates.
        next: Moment,
        /// Its date.
        next_on: Date,
        /// By how many days `next` is before `first`; 0 when they are the same day and must not be.
        days: i64,
    },
    /// A recorded fact is dated in the future.
    Future {
        /// What it is.
        moment: Moment,
        /// Its date.
        on: Date,
        /// In how many days that is.
        days: i64,
    },
    /// The school year is over before the session.
    SchoolYearOver {
        /// The year typed.
        year: SchoolYear,
        /// The day of the session.
        session: Date,
    },
    /// The session has been held, and the act is not executory: not received by the préfecture, or not published.
    NotExecutory,

    // The council.
    /// Not enough clear days between the convocation and the session.
    ClearDays {
        /// How many there are.
        found: i64,
        /// How many are needed.
        needed: i64,
    },
    /// Too few councillors are present.
    Quorum {
        /// How many are present.
        present: u32,
        /// How many must be.
        needed: u32,
        /// Whether the département has a rule of its own (Alsace and Moselle).
        local_law: bool,
    },
    /// More councillors in office than the council has.
    InOffice {
        /// In office.
        in_office: u32,
        /// The legal number.
        legal: u32,
    },
    /// More councillors present and represented than in office.
    Attendance {
        /// Present and represented.
        attending: u32,
        /// In office.
        in_office: u32,
    },
    /// More councillors represented than present, when each may bear one pouvoir.
    Proxies {
        /// Represented.
        represented: u32,
        /// Present.
        present: u32,
    },
    /// The votes are not those of the councillors present and represented.
    Votes {
        /// For, against, abstentions and those who took no part.
        counted: u32,
        /// Present and represented.
        attending: u32,
    },
    /// The act is not adopted.
    NotAdopted {
        /// For.
        votes_for: u32,
        /// Against; when as many, the president's vote decides.
        votes_against: u32,
    },

    // The identifier given by the operator of the préfecture.
    /// The identifier is not made as it should.
    ActesForm,
    /// A part of the identifier is not what the dossier says.
    ActesPart {
        /// Which part.
        part: ActesPart,
        /// What the identifier says.
        found: String,
        /// What the dossier says.
        expected: String,
    },
}

/// What a date of the dossier is the date of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Moment {
    /// The convocation of the council.
    Convocation,
    /// The session, and its vote.
    Session,
    /// The reception by the préfecture.
    Transmission,
    /// The publication of the act.
    Publication,
    /// The act becomes executory.
    Executory,
    /// « Fait le », printed on the convention.
    Printed,
    /// A party signed.
    Signature,
    /// The signatory's mandate begins.
    MandateStart,
    /// The signatory's mandate ends.
    MandateEnd,
}

/// A part of the identifier given by the operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActesPart {
    /// The département.
    Department,
    /// The SIREN.
    Siren,
    /// The date of the act.
    Date,
    /// The number of the act.
    Number,
    /// The nature of the act; a délibération is DE.
    Nature,
}

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
            Self::DuplicateUai { .. } => "uai-en-double",
            Self::UaiDepartment { .. } => "uai-autre-departement",
            Self::EmailUai { .. } => "courriel-autre-uai",
            Self::PrivateSchool => "ecole-privee",
            Self::NameKind { .. } => "nom-et-nature",
            Self::NotInCharge { .. } => "ecole-autre-collectivite",
            Self::Academy { .. } => "academie-et-departement",
            Self::NameWithArticle { .. } => "nom-avec-article",
            Self::TitleCivility => "titre-et-civilite",
            Self::TitleGender => "titre-et-genre",
            Self::ContactNameless => "contact-sans-nom",
            Self::ContactUnreachable => "contact-injoignable",
            Self::SamePhone { .. } => "telephone-en-double",
            Self::Originals { .. } => "nombre-originaux",
            Self::DateOrder { first, next, .. } => order_code(*first, *next),
            Self::Future { .. } => "date-a-venir",
            Self::SchoolYearOver { .. } => "annee-scolaire-passee",
            Self::NotExecutory => "acte-non-executoire",
            Self::ClearDays { .. } => "jours-francs",
            Self::Quorum { .. } => "quorum",
            Self::InOffice { .. } => "effectif",
            Self::Attendance { .. } => "presences",
            Self::Proxies { .. } => "pouvoirs",
            Self::Votes { .. } => "votes",
            Self::NotAdopted { .. } => "non-adoptee",
            Self::ActesForm => "identifiant-actes",
            Self::ActesPart { part, .. } => actes_code(*part),
        }
    }
}

fn order_code(first: Moment, next: Moment) -> &'static str {
    match (first, next) {
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
