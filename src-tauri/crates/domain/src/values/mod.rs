//! The values of the trade: what a field may hold once it has been read.
//!
//! Each type is made by reading a text, forgives what people type or paste, and cannot hold a wrong
//! value. `Display` is the spelling that is kept and read again; `printed()`, where there is one, is
//! the spelling for paper. Nothing here knows a dossier, and no French sentence is said here: an
//! error is a code with its details.

#[macro_use]
mod choice;

mod cents;
mod civility;
mod clean;
mod count;
mod date;
mod date_reading;
mod department;
mod department_table;
mod email;
mod image;
mod insee;
mod phone;
mod postal_code;
mod school;
mod school_year;
mod siren;
mod text;
mod time;
mod uai;
pub mod why;
mod yes_no;

#[cfg(test)]
mod real_data;
#[cfg(test)]
pub(crate) mod testing;

pub use cents::{Cents, CentsError};
pub use choice::{ChoiceError, Choices, is_word};
pub use civility::Civility;
pub use clean::fold;
pub use count::{Count, CountError};
pub use date::{Date, Weekday};
pub use date_reading::{DateError, read_date};
pub use department::{Department, DepartmentError};
pub use email::{Email, EmailError};
pub use image::{Image, ImageError};
pub use insee::{InseeCode, InseeError};
pub use phone::{Phone, PhoneError};
pub use postal_code::{PostalCode, PostalCodeError};
pub use school::{Degree, SchoolKind, Sector};
pub use school_year::{SchoolYear, SchoolYearError};
pub use siren::{Siren, SirenError, Siret};
pub use text::{LongText, Text, TextError};
pub use time::{Time, TimeError};
pub use uai::{Uai, UaiError};
pub use why::Why;
pub use yes_no::YesNo;

/// Gives a type that reads itself (`FromStr`) and writes itself (`Display`) the trait of entries.
macro_rules! value {
    ($type:ty, $kind:expr) => {
        impl $crate::entry::Value for $type {
            const KIND: $crate::entry::Kind = $kind;

            fn read(typed: &str) -> Result<Self, $crate::values::why::Why> {
                typed
                    .parse::<Self>()
                    .map_err($crate::values::why::Why::from)
            }

            fn spelling(&self) -> String {
                self.to_string()
            }
        }
    };
}
use value;
