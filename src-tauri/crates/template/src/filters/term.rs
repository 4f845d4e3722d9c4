//! The filters of a convention's end: the last safe day of a notice, the day on which it ends, the end of a school year.

use super::{kept_empty, readings};
use crate::values::{Day, Empty, Facts, ended_by, notice_by, period_end};
use domain::values::{Date, SchoolYear};
use minijinja::value::Value;
use minijinja::{Environment, Error, State};
use std::sync::Arc;

/// Gives them to an environment.
pub(super) fn add_all(environment: &mut Environment<'static>) {
    environment.add_filter("preavis", |state: &State<'_, '_>, value: Value| {
        of_convention(state, &value, notice_by)
    });
    environment.add_filter("terme", |state: &State<'_, '_>, value: Value| {
        of_convention(state, &value, ended_by)
    });
    environment.add_filter("fin_de_periode", |state: &State<'_, '_>, value: Value| {
        of_convention(state, &value, period_end)
    });
    environment.add_filter("fin_annee_scolaire", |value: Value| {
        kept_empty(&value, |value| Ok(of_day(value, end_of_school_year)))
    });
}

/// A day of the convention found from another; nothing while the convention has no effect yet.
fn of_convention(
    state: &State<'_, '_>,
    value: &Value,
    found: fn(&Arc<Facts>, Date) -> Option<Date>,
) -> Result<Value, Error> {
    let readings = readings(state);
    kept_empty(value, |value| {
        Ok(of_day(value, |day| found(&readings.as_ref()?.0, day)))
    })
}

/// Another day from a day; what is no day stays as typed.
fn of_day(value: &Value, made: impl FnOnce(Date) -> Option<Date>) -> Value {
    match value.downcast_object_ref::<Day>() {
        Some(Day(day)) => made(*day).map_or_else(Empty::value, |day| Value::from_object(Day(day))),
        None => value.clone(),
    }
}

/// 31 August of the school year that a day is in.
fn end_of_school_year(day: Date) -> Option<Date> {
    SchoolYear::of(day).last_day()
}
