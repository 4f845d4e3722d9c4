//! What the vérification says of a letter of notice: the last safe day to receive it, and why.

use super::Printed;
use super::told::Told;
use crate::Placed;
use crate::declared::Template;
use crate::values::{DocumentFacts, Facts, duration, effect};
use domain::dossier::{ANSWERS, Dossier};
use domain::entry::Value as _;
use domain::findings::Severity;
use domain::french::{Gender, number_words};
use domain::record::Path;
use domain::rules::term::{Duration, Period};
use domain::values::Date;

/// The question that dates the letter.
const LETTER: &str = "denonciation_le";

/// What is said once the letter has a date, in a modèle that is renewed year by year.
pub(super) fn check(dossier: &Dossier, template: &Template, printed: &Printed) -> Vec<Placed> {
    let mut told = Told::with(printed);
    let path = Path::new(ANSWERS).join(LETTER);
    let asked = template.question(LETTER).is_some();
    let day = Date::read(&dossier.typed(&path)).ok().filter(|_| asked);
    let facts = Facts::of(template, dossier, DocumentFacts::default());
    let renewed = duration(&facts).filter(|duration| duration.tacit_renewal);
    let (Some(day), Some(duration)) = (day, renewed) else {
        return told.found;
    };
    let Some(effect) = effect(&facts) else {
        told.weigh(
            Severity::Advice,
            Some(path),
            "denonciation-terme",
            NO_TERM.to_owned(),
        );
        return told.found;
    };
    match late(duration, effect, day) {
        Some(Notice::Late(missed, ends)) => {
            told.say(
                path,
                "denonciation-tardive",
                too_late(duration, missed, ends),
            );
        }
        Some(Notice::InTime(period)) => {
            let sentence = in_time(duration, period);
            told.weigh(
                Severity::Advice,
                Some(path),
                "denonciation-jour-sur",
                sentence,
            );
        }
        None => {}
    }
    told.found
}

const NO_TERM: &str = "Le terme est à déterminer : la durée court de la dernière signature, et une date de signature manque. La saisir dans « Parties et signataires » pour connaître le dernier jour où la lettre peut être reçue.";

/// How a letter stands to the period that it falls in.
enum Notice {
    /// Its last safe day is passed: that period is followed by another, which the letter ends.
    Late(Period, Period),
    /// It may still come in time.
    InTime(Period),
}

fn late(duration: Duration, effect: Date, day: Date) -> Option<Notice> {
    let period = duration.period_on(effect, day)?;
    let ends = duration.ended_by(effect, day)?;
    Some(if ends.renewal > period.renewal {
        Notice::Late(period, ends)
    } else {
        Notice::InTime(period)
    })
}

fn too_late(duration: Duration, missed: Period, ends: Period) -> String {
    format!(
        "La lettre vient trop tard pour la période qui se termine le {} : son préavis de {} demandait un courrier reçu au plus tard le {}. La convention est reconduite, et cette lettre ne l’arrête que le {}. Corriger la date, ou dire en motif pourquoi la lettre part quand même.",
        missed.last_day.long(),
        months(duration),
        last_safe(missed),
        ends.last_day.long(),
    )
}

/// Two ways of counting months back lead to two days: the earlier one is safe.
fn in_time(duration: Duration, period: Period) -> String {
    format!(
        "Courrier à faire recevoir au plus tard le {} pour que la convention prenne fin le {}. C’est le plus prudent des deux comptes du préavis de {}, à partir du dernier jour ou du lendemain. L’article ne dit pas si le préavis ne vaut qu’au terme : s’y tenir.",
        last_safe(period),
        period.last_day.long(),
        months(duration),
    )
}

fn last_safe(period: Period) -> String {
    period.notice_by.map(Date::long).unwrap_or_default()
}

fn months(duration: Duration) -> String {
    let months = duration.notice_months.unwrap_or_default();
    format!(
        "{} mois",
        number_words(u64::from(months), Gender::Masculine)
    )
}
