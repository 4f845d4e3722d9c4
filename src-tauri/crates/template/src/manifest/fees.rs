//! Reads `[participation]`: what is paid, and how it is counted.

use super::words::Words;
use crate::fees::{Collection, FeeMode, Fees};
use crate::misprint::MisprintKind;
use domain::entry::Value as _;
use domain::fees::Slice;
use domain::values::Cents;

/// `gratuit` has no rule; `plafond` is a price by school whose cap must be there.
const MODES: &[(&str, Option<FeeMode>)] = &[
    ("gratuit", None),
    ("par_ecole", Some(FeeMode::PerSchool)),
    ("par_eleve", Some(FeeMode::PerPupil)),
    ("par_classe", Some(FeeMode::PerClass)),
    ("forfait", Some(FeeMode::Flat)),
    ("part", Some(FeeMode::Share)),
    ("plafond", Some(FeeMode::PerSchool)),
    ("degressif", Some(FeeMode::Slices)),
];

const COLLECTIONS: &[(&str, Collection)] = &[
    ("titre_de_perception", Collection::CollectionOrder),
    ("facture", Collection::Invoice),
    ("appel_de_fonds", Collection::Call),
];

/// Reads the table; none when there is none, or nothing is paid.
pub(super) fn fees(words: &mut Words<'_, '_>) -> Option<Fees> {
    let (line, table) = words.table("participation")?;
    let mut words = words.below(line, table);
    let capped = words.peek("mode") == Some("plafond");
    let mode = words.must_one_of("mode", MODES).flatten();
    let fees = mode.map(|mode| paid(&mut words, mode, capped));
    words.done();
    fees
}

fn paid(words: &mut Words<'_, '_>, mode: FeeMode, capped: bool) -> Fees {
    match mode {
        FeeMode::Slices => words.needs("tranches"),
        FeeMode::Share => {
            words.needs("montant");
            words.needs("part");
        }
        _ => words.needs("montant"),
    }
    if capped {
        words.needs("plafond");
    }
    Fees {
        mode,
        collection: words.one_of("recouvrement", COLLECTIONS),
        amount: words.expression("montant"),
        number: words.expression("nombre"),
        part: words.expression("part"),
        cap: words.expression("plafond"),
        years: words.expression("annees"),
        slices: slices(words),
    }
}

/// `{ jusqu_a = 5, montant = "45,00" }`: each goes further than the one before, only the last has no end.
fn slices(words: &mut Words<'_, '_>) -> Vec<Slice> {
    let tables = words.tables("tranches");
    let last = tables.len().saturating_sub(1);
    let (mut slices, mut before) = (Vec::new(), 0);
    for (rank, (line, table)) in tables.into_iter().enumerate() {
        let mut words = words.below(line, table);
        let up_to = words.number("jusqu_a");
        let in_order = match up_to {
            Some(end) => end > before,
            None => rank == last,
        };
        if !in_order {
            words.unfit(
                line,
                "jusqu_a",
                "chaque tranche va plus loin que la précédente ; seule la dernière n’a pas de fin",
            );
        }
        before = up_to.unwrap_or(before);
        let unit = amount(&mut words);
        words.done();
        slices.extend(unit.map(|unit| Slice { up_to, unit }));
    }
    slices
}

fn amount(words: &mut Words<'_, '_>) -> Option<Cents> {
    words.needs("montant");
    let (line, text) = words.text_at("montant")?;
    let amount = Cents::read(&text).ok();
    if amount.is_none() {
        words.unfit(line, "montant", "un montant est attendu : \"45,00\"");
    }
    amount
}

impl Words<'_, '_> {
    /// Says that a word is not there.
    fn needs(&mut self, word: &str) {
        if !self.has(word) {
            let line = self.line();
            self.report
                .add(line, MisprintKind::MissingWord(word.to_owned()));
        }
    }
}
