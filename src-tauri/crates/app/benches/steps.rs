//! How long each step of the way takes, on the example: `cargo xtask bench`. Figures are told, never tested.

// A measure that cannot be taken stops: nothing of it is shipped.
#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use divan::Bencher;
use domain::dossier::Dossier;
use domain::record::Path;
use domain::values::Date;
use layout::{FontFiles, Fonts, Memo};
use store::{Action, Stamp, Store};
use template::{Shelf, check, fill};

const EXAMPLE: &str = include_str!("../../../../assets/examples/fontenay-aux-roses.json");
const CONVENTION: &str = "convention";

fn main() {
    divan::main();
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn today() -> Date {
    Date::kept(day()).unwrap()
}

fn dossier() -> Dossier {
    format::read(EXAMPLE).unwrap()
}

fn fonts() -> Fonts {
    Fonts::new(FontFiles {
        serif: include_bytes!("../../../../assets/fonts/NotoSerif-Regular.ttf"),
        serif_bold: include_bytes!("../../../../assets/fonts/NotoSerif-Bold.ttf"),
        serif_italic: include_bytes!("../../../../assets/fonts/NotoSerif-Italic.ttf"),
        sans: include_bytes!("../../../../assets/fonts/NotoSans-Regular.ttf"),
        sans_bold: include_bytes!("../../../../assets/fonts/NotoSans-Bold.ttf"),
    })
    .unwrap()
}

fn document() -> document::Document {
    let shelf = Shelf::shipped().unwrap();
    let dossier = dossier();
    let template = shelf.find(&dossier.template.id).unwrap();
    let ready = check(&dossier, template, today())
        .ready(&[CONVENTION.to_owned()])
        .unwrap();
    fill(template, &ready, CONVENTION, 1).unwrap()
}

fn about() -> pdf::About {
    let (author, subject) = (String::new(), String::new());
    pdf::About {
        author,
        subject,
        date: day(),
        originals: pdf::Originals::All,
        signature_fields: false,
    }
}

#[divan::bench]
fn read_and_check(bencher: Bencher) {
    let shelf = Shelf::shipped().unwrap();
    bencher.bench(|| {
        let dossier = dossier();
        check(&dossier, shelf.find(&dossier.template.id).unwrap(), today())
    });
}

#[divan::bench]
fn fill_convention(bencher: Bencher) {
    let shelf = Shelf::shipped().unwrap();
    let dossier = dossier();
    let template = shelf.find(&dossier.template.id).unwrap();
    let ready = check(&dossier, template, today())
        .ready(&[CONVENTION.to_owned()])
        .unwrap();
    bencher.bench(|| fill(template, &ready, CONVENTION, 1).unwrap());
}

#[divan::bench]
fn typeset_for_the_first_time(bencher: Bencher) {
    let (document, fonts) = (document(), fonts());
    bencher.bench(|| layout::typeset(&document, &fonts, &mut Memo::default()));
}

#[divan::bench]
fn typeset_again(bencher: Bencher) {
    let (document, fonts) = (document(), fonts());
    let mut memo = Memo::default();
    let _ = layout::typeset(&document, &fonts, &mut memo);
    bencher.bench_local(|| layout::typeset(&document, &fonts, &mut memo));
}

#[divan::bench]
fn write_two_originals(bencher: Bencher) {
    let fonts = fonts();
    let pages = layout::typeset(&document(), &fonts, &mut Memo::default());
    bencher.bench(|| pdf::write(&pages, &fonts, &about()).unwrap());
}

#[divan::bench(sample_count = 20)]
fn whole_export(bencher: Bencher) {
    let workshop = app::Workshop::open(&[] as &[&std::path::Path]).unwrap();
    let now = day().and_time(chrono::NaiveTime::MIN);
    bencher.bench(|| {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().to_owned();
        let order = app::ExportOrder {
            out,
            ..app::ExportOrder::default()
        };
        app::export_dossier(&workshop, &dossier(), &order, now).unwrap()
    });
}

#[divan::bench(sample_count = 20)]
fn store_open(bencher: Bencher) {
    let folder = tempfile::tempdir().unwrap();
    kept(folder.path());
    bencher.bench_local(|| Store::open(folder.path(), Stamp::of(2)).unwrap());
}

#[divan::bench(sample_count = 20)]
fn one_edit_committed(bencher: Bencher) {
    let folder = tempfile::tempdir().unwrap();
    let (mut store, convention) = kept(folder.path());
    let mut moment = 10_000;
    bencher.bench_local(|| {
        moment += 10_000;
        let fields = vec![(Path::new("titre"), format!("Dossier {moment}"))];
        store
            .act(
                Action::Set {
                    convention: convention.clone(),
                    fields,
                },
                Stamp::of(moment),
            )
            .unwrap()
    });
}

fn kept(folder: &std::path::Path) -> (Store, domain::record::Id) {
    let mut store = Store::open(folder, Stamp::of(1)).unwrap();
    let done = store
        .act(
            Action::Import {
                dossier: Box::new(dossier()),
            },
            Stamp::of(1),
        )
        .unwrap();
    (store, done.convention)
}
