//! Reads a written file back and says what is wrong with it: structure, faces, marks, metadata.
//!
//! It is the reference validator's shadow, in the program's own tests: no Java, every document, every time. It
//! reads the file alone and shares nothing with the rooms that wrote it, so that one mistake is not made twice.
//! The clauses are those of ISO 14289-1 (PDF/UA-1), ISO 19005-2 (PDF/A-2a) and ISO 32000-1.

mod book;
mod contents;
mod drawings;
mod elements;
mod faces;
mod file;
mod golden;
mod links;
mod operators;
mod outline;
mod rules;
mod structure;
mod tables;
mod tagtext;
mod xml;

pub use golden::objects;
pub use rules::{Flaw, Rule};
pub use tagtext::{Untagged, tags};

use book::Book;
use rules::Flaws;

/// What is wrong with a file; nothing for a sound one. Any bytes come in.
pub fn check(bytes: &[u8]) -> Vec<Flaw> {
    let mut flaws = Flaws::default();
    let Some(book) = Book::open(bytes) else {
        flaws.add(Rule::Unreadable, "");
        return flaws.0;
    };
    file::check(&book, bytes, &mut flaws);
    let contents = contents::read(&book, &mut flaws);
    faces::check(&contents.faces, &mut flaws);
    let elements = elements::read(&book, &mut flaws);
    structure::check(&book, &contents, &elements, &mut flaws);
    tables::check(&book, &elements, &mut flaws);
    links::check(&book, &elements, &mut flaws);
    outline::check(&book, &mut flaws);
    flaws.0
}
