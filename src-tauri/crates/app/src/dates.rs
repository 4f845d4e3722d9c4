//! The dates of a dossier, in the order that the law expects (CGCT, art. L. 2121-10 to L. 2131-1), and where they break it.

use crate::fr;
use crate::view::forms;
use crate::view::seen::Seen;
use crate::view::types::DateLine;
use domain::record::Path;
use domain::rules::term;

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

/// The lines of the section « Convention », the computed end last.
pub fn lines(seen: &Seen<'_>) -> Vec<DateLine> {
    let mut lines: Vec<DateLine> = LINES
        .iter()
        .map(|(path, label, why, by_hand)| typed(seen, path, label, why, *by_hand))
        .collect();
    lines.extend(signatures(seen));
    lines.push(end(seen));
    lines
}

fn typed(seen: &Seen<'_>, path: &str, label: &str, why: &str, by_hand: bool) -> DateLine {
    let path = Path::new(path);
    let field = forms::date(&path, by_hand).map(|slot| seen.field(&slot));
    let problem = field.as_ref().and_then(|field| field.finding.clone());
    DateLine {
        path: path.as_str().to_owned(),
        label: fr::spaced(label),
        why: fr::spaced(why),
        problem,
        field,
        computed: String::new(),
    }
}

/// The day each party signed.
fn signatures(seen: &Seen<'_>) -> Vec<DateLine> {
    let line = |term: &str, id: &str| {
        let path = format!("signataires/{id}/signe_le");
        typed(
            seen,
            &path,
            &format!("Signature de {term}"),
            "la durée court de la dernière signature",
            true,
        )
    };
    let parties = seen.template.parties.iter();
    parties
        .filter_map(|party| {
            seen.dossier
                .signatory(&party.key)
                .map(|(id, _)| line(&party.term, id.as_str()))
        })
        .collect()
}

fn end(seen: &Seen<'_>) -> DateLine {
    let signed = |party: &template::PartyDecl| {
        seen.dossier
            .signatory(&party.key)
            .and_then(|(_, who)| who.signed_on.value().copied())
    };
    let signatures: Vec<_> = seen.template.parties.iter().map(signed).collect();
    let period = |effect| {
        seen.template
            .duration(seen.dossier)
            .and_then(|duration| duration.period(effect, 0))
    };
    let last = term::effect(&signatures)
        .and_then(period)
        .map(|period| period.last_day);
    let computed = last.map_or_else(|| "à déterminer".to_owned(), |day| day.long());
    DateLine {
        path: String::new(),
        label: "Fin de la première période".to_owned(),
        why: "comptée depuis la dernière signature, jamais devinée".to_owned(),
        problem: None,
        field: None,
        computed,
    }
}
