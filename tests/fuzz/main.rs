//! Any document is set, written and found sound: nothing panics, no rule is broken, no word is lost.
//!
//! `cargo test` makes a few hundred, always the same. `cargo xtask fuzz` makes new ones for five minutes. What fails
//! is made smaller, then printed with the seed that makes it again: `CONVENT_FUZZ_SEED=… cargo xtask fuzz`.

mod documents;

use chrono::NaiveDate;
use document::Document;
use layout::{Memo, typeset};
use pdf::{About, Originals};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, RngSeed, TestError, TestRng, TestRunner};
use std::cell::Cell;
use std::time::{Duration, Instant};
use tests::papers::workshop;
use tests::readers::bare;

/// Documents of one seed: after as many, the next seed begins, so that any is made again in seconds.
const ROUND: u32 = 50;

/// What is asked by the environment: how long, and from which seed.
fn asked<T: std::str::FromStr>(name: &str) -> Option<T> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn any_document_is_sound() {
    let first: u64 = asked("CONVENT_FUZZ_SEED").unwrap_or(1);
    let long: u64 = asked("CONVENT_FUZZ_SECONDS").unwrap_or(0);
    let until = Instant::now() + Duration::from_secs(long);
    let made = Cell::new(0_u64);
    let mut seed = first;
    loop {
        round(seed, &made);
        seed += 1;
        // Without a time, three rounds.
        if if long == 0 {
            seed >= first + 3
        } else {
            Instant::now() >= until
        } {
            break;
        }
    }
    println!(
        "{} documents, graines {first} à {}, aucun défaut",
        made.get(),
        seed - 1
    );
}

/// The documents of one seed. The first that fails is made smaller, and told.
fn round(seed: u64, made: &Cell<u64>) {
    let config = Config {
        cases: ROUND,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(seed),
        max_shrink_iters: 4_000,
        max_shrink_time: 60_000,
        ..Config::default()
    };
    let mut runner = TestRunner::new(config);
    let outcome = runner.run(&documents::document(), |document| {
        made.set(made.get() + 1);
        sound(&document).map_err(proptest::test_runner::TestCaseError::fail)
    });
    match outcome {
        Ok(()) => {}
        Err(TestError::Fail(why, document)) => {
            panic!("graine {seed}: {why}\n{}", document.outline())
        }
        Err(TestError::Abort(why)) => panic!("graine {seed}: {why}"),
    }
}

/// Sets, writes and checks a document; what is wrong, when something is.
fn sound(document: &Document) -> Result<(), String> {
    let fonts = workshop().fonts();
    let pages = typeset(document, fonts, &mut Memo::default());
    let bytes =
        pdf::write(&pages, fonts, &about(Originals::All)).map_err(|error| error.to_string())?;
    let flaws: Vec<String> = pdf::check(&bytes).iter().map(ToString::to_string).collect();
    if !flaws.is_empty() {
        return Err(flaws.join("; "));
    }
    let originals = pages.furniture.len();
    let counted = pdf::page_count(&bytes).and_then(|count| usize::try_from(count).ok());
    if counted != Some(pages.pages.len() * originals) {
        return Err(format!(
            "{counted:?} pages read of {} in {originals} originals",
            pages.pages.len()
        ));
    }
    same_words(&pages.text(), &bytes, originals)?;
    let last = pdf::write(&pages, fonts, &about(Originals::One(originals - 1)))
        .map_err(|error| error.to_string())?;
    same_words(&pages.text(), &last, 1)
}

/// Each original in the file says the words that were set, in the same order. What stands between the first and the
/// last quotation marks of a line is words: nothing else that a line says bears one.
fn same_words(set: &str, bytes: &[u8], originals: usize) -> Result<(), String> {
    let tags = pdf::tags(bytes).map_err(|error| error.to_string())?;
    let words = |line: &str| Some(line.split_once("« ")?.1.strip_suffix(" »")?.to_owned());
    let read: String = tags.lines().filter_map(words).collect();
    // The later glyph of a mark that composes with nothing stands for a sign that shows nothing.
    let read = bare(&read).replace('\u{200b}', "");
    let set = bare(set).replace('\u{200b}', "").repeat(originals);
    if read == set {
        Ok(())
    } else {
        Err(format!("set {set:?}, read {read:?}"))
    }
}

fn about(originals: Originals) -> About {
    About {
        author: "Val-d’Yeuse <&> ]]>".to_owned(),
        subject: "Essai".to_owned(),
        date: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default(),
        originals,
        signature_fields: false,
    }
}

/// A seed makes the same documents on every machine: without it, what was found could not be made again.
#[test]
fn a_seed_makes_the_same_document() {
    let make = || {
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
        let mut runner = TestRunner::new_with_rng(Config::default(), rng);
        documents::document()
            .new_tree(&mut runner)
            .map(|tree| tree.current())
    };
    assert_eq!(make(), make());
}
