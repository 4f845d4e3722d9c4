//! Writes the made-up documents of the layout as PDF files, to look at the pages:
//! `cargo run -p pdf --example plates -- FOLDER`. « cargo xtask plates » lays them beside plates.

#[path = "../../layout/tests/sample/mod.rs"]
mod sample;

use chrono::NaiveDate;
use layout::Memo;
use pdf::{About, Originals};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("a folder is needed")?;
    std::fs::create_dir_all(&folder)?;
    let fonts = sample::fonts();
    for (name, document) in sample::all() {
        let pages = layout::typeset(&document, &fonts, &mut Memo::default());
        let about = About {
            author: "Val-d’Yeuse".to_owned(),
            subject: name.to_owned(),
            date: NaiveDate::from_ymd_opt(2026, 11, 22).ok_or("a day")?,
            originals: Originals::One(0),
            signature_fields: false,
        };
        std::fs::write(
            format!("{folder}/{name}.pdf"),
            pdf::write(&pages, &fonts, &about)?,
        )?;
        let report = &pages.report;
        println!("{name}: {} p., {report:?}", pages.pages.len());
    }
    Ok(())
}
