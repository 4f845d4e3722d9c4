//! `participation`: what the dossier's schools, pupils or classes come to, under the modèle's rule. Figures and
//! letters are printed from this one value.

use super::facts::{Facts, Scope};
use super::reads::Read;
use super::special::Empty;
use crate::fees::{FeeMode, Fees};
use domain::fees::{Basis, YearFee, total};
use domain::record::Path;
use domain::values::{Cents, SchoolYear};
use minijinja::value::{Object, Value};
use std::sync::Arc;

/// What a participation gives.
pub(crate) const OF_FEES: &[&str] = &["montant", "unite", "nombre", "total"];
/// What a year of the forecast gives.
pub(crate) const OF_YEAR: &[&str] = &["annee", "nombre", "montant"];

/// `participation`.
pub(super) fn participation(facts: &Arc<Facts>) -> Value {
    Value::from_object(Money(Arc::clone(facts)))
}

#[derive(Debug)]
struct Money(Arc<Facts>);

impl Object for Money {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let count = Counting::of(&self.0)?;
        Some(match key.as_str()? {
            "nombre" => count.units().map_or_else(Empty::value, Value::from),
            "unite" => count.amount(count.unit()),
            "montant" => count.amount(count.year()),
            "total" => count.amount(count.forecast().as_deref().and_then(total)),
            "previsions" => Value::from(years(&self.0)),
            _ => return None,
        })
    }
}

/// The years of the forecast; none while something is missing.
pub(super) fn years(facts: &Arc<Facts>) -> Vec<Value> {
    let Some(count) = Counting::of(facts) else {
        return Vec::new();
    };
    let before = facts.recorder.len();
    let forecast = count.forecast().unwrap_or_default();
    let reads = facts.recorder.since(before);
    let year = |fee| {
        Value::from_object(Year {
            facts: Arc::clone(facts),
            fee,
            reads: reads.clone(),
        })
    };
    forecast.into_iter().map(year).collect()
}

/// A count under way: the rule and the names its expressions read.
struct Counting<'a> {
    facts: &'a Arc<Facts>,
    fees: &'a Fees,
    scope: Value,
}

impl<'a> Counting<'a> {
    fn of(facts: &'a Arc<Facts>) -> Option<Self> {
        Some(Self {
            facts,
            fees: facts.fees.as_ref()?,
            scope: Scope::of(facts).value(),
        })
    }

    /// Schools, pupils or classes; one for a flat amount or a share.
    fn units(&self) -> Option<u32> {
        if let Some(number) = &self.fees.number {
            return u32::try_from(number.eval(&self.scope).ok()?).ok();
        }
        match self.fees.mode {
            FeeMode::PerSchool | FeeMode::Slices => self.schools(),
            FeeMode::PerPupil => self.sum("eleves"),
            FeeMode::PerClass => self.sum("classes"),
            FeeMode::Flat | FeeMode::Share => Some(1),
        }
    }

    /// None while there is no school: a convention for nothing is not counted.
    fn schools(&self) -> Option<u32> {
        self.facts.note_schools();
        let count = u32::try_from(self.facts.dossier.sheet.schools.len()).ok()?;
        (count > 0).then_some(count)
    }

    fn sum(&self, key: &str) -> Option<u32> {
        self.schools()?;
        let mut sum = Some(0u32);
        for item in self.facts.dossier.sheet.schools.iter() {
            let path = Path::new("ecoles").join(item.id.as_str()).join(key);
            let label = domain::dossier::Dossier::field(&path).map_or(key, |field| field.label);
            let value = u32::try_from(self.facts.read(&path, label, false)).ok();
            sum = sum
                .zip(value)
                .and_then(|(sum, value)| sum.checked_add(value));
        }
        sum
    }

    /// The price of a unit, or the whole of a flat amount.
    fn unit(&self) -> Option<Cents> {
        match self.fees.rule(&self.scope)?.basis {
            Basis::PerUnit(unit) | Basis::Flat(unit) => Some(unit),
            _ => None,
        }
    }

    fn year(&self) -> Option<Cents> {
        let (rule, units) = (self.fees.rule(&self.scope), self.units());
        rule?.amount(units?)
    }

    fn forecast(&self) -> Option<Vec<YearFee>> {
        let (rule, units) = (self.fees.rule(&self.scope), self.units());
        let (first, years) = (self.first(), self.fees.years(&self.scope));
        rule?.forecast(first?, years?, units?)
    }

    fn first(&self) -> Option<SchoolYear> {
        let path = Path::new("annee_scolaire");
        let label = domain::dossier::Dossier::field(&path).map_or("", |field| field.label);
        self.facts.read(&path, label, false);
        self.facts.dossier.sheet.school_year.value().copied()
    }

    /// An amount as expressions take it, in cents; what it comes from is then known to be money.
    fn amount(&self, amount: Option<Cents>) -> Value {
        match amount {
            Some(amount) => {
                self.facts.recorder.is_amount();
                Value::from(amount.cents())
            }
            None => Empty::value(),
        }
    }
}

/// A year of the forecast.
#[derive(Debug)]
struct Year {
    facts: Arc<Facts>,
    fee: YearFee,
    reads: Vec<Read>,
}

impl Object for Year {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let is_amount = key.as_str() == Some("montant");
        for read in &self.reads {
            self.facts.recorder.note(Read {
                amount: false,
                ..read.clone()
            });
        }
        if is_amount {
            self.facts.recorder.is_amount();
        }
        Some(match key.as_str()? {
            "annee" => Value::from(self.fee.year.printed()),
            "nombre" => Value::from(self.fee.units),
            "montant" => Value::from(self.fee.amount.cents()),
            _ => return None,
        })
    }
}
