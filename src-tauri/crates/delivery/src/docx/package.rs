//! The parts of the file, put together: always in the same order, at the same date, without an identifier of its own.

use super::body::Written;
use super::{Said, edges};
use crate::markup::escaped;
use crate::reading::Label;
use document::Document;
use std::fmt::Write as _;
use std::io::{self, Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

const STYLES: &str = include_str!("styles.xml");
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORDS: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const KIND: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The file.
///
/// # Errors
/// It grows beyond what a package holds.
pub(super) fn packed(document: &Document, said: &Said, written: Written) -> io::Result<Vec<u8>> {
    let text = edges::text(document, &written.body, written.turned);
    let picture = written.picture.as_ref();
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    let mut part = |name: &str, text: String| parts.push((name.to_owned(), text.into_bytes()));
    part("[Content_Types].xml", kinds(picture.map(|it| it.kind)));
    part("_rels/.rels", ways());
    part("docProps/core.xml", core(document, said));
    part("docProps/app.xml", app());
    part("word/document.xml", text);
    part(
        "word/_rels/document.xml.rels",
        ways_of_text(picture.map(|it| it.kind)),
    );
    part("word/styles.xml", STYLES.to_owned());
    part("word/numbering.xml", numbering(&written.lists));
    part("word/settings.xml", settings(document));
    for ((name, ..), text) in edges::FILES.iter().zip(edges::edges(document)) {
        part(&format!("word/{name}"), text);
    }
    if let Some(picture) = written.picture {
        parts.push((format!("word/media/logo.{}", picture.kind), picture.bytes));
    }
    zipped(&parts)
}

fn zipped(parts: &[(String, Vec<u8>)]) -> io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn kinds(picture: Option<&str>) -> String {
    let mut out = format!(
        "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    );
    if let Some(kind) = picture {
        let _ = write!(
            out,
            "<Default Extension=\"{kind}\" ContentType=\"image/{kind}\"/>"
        );
    }
    let own = ["document.main", "styles", "numbering", "settings"];
    for (what, name) in own
        .iter()
        .zip(["document", "styles", "numbering", "settings"])
    {
        let _ = write!(
            out,
            "<Override PartName=\"/word/{name}.xml\" ContentType=\"{KIND}.{what}+xml\"/>"
        );
    }
    for (name, _, what) in edges::FILES {
        let _ = write!(
            out,
            "<Override PartName=\"/word/{name}\" ContentType=\"{KIND}.{what}+xml\"/>"
        );
    }
    out + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
         <Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/></Types>"
}

fn relations(all: &[(String, String, String)]) -> String {
    let relation = |(id, kind, target): &(String, String, String)| {
        format!("<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"/>")
    };
    let all: String = all.iter().map(relation).collect();
    format!(
        "{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{all}</Relationships>"
    )
}

fn ways() -> String {
    let core =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    let way =
        |id: &str, kind: &str, target: &str| (id.to_owned(), kind.to_owned(), target.to_owned());
    relations(&[
        way(
            "rId1",
            &format!("{OFFICE}/officeDocument"),
            "word/document.xml",
        ),
        way("rId2", core, "docProps/core.xml"),
        way(
            "rId3",
            &format!("{OFFICE}/extended-properties"),
            "docProps/app.xml",
        ),
    ])
}

fn ways_of_text(picture: Option<&str>) -> String {
    let way =
        |id: &str, what: &str, target: String| (id.to_owned(), format!("{OFFICE}/{what}"), target);
    let mut all: Vec<_> = ["styles", "numbering", "settings"]
        .map(|what| way(&format!("rId_{what}"), what, format!("{what}.xml")))
        .to_vec();
    all.extend(edges::FILES.map(|(name, id, what)| way(id, what, name.to_owned())));
    all.extend(picture.map(|kind| way("rIdLogo", "image", format!("media/logo.{kind}"))));
    relations(&all)
}

fn core(document: &Document, said: &Said) -> String {
    let day = format!("{}T00:00:00Z", said.date);
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:subject>{}</dc:subject>\
         <dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy><dc:language>fr-FR</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:modified></cp:coreProperties>",
        escaped(&document.title),
        escaped(&said.subject),
        author = escaped(&said.author),
    )
}

fn app() -> String {
    format!(
        "{HEAD}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>ConvENT</Application></Properties>"
    )
}

/// Both sides of the paper have their margins mirrored (`page.md` §1).
fn settings(document: &Document) -> String {
    let mirror = if document.duplex {
        "<w:mirrorMargins/>"
    } else {
        ""
    };
    format!(
        "{HEAD}<w:settings xmlns:w=\"{WORDS}\">{mirror}<w:defaultTabStop w:val=\"709\"/>\
         <w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" \
         w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"fr-FR\"/></w:settings>"
    )
}

/// A kind of numbering for each label, and for each list one that counts from its own beginning.
fn numbering(lists: &[Label]) -> String {
    let mut out = format!("{HEAD}<w:numbering xmlns:w=\"{WORDS}\">");
    for (at, label) in [Label::Dash, Label::Letter, Label::Number]
        .into_iter()
        .enumerate()
    {
        let first = match label {
            Label::Dash => ("bullet", "–", 1531),
            Label::Letter => ("lowerLetter", "%1)", 1597),
            Label::Number => ("decimal", "%1.", 1597),
        };
        let levels = [first, ("bullet", "•", 1771), ("bullet", "•", 2011)];
        let _ = write!(
            out,
            "<w:abstractNum w:abstractNumId=\"{at}\"><w:multiLevelType w:val=\"hybridMultilevel\"/>"
        );
        for (level, (format, sign, left)) in levels.into_iter().enumerate() {
            let hanging = if level == 0 { left - 1247 } else { 240 };
            let _ = write!(
                out,
                "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>\
                 <w:lvlText w:val=\"{sign}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{left}\" \
                 w:hanging=\"{hanging}\"/></w:pPr></w:lvl>"
            );
        }
        out.push_str("</w:abstractNum>");
    }
    for (at, label) in lists.iter().enumerate() {
        let _ = write!(
            out,
            "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"{}\"/><w:lvlOverride w:ilvl=\"0\">\
             <w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>",
            at + 1,
            *label as usize
        );
    }
    out + "</w:numbering>"
}
