//! A word processor that is not ours: LibreOffice opens a `.docx` and says what it found in it.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a word processor found in a file. Words have no blanks: pages and programs put their own.
#[derive(Debug, Default, PartialEq)]
pub struct Found {
    /// All its words, in order.
    pub words: String,
    /// Its titles: level, words.
    pub titles: Vec<(u8, String)>,
    /// The items of its lists.
    pub items: Vec<String>,
    /// The cells of its tables that hold something.
    pub cells: Vec<String>,
}

/// Opens files with LibreOffice and writes them in another form, in the same folder; none where it is not installed,
/// which is said, and is a failure where everything must be proven (`CI`).
///
/// # Panics
/// When LibreOffice fails, or is not there and `CI` is set.
pub fn converted(folder: &Path, files: &[PathBuf], form: &str) -> Option<Vec<PathBuf>> {
    let profile = folder.join("profil");
    let ran = Command::new("soffice")
        .arg(format!(
            "-env:UserInstallation=file://{}",
            profile.display()
        ))
        .args([
            "--headless",
            "--norestore",
            "--convert-to",
            form,
            "--outdir",
        ])
        .arg(folder)
        .args(files)
        .env("HOME", folder)
        .output();
    let Ok(ran) = ran else {
        assert!(std::env::var_os("CI").is_none(), "soffice is not installed");
        eprintln!("NON VÉRIFIÉ : soffice n’est pas installé, les .docx ne sont pas relus.");
        return None;
    };
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    let made: Vec<PathBuf> = files
        .iter()
        .filter_map(|file| Some(folder.join(file.with_extension(form).file_name()?)))
        .collect();
    for file in &made {
        assert!(file.is_file(), "{} is not made: {said}", file.display());
    }
    Some(made)
}

/// What stands in an OpenDocument text.
///
/// # Panics
/// When it is none.
pub fn read(odt: &Path) -> Found {
    let file = std::fs::File::open(odt).expect("a made file opens");
    let mut zip = zip::ZipArchive::new(file).expect("a package");
    let mut text = String::new();
    let mut content = zip.by_name("content.xml").expect("a content");
    content.read_to_string(&mut text).expect("a text");
    let mut reading = Reading::default();
    let mut reader = Reader::from_str(&text);
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(tag) => reading.open(&tag),
            Event::End(tag) => reading.close(tag.name().as_ref()),
            Event::Text(words) => reading.put(&words),
            Event::GeneralRef(name) => reading.put(&entity(&name)),
            Event::Eof => break,
            _ => {}
        }
    }
    reading.found
}

fn entity(name: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(sign)) = name.resolve_char_ref() {
        return sign.to_string();
    }
    let known = [
        ("amp", "&"),
        ("lt", "<"),
        ("gt", ">"),
        ("quot", "\""),
        ("apos", "'"),
    ];
    let found = known.iter().find(|(known, _)| *known == &**name);
    found
        .map(|(_, sign)| (*sign).to_owned())
        .expect("an entity of XML")
}

#[derive(Default)]
struct Reading {
    found: Found,
    /// What is open: a title of a level, an item, a cell; where its words begin.
    open: Vec<(What, usize)>,
    body: bool,
    hidden: usize,
}

#[derive(Clone, Copy, PartialEq)]
enum What {
    Title(u8),
    Item,
    Cell,
}

impl Reading {
    fn open(&mut self, tag: &BytesStart<'_>) {
        let here = self.found.words.len();
        match tag.name().as_ref() {
            "office:text" => self.body = true,
            "text:h" => self.open.push((What::Title(level(tag)), here)),
            "text:list-item" => self.open.push((What::Item, here)),
            "table:table-cell" => self.open.push((What::Cell, here)),
            // What a picture means is no word of the text.
            "svg:desc" | "svg:title" | "text:sequence-decls" => self.hidden += 1,
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "office:text" => self.body = false,
            "svg:desc" | "svg:title" | "text:sequence-decls" => self.hidden -= 1,
            "text:h" | "text:list-item" | "table:table-cell" => self.end(),
            _ => {}
        }
    }

    fn end(&mut self) {
        let (what, from) = self.open.pop().expect("what is closed was opened");
        let words = self.found.words[from..].to_owned();
        match what {
            What::Title(level) => self.found.titles.push((level, words)),
            What::Item => self.found.items.push(words),
            What::Cell if !words.is_empty() => self.found.cells.push(words),
            What::Cell => {}
        }
    }

    fn put(&mut self, words: &str) {
        if self.body && self.hidden == 0 {
            self.found.words.push_str(&bare(words));
        }
    }
}

fn level(tag: &BytesStart<'_>) -> u8 {
    let level = tag
        .try_get_attribute("text:outline-level")
        .expect("attributes read");
    level.and_then(|it| it.value.parse().ok()).unwrap_or(0)
}

/// Words without blanks.
pub fn bare(words: &str) -> String {
    words
        .chars()
        .filter(|sign| !sign.is_whitespace() && *sign != '\u{ad}')
        .collect()
}
