//! CONTRACT. Why a typed text does not read as its field's value.
//!
//! A reason is a code with its details, compared and kept; the French sentence is said elsewhere, once.

use super::{
    CentsError, ChoiceError, CountError, DateError, DepartmentError, EmailError, ImageError,
    InseeError, PhoneError, PostalCodeError, SchoolYearError, SirenError, TextError, TimeError,
    UaiError,
};

/// Why a typed text does not read as its field's value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// Not a line or a page of text.
    #[error(transparent)]
    Text(#[from] TextError),
    /// Not one of the choices.
    #[error(transparent)]
    Choice(#[from] ChoiceError),
    /// Not a UAI.
    #[error(transparent)]
    Uai(#[from] UaiError),
    /// Not a SIREN.
    #[error("as a SIREN: {0}")]
    Siren(SirenError),
    /// Not a SIRET.
    #[error("as a SIRET: {0}")]
    Siret(SirenError),
    /// Not an INSEE code.
    #[error(transparent)]
    Insee(#[from] InseeError),
    /// Not a postal code.
    #[error(transparent)]
    PostalCode(#[from] PostalCodeError),
    /// Not a phone number.
    #[error(transparent)]
    Phone(#[from] PhoneError),
    /// Not an e-mail address.
    #[error(transparent)]
    Email(#[from] EmailError),
    /// Not a school year.
    #[error(transparent)]
    SchoolYear(#[from] SchoolYearError),
    /// Not an amount.
    #[error(transparent)]
    Cents(#[from] CentsError),
    /// Not a day.
    #[error(transparent)]
    Date(#[from] DateError),
    /// Not an hour.
    #[error(transparent)]
    Time(#[from] TimeError),
    /// Not a count.
    #[error(transparent)]
    Count(#[from] CountError),
    /// Not a département.
    #[error(transparent)]
    Department(#[from] DepartmentError),
    /// Not a picture.
    #[error(transparent)]
    Image(#[from] ImageError),
}
