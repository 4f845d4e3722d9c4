//! CONTRACT. What may be wrong between a dossier and the convention that it follows.

use crate::values::Date;

/// What is wrong with an avenant, an update of an annexe or a renewal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SequelFault {
    /// The dossier says that it follows another one, which is not there.
    NoEarlierAct,
    /// The dossier holds an earlier one, and does not say what it does to it.
    NoSequelKind,
    /// An avenant or an update of a convention that is over.
    ConventionOver {
        /// Its last day.
        ended: Date,
        /// The day that is beyond it.
        on: Date,
    },
    /// It takes effect before the convention that it follows was signed.
    BeforeConvention {
        /// The day it takes effect.
        effect: Date,
        /// The day of the convention's last signature.
        signed: Date,
    },
    /// A renewal begins before the convention that it renews has ended.
    Overlap {
        /// Its first day.
        begins: Date,
        /// The earlier convention's last day.
        ends: Date,
    },
    /// A renewal begins some time after the convention that it renews has ended.
    Gap {
        /// Its first day.
        begins: Date,
        /// The earlier convention's last day.
        ended: Date,
        /// How many days no convention covers.
        days: i64,
    },
}

impl SequelFault {
    /// The code that a reason is kept under.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::NoEarlierAct => "suite-sans-acte",
            Self::NoSequelKind => "suite-sans-nature",
            Self::ConventionOver { .. } => "convention-echue",
            Self::BeforeConvention { .. } => "suite-avant-convention",
            Self::Overlap { .. } => "renouvellement-avant-terme",
            Self::Gap { .. } => "renouvellement-apres-terme",
        }
    }
}
