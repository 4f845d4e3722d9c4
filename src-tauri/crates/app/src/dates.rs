//! The dates of a dossier, in the order that the law expects (CGCT, art. L. 2121-10 to L. 2131-1), and where they break it.

use crate::fr;
use crate::view::seen::Seen;
use crate::view::types::{DateLine, FieldState, FieldView};
use crate::view::{forms, members};
use domain::dossier::choices::CollectivityKind;
use domain::french::with_de;
use domain::record::Path;
use domain::rules::term;
use domain::values::{Date, Text};
use template::{PartyDecl, PartyRole};

/// Where each date is, what it is called, why it stands there, whether it may be written by hand.
const LINES: &[(&str, &str, &str, bool)] = &[
    (
        "deliberation/convocation",
        "Convocation du conseil",
        "cinq jours francs avant la séance, trois sous 3 500 habitants",
        false,
    ),
    (
        "deliberation/seance",
        "Séance du conseil",
        "autorise à signer",
        false,
    ),
    (
        "deliberation/recue_le",
        "Reçue en préfecture",
        "avec la publication, rend la délibération exécutoire",
        true,
    ),
    (
        "deliberation/publiee_le",
        "Publiée",
        "sur le site de la collectivité",
        true,
    ),
    (
        "convention/date",
        "Date imprimée, « Fait à … le »",
        "jamais avant la séance",
        true,
    ),
];

/// What an association does not do: its members are called by its own statutes, its act is neither transmitted nor
/// published by law.
const OF_COUNCILS: &[&str] = &[
    "deliberation/convocation",
    "deliberation/recue_le",
    "deliberation/publiee_le",
];

/// The lines of the section « Convention », the computed end last.
pub fn lines(seen: &Seen<'_>) -> Vec<DateLine> {
    let association = seen.is_association();
    let mut lines: Vec<DateLine> = LINES
        .iter()
        .filter(|(path, ..)| !association || !OF_COUNCILS.contains(path))
        .map(|(path, label, why, by_hand)| {
            typed(seen, path, label, said(seen, path, why), *by_hand)
        })
        .collect();
    lines.extend(signatures(seen));
    lines.extend(end(seen));
    lines
}

/// Why a date stands where it does. The delays of a convocation are those of a commune's council (CGCT, art. L. 2121-11
/// and L. 2121-12); another body has its own.
fn said<'a>(seen: &Seen<'_>, path: &str, why: &'a str) -> &'a str {
    let kind = seen.dossier.sheet.collectivity.kind.value();
    let other = kind.is_some_and(|kind| *kind != CollectivityKind::Commune);
    if other && path == "deliberation/convocation" {
        "avant la séance"
    } else {
        why
    }
}

fn typed(seen: &Seen<'_>, path: &str, label: &str, why: &str, by_hand: bool) -> DateLine {
    let path = Path::new(path);
    let field = forms::date(&path, by_hand).map(|slot| seen.field(&slot));
    // An advice stops nothing and breaks no order: the vérification tells it.
    let is_wrong =
        |field: &&FieldView| matches!(field.state, FieldState::AVerifier | FieldState::Bloquant);
    let wrong = field.as_ref().filter(is_wrong);
    let problem = wrong.and_then(|field| field.finding.clone());
    DateLine {
        path: path.as_str().to_owned(),
        label: fr::spaced(label),
        why: fr::spaced(why),
        problem,
        field,
        computed: String::new(),
    }
}

/// The day each party signed. Those of a party that is a grid stand with its rows.
fn signatures(seen: &Seen<'_>) -> Vec<DateLine> {
    let line = |term: &str, id: &str| {
        typed(
            seen,
            &format!("signataires/{id}/signe_le"),
            &format!("Signature {}", with_de(term)),
            "la durée court de la dernière signature",
            true,
        )
    };
    let parties = signing(seen).into_iter();
    parties
        .filter(|party| !members::is_table(seen.template, seen.dossier, party))
        .filter_map(|party| {
            seen.dossier
                .signatory(&party.key)
                .map(|(id, _)| line(&party.term, id.as_str()))
        })
        .collect()
}

/// The parties that sign, and are in the list of signatories.
fn signing<'a>(seen: &Seen<'a>) -> Vec<&'a PartyDecl> {
    let mut parties = seen.template.parties_of(seen.dossier);
    parties.retain(|party| party.role == PartyRole::Signatory && !party.is_school());
    parties
}

/// The end of the first period. Conventions that are made one for each member each have their own.
fn end(seen: &Seen<'_>) -> Option<DateLine> {
    let days: Vec<_> = signing(seen)
        .into_iter()
        .flat_map(|party| signed(seen, party))
        .collect();
    let parts = template::split(seen.template, seen.dossier);
    if parts.len() > 1 {
        return None;
    }
    let period = |effect| {
        seen.template
            .duration(seen.dossier)
            .and_then(|duration| duration.period(effect, 0))
    };
    let last = term::effect(&days)
        .and_then(period)
        .map(|period| period.last_day);
    let computed = last.map_or_else(|| "à déterminer".to_owned(), |day| day.long());
    Some(DateLine {
        path: String::new(),
        label: "Fin de la première période".to_owned(),
        why: "comptée depuis la dernière signature, jamais devinée".to_owned(),
        problem: None,
        field: None,
        computed,
    })
}

/// The days on which a party signed: one for each of those who sign for it.
fn signed(seen: &Seen<'_>, party: &PartyDecl) -> Vec<Option<Date>> {
    if members::is_table(seen.template, seen.dossier, party) {
        let items = seen.dossier.sheet.signatories.iter();
        let is_its = |key: &Text| key.as_str() == party.key;
        let its = items.filter(|item| item.value.party.value().is_some_and(is_its));
        return its
            .map(|item| item.value.signed_on.value().copied())
            .collect();
    }
    let one = seen.dossier.signatory(&party.key);
    vec![one.and_then(|(_, who)| who.signed_on.value().copied())]
}
