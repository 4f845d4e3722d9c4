//! The dates of a dossier against one another: convocation, session, reception, publication, signatures, mandates.
//! A recorded fact is never refused: what is out of order is to verify, and passes with a reason.

use super::{at, bodies::of_communes, fault::Fault, fault::Moment, item, path};
use crate::dossier::choices::{CollectivityKind, Function, SequelKind};
use crate::dossier::{Act, Dossier, Signatory};
use crate::entry::Entry;
use crate::findings::{Finding, Severity};
use crate::record::{Item, Path};
use crate::values::Date;

/// What makes an act executory: received by the préfecture, and published.
const EXECUTORY_LAW: &str = "CGCT, art. L. 2131-1";

/// The day an act becomes executory: the later of its reception by the préfecture and of its publication
/// (CGCT, art. L. 2131-1). `None` until both are known.
pub fn executory(act: &Act) -> Option<Date> {
    Some(*act.transmitted.value()?.max(act.published.value()?))
}

/// Two dates in the order the law wants.
struct Order {
    first: (Moment, Date),
    next: (Moment, Date),
    /// Whether the same day is already too early.
    strictly: bool,
    law: &'static str,
}

impl Order {
    /// What is wrong, told on this field, when `next` is too early.
    fn finding(&self, path: Path) -> Option<Finding> {
        let (first, first_on) = self.first;
        let (next, next_on) = self.next;
        let days = next_on.days_until(first_on);
        let wrong = days > 0 || (days == 0 && self.strictly);
        wrong.then(|| {
            at(
                path,
                Severity::ToVerify,
                self.law,
                Fault::DateOrder {
                    first,
                    first_on,
                    next,
                    next_on,
                    days,
                },
            )
        })
    }
}

/// The findings about dates.
pub(super) fn check(dossier: &Dossier, today: Date) -> Vec<Finding> {
    let mut found = session(dossier);
    found.extend(printed(dossier));
    for signatory in dossier.sheet.signatories.iter() {
        found.extend(signature(dossier, signatory));
        found.extend(mandate(dossier, signatory));
    }
    found.extend(future(dossier, today));
    found.extend(school_year(dossier));
    found.extend(text_of_others(dossier));
    found.extend(day_off(dossier));
    found.extend(night(dossier));
    found.extend(not_executory(dossier, today));
    found
}

