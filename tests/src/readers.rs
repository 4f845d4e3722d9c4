//! Readers that are not ours: qpdf and poppler. Where one is not installed, it is said, and nothing is proven.

use crate::second::Greys;
use std::path::Path;
use std::process::Command;
use std::sync::Once;

/// What a program says of a file; none where it is not installed.
fn asked(program: &str, words: &[&str], file: &Path) -> Option<(bool, String)> {
    let Ok(done) = Command::new(program).args(words).arg(file).output() else {
        static SAID: Once = Once::new();
        SAID.call_once(|| eprintln!("non vérifié : {program} n’est pas installé."));
        return None;
    };
    let said = [done.stdout, done.stderr].concat();
    Some((
        done.status.success(),
        String::from_utf8_lossy(&said).into_owned(),
    ))
}

/// qpdf finds nothing to say, and poppler finds every face embedded, cut down and readable.
///
/// # Panics
/// When one of them complains.
#[track_caller]
pub fn no_complaint(file: &Path) {
    if let Some((clean, said)) = asked("qpdf", &["--check"], file) {
        assert!(
            clean && !said.contains("WARNING"),
            "{}: {said}",
            file.display()
        );
    }
    if let Some((clean, said)) = asked("pdffonts", &[], file) {
        assert!(clean, "{}: {said}", file.display());
        let odd = odd_faces(&said);
        assert!(odd.is_empty(), "{}: {odd:#?}", file.display());
    }
}

/// Lines of `pdffonts` about a face that is not embedded, not a subset or not of known signs.
fn odd_faces(said: &str) -> Vec<&str> {
    // Two lines of titles, then « name type encoding emb sub uni object ID ».
    let odd = |line: &&str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        words.len() < 5 || words[words.len() - 5..words.len() - 2] != ["yes", "yes", "yes"]
    };
    said.lines().skip(2).filter(odd).collect()
}

/// The pages of a file as greys, as poppler draws them at so many dots to the inch; none where it is not installed.
///
/// # Panics
/// When poppler cannot draw them, or says what is no picture.
#[track_caller]
pub fn drawn_by_poppler(file: &Path, dots: u16) -> Option<Vec<Greys>> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = std::path::absolute(file).expect("a place");
    let drawn = Command::new("pdftoppm")
        .args(["-gray", "-r", &dots.to_string()])
        .arg(&file)
        .arg(folder.path().join("page"))
        .output();
    let Ok(drawn) = drawn else {
        eprintln!("non vérifié : pdftoppm n’est pas installé.");
        return None;
    };
    let said = String::from_utf8_lossy(&drawn.stderr);
    assert!(drawn.status.success(), "{}: {said}", file.display());
    let mut files: Vec<_> = std::fs::read_dir(folder.path())
        .expect("a folder")
        .map(|entry| entry.expect("a file").path())
        .collect();
    files.sort();
    let page = |file| greys(&std::fs::read(file).expect("a page")).expect("a picture of greys");
    Some(files.into_iter().map(page).collect())
}

/// A picture of greys in the plainest of formats: « P5 », width, height, 255, then the pixels.
fn greys(bytes: &[u8]) -> Option<Greys> {
    let mut rest = bytes;
    let mut words = Vec::new();
    while words.len() < 4 {
        let end = rest.iter().position(u8::is_ascii_whitespace)?;
        words.push(std::str::from_utf8(rest.get(..end)?).ok()?);
        rest = rest.get(end + 1..)?;
    }
    let [kind, width, _, most] = words[..] else {
        return None;
    };
    let width = width.parse().ok()?;
    (kind == "P5" && most == "255").then(|| Greys {
        width,
        pixels: rest.to_vec(),
    })
}

/// The words of a file in the order of its structure, as poppler reads them; none where it is not installed.
///
/// # Panics
/// When poppler cannot read the structure.
#[track_caller]
pub fn words_of_structure(file: &Path) -> Option<String> {
    let (clean, said) = asked("pdfinfo", &["-struct-text"], file)?;
    assert!(clean, "{}: {said}", file.display());
    let quoted = |line: &str| {
        Some(
            line.trim_start()
                .strip_prefix('"')?
                .strip_suffix('"')?
                .to_owned(),
        )
    };
    Some(said.lines().filter_map(quoted).collect())
}

/// Words without what pages add to them: spaces and ends of lines, hyphens at ends of lines.
pub fn bare(words: &str) -> String {
    let added = |sign: &char| sign.is_whitespace() || *sign == '\u{ad}';
    words.chars().filter(|sign| !added(sign)).collect()
}

#[test]
fn a_face_that_is_not_whole_is_seen() {
    let said = "name  type  encoding  emb sub uni object ID\n----\n\
        ABCDEF+NotoSans-Bold  CID TrueType  Identity-H  yes yes yes  5  0\n\
        Helvetica  Type 1  WinAnsi  no  no  no  7  0\n";
    assert_eq!(odd_faces(said).len(), 1);
}
