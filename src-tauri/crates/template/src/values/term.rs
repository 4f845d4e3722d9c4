//! `duree`: since when a convention holds and until when, and the day on which a letter of notice ends it.
//!
//! The effect is the day of the last signature: until all have signed there is no term, and nothing is guessed.

use super::computed;
use super::facts::{Facts, Scope};
use super::special::{Day, Empty};
use crate::declared::PartyRole;
use crate::expr::Expr;
use domain::dossier::Dossier;
use domain::record::Path;
use domain::rules::term::{self, Duration};
use domain::values::Date;
use minijinja::value::{Object, Value};
use std::sync::Arc;

/// What a text may say of the duration.
pub(crate) const OF_TERM: &[&str] = &["effet", "fin", "preavis_mois", "reconduite"];

/// `duree`.
pub(super) fn term(facts: &Arc<Facts>) -> Value {
    Value::from_object(Duree(Arc::clone(facts)))
}

#[derive(Debug)]
struct Duree(Arc<Facts>);

impl Object for Duree {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let facts = &self.0;
        Some(match key.as_str()? {
            "effet" => day(effect(facts)),
            "fin" => day(facts.term.end.or_else(|| first_end(facts))),
            "preavis_mois" => {
                facts
                    .term
                    .notice_months
                    .as_ref()
                    .map_or_else(Empty::value, |months| {
                        months
                            .eval(&Scope::of(facts).value())
                            .unwrap_or_else(|_| Empty::value())
                    })
            }
            "reconduite" => Value::from(facts.term.yearly_renewal),
            _ => return None,
        })
    }
}

fn day(day: Option<Date>) -> Value {
    day.map_or_else(Empty::value, |day| Value::from_object(Day(day)))
}

fn first_end(facts: &Arc<Facts>) -> Option<Date> {
    Some(duration(facts)?.period(effect(facts)?, 0)?.last_day)
}

/// How long the convention lasts; none while its years do not read.
pub(crate) fn duration(facts: &Arc<Facts>) -> Option<Duration> {
    let scope = Scope::of(facts).value();
    let count = |expr: &Expr| u8::try_from(expr.eval(&scope).ok()?).ok();
    Some(Duration {
        years: facts.term.years.as_ref().and_then(count)?,
        tacit_renewal: facts.term.yearly_renewal,
        notice_months: facts.term.notice_months.as_ref().and_then(count),
    })
}

/// The day of the last signature of those who sign; none while one is missing, or when one is not kept by a dossier.
pub(crate) fn effect(facts: &Facts) -> Option<Date> {
    let signing = (facts.parties.iter()).filter(|party| party.role == PartyRole::Signatory);
    let days: Vec<Option<Date>> = signing
        .flat_map(|party| match party.is_school() {
            true => vec![None],
            false => (computed::signatory_paths(facts, party).iter())
                .map(|at| signed(facts, at))
                .collect(),
        })
        .collect();
    term::effect(&days)
}

/// The day that one of them signed; it is noted as read.
fn signed(facts: &Facts, at: &Path) -> Option<Date> {
    let field = at.join("signe_le");
    let label = Dossier::field(&field).map_or("", |field| field.label);
    let value = facts.read(&field, label, false);
    value.downcast_object_ref::<Day>().map(|day| day.0)
}

/// The last safe day to receive a notice, in the period that a day is in.
pub(crate) fn notice_by(facts: &Arc<Facts>, day: Date) -> Option<Date> {
    duration(facts)?.period_on(effect(facts)?, day)?.notice_by
}

/// The last day of the period that a day is in.
pub(crate) fn period_end(facts: &Arc<Facts>, day: Date) -> Option<Date> {
    let period = duration(facts)?.period_on(effect(facts)?, day)?;
    Some(period.last_day)
}

/// The last day of a convention whose notice is received on this day.
pub(crate) fn ended_by(facts: &Arc<Facts>, received: Date) -> Option<Date> {
    let period = duration(facts)?.ended_by(effect(facts)?, received)?;
    Some(period.last_day)
}