/// Convocation, then session, then reception and publication.
fn session(dossier: &Dossier) -> Vec<Finding> {
    let act = &dossier.sheet.act;
    let Some(&session) = act.session.value() else {
        return Vec::new();
    };
    let after = |moment, entry: &Entry<Date>, key| {
        let next = (moment, *entry.value()?);
        let law = of_communes(dossier, EXECUTORY_LAW);
        Order {
            first: (Moment::Session, session),
            next,
            strictly: false,
            law,
        }
        .finding(path(key))
    };
    let convened = act.convened.value().and_then(|&convened| {
        let first = (Moment::Convocation, convened);
        let next = (Moment::Session, session);
        let law = of_communes(dossier, "CGCT, art. L. 2121-10");
        Order {
            first,
            next,
            strictly: true,
            law,
        }
        .finding(path("deliberation/convocation"))
    });
    [
        convened,
        after(
            Moment::Transmission,
            &act.transmitted,
            "deliberation/recue_le",
        ),
        after(
            Moment::Publication,
            &act.published,
            "deliberation/publiee_le",
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A date of signature against the act that authorises it: against the vote when it is before it, else against the
/// day the act becomes executory. To sign before the reception no longer makes the contract unlawful by itself
/// (CE, 9 May 2012, n° 355665), but the one who signs must have been authorised.
fn authorised(dossier: &Dossier, moment: Moment, on: Date, field: Path) -> Option<Finding> {
    let act = &dossier.sheet.act;
    let against = |first, law| Order {
        first,
        next: (moment, on),
        strictly: false,
        law: of_communes(dossier, law),
    };
    let vote = act
        .session
        .value()
        .map(|&session| against((Moment::Session, session), "CGCT, art. L. 2122-21"));
    let executory = executory(act).map(|day| against((Moment::Executory, day), EXECUTORY_LAW));
    vote.and_then(|order| order.finding(field.clone()))
        .or_else(|| executory?.finding(field))
}

/// « Fait à …, le … ».
fn printed(dossier: &Dossier) -> Option<Finding> {
    let on = *dossier.sheet.convention.date.value()?;
    authorised(dossier, Moment::Printed, on, path("convention/date"))
}

/// Whether the délibération is what authorises this signatory; the services of the State and the schools have their own.
fn needs_the_act(signatory: &Signatory) -> bool {
    let functions = [
        Function::Mayor,
        Function::Deputy,
        Function::President,
        Function::VicePresident,
        Function::Dgs,
    ];
    let own_body = signatory.body.value().is_some();
    let function = signatory.function.value();
    !own_body && function.is_some_and(|function| functions.contains(function))
}

/// The day a party signed, against the act that authorises it: its own when it is another body.
fn signature(dossier: &Dossier, Item { id, value }: &Item<Signatory>) -> Option<Finding> {
    let on = *value.signed_on.value()?;
    let field = item("signataires", id, "signe_le");
    if let Some(&voted) = value.act_date.value() {
        return Order {
            first: (Moment::Session, voted),
            next: (Moment::Signature, on),
            strictly: false,
            law: "",
        }
        .finding(field);
    }
    needs_the_act(value)
        .then(|| authorised(dossier, Moment::Signature, on, field))
        .flatten()
}

/// Who signs must be in office on the day of the signature: the day recorded, else the one printed.
/// A mandate beside it that covers that day is the one that signs: a maire gives way to the next between two dates.
fn mandate(dossier: &Dossier, Item { id, value }: &Item<Signatory>) -> Option<Finding> {
    if dossier.is_succeeded(id) {
        return None;
    }
    let (since, until) = (value.since.value().copied(), value.until.value().copied());
    let signed = value.signed_on.value().map(|&on| (Moment::Signature, on));
    let signed = signed.or(dossier
        .sheet
        .convention
        .date
        .value()
        .map(|&on| (Moment::Printed, on)));
    let start = since.map(|on| (Moment::MandateStart, on));
    let end = until.map(|on| (Moment::MandateEnd, on));
    let pairs = [
        (start, end, "jusqu_au"),
        (start, signed, "depuis"),
        (signed, end, "jusqu_au"),
    ];
    pairs.into_iter().find_map(|(first, next, key)| {
        Order {
            first: first?,
            next: next?,
            strictly: false,
            law: "",
        }
        .finding(item("signataires", id, key))
    })
}

/// Facts recorded before they happen; votes of a session to come are only pointed out.
fn future(dossier: &Dossier, today: Date) -> Vec<Finding> {
    let act = &dossier.sheet.act;
    let told = |moment, on: Option<&Date>, severity, field| {
        let on = *on?;
        let days = today.days_until(on);
        (days > 0).then(|| at(field, severity, "", Fault::Future { moment, on, days }))
    };
    let voted = act.votes_for.value().and(act.session.value());
    let mut found = vec![
        told(
            Moment::Session,
            voted,
            Severity::Advice,
            path("deliberation/seance"),
        ),
        told(
            Moment::Transmission,
            act.transmitted.value(),
            Severity::ToVerify,
            path("deliberation/recue_le"),
        ),
        told(
            Moment::Publication,
            act.published.value(),
            Severity::ToVerify,
            path("deliberation/publiee_le"),
        ),
    ];
    let convention = &dossier.sheet.convention;
    found.push(told(
        Moment::TextAccepted,
        convention.accepted_on.value(),
        Severity::ToVerify,
        path("convention/accepte_le"),
    ));
    found.push(told(
        Moment::TextReceived,
        convention.supplied.received.value(),
        Severity::ToVerify,
        path("convention/texte_fourni/recu_le"),
    ));
    found.extend(dossier.sheet.signatories.iter().map(|Item { id, value }| {
        told(
            Moment::Signature,
            value.signed_on.value(),
            Severity::ToVerify,
            item("signataires", id, "signe_le"),
        )
    }));
    found.into_iter().flatten().collect()
}

/// A school year that was over before the vote, left from an older dossier; or one too far after it, mistyped. That of an
/// avenant is the one in which its convention began.
fn school_year(dossier: &Dossier) -> Option<Finding> {
    if dossier.sequel().is_some_and(SequelKind::amends) {
        return None;
    }
    let (year, session) = (
        *dossier.sheet.school_year.value()?,
        *dossier.sheet.act.session.value()?,
    );
    let fault = if year.last_day()? < session {
        Fault::SchoolYearOver { year, session }
    } else if i32::from(year.begins_in()) > session.year() + 1 {
        Fault::SchoolYearFar { year, session }
    } else {
        return None;
    };
    Some(at(path("annee_scolaire"), Severity::ToVerify, "", fault))
}

/// The text that the académie gave is received before the council votes on it; what it accepted, before it is signed.
fn text_of_others(dossier: &Dossier) -> Vec<Finding> {
    let convention = &dossier.sheet.convention;
    let before = |first: (Moment, Option<&Date>), next: (Moment, Option<&Date>), field: &str| {
        let order = Order {
            first: (first.0, *first.1?),
            next: (next.0, *next.1?),
            strictly: false,
            law: "",
        };
        order.finding(path(field))
    };
    let received = (Moment::TextReceived, convention.supplied.received.value());
    let voted = (Moment::Session, dossier.sheet.act.session.value());
    let accepted = (Moment::TextAccepted, convention.accepted_on.value());
    let printed = (Moment::Printed, convention.date.value());
    [
        before(received, voted, "convention/texte_fourni/recu_le"),
        before(accepted, printed, "convention/accepte_le"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Public holidays of a fixed day (Code du travail, art. L. 3133-1): day, month.
const HOLIDAYS: &[(u32, u32)] = &[
    (1, 1),
    (1, 5),
    (8, 5),
    (14, 7),
    (15, 8),
    (1, 11),
    (11, 11),
    (25, 12),
];

/// A council that meets on a Sunday or a holiday is rare, a date mistyped is not.
fn day_off(dossier: &Dossier) -> Option<Finding> {
    let on = *dossier.sheet.act.session.value()?;
    let off = on.weekday().name() == "dimanche" || HOLIDAYS.contains(&(on.day(), on.month()));
    off.then(|| {
        at(
            path("deliberation/seance"),
            Severity::Advice,
            "",
            Fault::DayOff { on },
        )
    })
}

/// « 7 h 30 » is typed for « 19 h 30 »: no council meets so early.
fn night(dossier: &Dossier) -> Option<Finding> {
    let at_hour = *dossier.sheet.act.hour.value()?;
    (at_hour.hour() < 8).then(|| {
        let fault = Fault::NightHour { at: at_hour };
        at(path("deliberation/heure"), Severity::Advice, "", fault)
    })
}

/// The vote has been held, and the act is not yet executory: the originals may be made, the signature should wait.
///
/// The act of an association is neither transmitted nor controlled: it has no such day.
fn not_executory(dossier: &Dossier, today: Date) -> Option<Finding> {
    let act = &dossier.sheet.act;
    if dossier.sheet.collectivity.kind.value() == Some(&CollectivityKind::Association) {
        return None;
    }
    let held = *act.session.value()? <= today;
    let field = if act.transmitted.value().is_none() {
        "deliberation/recue_le"
    } else {
        "deliberation/publiee_le"
    };
    // A place left on the act for the pen or the stamp is a choice, not a fault.
    let by_hand = dossier.is_by_hand(&path(field));
    (held && !by_hand && executory(act).is_none()).then(|| {
        at(
            path(field),
            Severity::Advice,
            of_communes(dossier, EXECUTORY_LAW),
            Fault::NotExecutory,
        )
    })
}

#[cfg(test)]
mod tests;
