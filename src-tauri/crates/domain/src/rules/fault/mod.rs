//! CONTRACT. What can be wrong in a dossier: one variant a fault, with the details that its sentence needs.
//! The sentence itself is said in the room `app`, exhaustively on this list.
//!
//! Rules of law add their variants here; `Missing` and `Template` are raised by the room `template`.

mod code;
mod parts;
mod sequel;

pub use parts::{ActesPart, Listed, Moment};
pub use sequel::SequelFault;

use crate::values::why::Why;
use crate::values::{Date, Department, SchoolKind, SchoolYear, Sector, Time, Uai};

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

    /// The act says « écoles publiques », and the list holds a private one.
    WordingSector,
    /// A choice that the reader is left to make: « représenté(e) », « M./Mme ».
    Choice {
        /// The words, as typed.
        found: String,
    },
    /// An ordinal that printers write otherwise: « 2ème ».
    Ordinal {
        /// As typed.
        found: String,
        /// As it is written.
        expected: String,
    },
    /// « De » or « à » stands before a name that it should be joined to: « de Antony », « à Le Rheu ».
    Elision {
        /// As typed.
        found: String,
        /// As grammar makes it.
        expected: String,
    },
    /// A number in figures and the same in letters differ.
    Letters {
        /// The figures, as typed.
        figures: String,
        /// The letters, as typed.
        letters: String,
    },
    /// A telephone or an address inside a sentence: the version to put online cannot mask it.
    PersonalData {
        /// As typed.
        found: String,
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
    /// A decision on private schools is written, and the list has none.
    NeedlessDecision,
    /// The school's name tells another sector than the one chosen.
    NameSector {
        /// What the name tells.
        name: Sector,
        /// What was chosen.
        chosen: Sector,
    },
    /// Two schools of the list have the same name.
    SameName {
        /// The rank in the list of the school that has it first, from 1.
        first: usize,
        /// The rank of this one.
        again: usize,
    },
    /// The school is in another commune than the collectivity.
    OtherCommune {
        /// That commune.
        commune: String,
    },
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
    /// The name begins with what the body is: « Ville de Fontenay », « académie de Versailles ».
    NameWithTitle {
        /// The name without it.
        expected: String,
    },
    /// The postal code is that of another département, which happens near its border.
    PostalDepartment {
        /// The collectivity's département.
        department: Department,
    },
    /// No school of the list is in the circonscription that receives the originals.
    District {
        /// Those of the schools.
        listed: Vec<String>,
    },
    /// A deputy or a director signs in their own name, and may only by delegation.
    NoDelegation,
    /// Who holds the office signs by delegation of themselves.
    NeedlessDelegation,
    /// A contact's address is that of a mail service that people have at home.
    HomeMail {
        /// The service.
        domain: String,
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
    /// The school year begins more than a year after the session.
    SchoolYearFar {
        /// The year typed.
        year: SchoolYear,
        /// The day of the session.
        session: Date,
    },
    /// The session is on a Sunday or a public holiday.
    DayOff {
        /// The day.
        on: Date,
    },
    /// The session begins so early that another hour was meant.
    NightHour {
        /// The hour.
        at: Time,
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

    // The register of the session.
    /// A list has another number of names than the count says.
    ListCount {
        /// Which list.
        list: Listed,
        /// How many it names.
        named: u32,
        /// How many the count says.
        counted: u32,
    },
    /// A councillor stands twice in the lists.
    NamedTwice {
        /// As typed the second time.
        name: String,
    },
    /// A pouvoir does not say who bears it.
    NoBearer {
        /// Who gives it.
        name: String,
    },
    /// Who bears a pouvoir is not among those present.
    BearerAbsent {
        /// Who bears it.
        name: String,
    },
    /// Who bears a pouvoir bears another.
    BearerTwice {
        /// Who bears both.
        name: String,
    },
    /// The secretary is not among those present.
    SecretaryAbsent {
        /// The secretary.
        name: String,
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

    /// What comes after a convention does not go with it.
    Sequel(SequelFault),
}
