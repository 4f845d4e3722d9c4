//! CONTRACT. What a fault is about: a date, a list of names, a part of an identifier.

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
    /// The text given by the académie was received.
    TextReceived,
    /// The text was accepted by the académie.
    TextAccepted,
    /// The signatory's mandate begins.
    MandateStart,
    /// The signatory's mandate ends.
    MandateEnd,
}

/// A list of names of the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Listed {
    /// Those present.
    Present,
    /// Those represented, each with who bears the pouvoir.
    Represented,
    /// Those neither present nor represented.
    Absent,
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
