//! A document as a `.docx` that a word processor opens, reads and changes: its titles are titles, its lists are
//! numbered by the program, its tables repeat their headers.
//!
//! Written by hand, in ISO/IEC 29500 (transitional): docx-rs 0.4.22 was tried, and numbers paragraphs from a counter
//! of the whole process, so that the same document gives other bytes each time, and says no language.

mod body;
mod edges;
mod package;
mod picture;
mod runs;
mod tables;

use crate::DeliveryError;
use chrono::NaiveDate;
use document::Document;

/// What is said of a file beside its text.
#[derive(Clone, Debug)]
pub struct Said {
    /// Who makes it: the collectivity.
    pub author: String,
    /// What it is about.
    pub subject: String,
    /// The day it is made.
    pub date: NaiveDate,
}

/// Writes a document as a `.docx`. The same document and the same day give the same bytes.
///
/// # Errors
/// The file grows beyond what a package holds.
pub fn docx(document: &Document, said: &Said) -> Result<Vec<u8>, DeliveryError> {
    let reading = crate::reading::reading(document);
    let written = body::written(&reading, document);
    package::packed(document, said, written).map_err(|source| DeliveryError::File {
        name: document.title.clone(),
        source,
    })
}

/// Twentieths of a point in a millimetre, rounded: the unit of a `.docx`.
const fn mm(millimetres: u32) -> u32 {
    (millimetres * 1440 * 10 + 127) / 254
}

/// From the edge of the block to the axis on which all running text starts (`page.md` §1).
const AXIS: u32 = mm(22);
/// Width of the block, of its running text, of the block of a turned page.
const BLOCK: u32 = mm(164);
const MEASURE: u32 = mm(142);
const TURNED: u32 = mm(251);

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Read};

    fn said() -> Said {
        Said {
            author: "Commune d’Essai".to_owned(),
            subject: "Un essai & <rien>".to_owned(),
            date: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
        }
    }

    fn parts(bytes: &[u8]) -> Vec<(String, String)> {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        (0..zip.len())
            .map(|at| {
                let mut file = zip.by_index(at).unwrap();
                let mut text = String::new();
                file.read_to_string(&mut text).unwrap();
                (file.name().unwrap().into_owned(), text)
            })
            .collect()
    }

    fn part(bytes: &[u8], wanted: &str) -> String {
        let mut all = parts(bytes).into_iter();
        all.find(|(name, _)| name == wanted).unwrap().1
    }

    /// Read by a library that knows nothing of the one that writes: every element is closed.
    #[test]
    fn every_part_is_well_formed_and_nothing_in_it_is_random() {
        let bytes = docx(&crate::sample::document(), &said()).unwrap();
        assert_eq!(bytes, docx(&crate::sample::document(), &said()).unwrap());
        for (name, text) in parts(&bytes) {
            let mut open = Vec::new();
            let mut reader = quick_xml::Reader::from_str(&text);
            loop {
                match reader.read_event().unwrap() {
                    quick_xml::events::Event::Start(tag) => {
                        open.push(tag.name().as_ref().to_owned())
                    }
                    quick_xml::events::Event::End(_) => drop(open.pop().unwrap()),
                    quick_xml::events::Event::Eof => break,
                    _ => {}
                }
            }
            assert!(open.is_empty(), "{name}");
            assert!(!text.contains("paraId") && !text.contains("rsid"), "{name}");
        }
    }

    #[test]
    fn titles_lists_and_headers_of_tables_are_those_of_the_program() {
        let bytes = docx(&crate::sample::document(), &said()).unwrap();
        let text = part(&bytes, "word/document.xml");
        for (wanted, count) in [
            ("<w:pStyle w:val=\"Heading1\"/>", 1),
            ("<w:pStyle w:val=\"Heading2\"/>", 1),
            ("<w:pStyle w:val=\"TitreAnnexe\"/>", 1),
            ("<w:numId w:val=\"1\"/>", 3),
            ("<w:tblHeader/>", 1),
            ("w:orient=\"landscape\"", 1),
            ("<w:tblCaption w:val=\"Écoles de la convention\"/>", 1),
        ] {
            assert_eq!(text.matches(wanted).count(), count, "{wanted}");
        }
        let core = part(&bytes, "docProps/core.xml");
        assert!(core.contains("<dc:language>fr-FR</dc:language>"));
        assert!(core.contains("<dc:title>Convention &amp; &lt;b&gt;essai&lt;/b&gt;</dc:title>"));
        assert!(part(&bytes, "word/header2.xml").contains("PROJET"));
        assert!(part(&bytes, "word/footer1.xml").contains("NUMPAGES"));
    }

    #[test]
    fn signs_that_no_page_takes_are_replaced() {
        let mut document = crate::sample::document();
        document.each_text_mut(|text| text.words = "a\u{1}b\u{ffff}<w:p>\u{2011}c".to_owned());
        let bytes = docx(&document, &said()).unwrap();
        let text = part(&bytes, "word/document.xml");
        assert!(text.contains("a\u{fffd}b\u{fffd}&lt;w:p&gt;</w:t><w:noBreakHyphen/>"));
    }
}
