//! What a modèle says of the money: how it is counted, for how many years, how it is collected.
//!
//! The amounts themselves are counted by `domain::fees`; here stand the expressions that lead to them.

use crate::expr::Expr;
use domain::fees::{Basis, FeeRule, Percent, Slice};
use domain::values::Cents;
use minijinja::Value;

/// What is paid.
#[derive(Clone, Debug)]
pub struct Fees {
    /// How it is counted.
    pub mode: FeeMode,
    /// How the State, or who bears the cost, collects it.
    pub collection: Option<Collection>,
    pub(crate) amount: Option<Expr>,
    pub(crate) number: Option<Expr>,
    pub(crate) part: Option<Expr>,
    pub(crate) cap: Option<Expr>,
    pub(crate) years: Option<Expr>,
    pub(crate) slices: Vec<Slice>,
}

/// How an amount is counted (`domain.md` §2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeeMode {
    /// By school, capped or not.
    PerSchool,
    /// By pupil.
    PerPupil,
    /// By class.
    PerClass,
    /// Flat.
    Flat,
    /// A part of a cost.
    Share,
    /// By slices of schools.
    Slices,
}

/// How it is collected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Collection {
    /// The State's titre de perception.
    CollectionOrder,
    /// An invoice.
    Invoice,
    /// A call for funds.
    Call,
}

impl Fees {
    /// The rule, once its expressions have their values; none while one is empty or does not read.
    pub(crate) fn rule(&self, scope: &Value) -> Option<FeeRule> {
        let amount = || cents(self.amount.as_ref()?, scope);
        let basis = match self.mode {
            FeeMode::PerSchool | FeeMode::PerPupil | FeeMode::PerClass => Basis::PerUnit(amount()?),
            FeeMode::Flat => Basis::Flat(amount()?),
            FeeMode::Slices => Basis::Slices(self.slices.clone()),
            FeeMode::Share => Basis::Share {
                of: amount()?,
                part: percent(self.part.as_ref()?, scope)?,
            },
        };
        let cap = match &self.cap {
            Some(cap) => Some(cents(cap, scope)?),
            None => None,
        };
        Some(FeeRule { basis, cap })
    }

    /// How many school years the forecast counts.
    pub(crate) fn years(&self, scope: &Value) -> Option<u8> {
        match &self.years {
            Some(years) => u8::try_from(years.eval(scope).ok()?).ok(),
            None => Some(1),
        }
    }
}

/// The expressions of the fees, for the lint.
pub(crate) fn expressions(fees: &Fees) -> impl Iterator<Item = &Expr> {
    [
        &fees.amount,
        &fees.number,
        &fees.part,
        &fees.cap,
        &fees.years,
    ]
    .into_iter()
    .flatten()
}

/// An amount: an answer counts in cents already.
fn cents(expr: &Expr, scope: &Value) -> Option<Cents> {
    Cents::new(u64::try_from(expr.eval(scope).ok()?).ok()?)
}

/// A percent: a whole number, or the text of one.
fn percent(expr: &Expr, scope: &Value) -> Option<Percent> {
    Percent::read(&expr.eval(scope).ok()?.to_string())
}
