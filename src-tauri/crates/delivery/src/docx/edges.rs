//! What stands at the edges of the pages, and what the pages are: size, margins, header, footer.

use super::runs::runs;
use super::{AXIS, BLOCK, MEASURE, TURNED, mm};
use crate::markup::escaped;
use crate::reading::mark;
use document::{Document, Inline, Mark, Text};
use std::fmt::Write;

/// The four files of the edges: name, relation, what they are.
pub(super) const FILES: [(&str, &str, &str); 4] = [
    ("header1.xml", "rIdEnTete", "header"),
    ("header2.xml", "rIdEnTetePremiere", "header"),
    ("footer1.xml", "rIdPied", "footer"),
    ("footer2.xml", "rIdPiedPremiere", "footer"),
];

const NAMESPACE: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// The edges of a document, in the order of [`FILES`]: the first page has no running header (`page.md` §2).
pub(super) fn edges(document: &Document) -> [String; 4] {
    let first = Document {
        header: Vec::new(),
        ..document.clone()
    };
    [
        header(document),
        header(&first),
        footer(document),
        footer(document),
    ]
}

/// What says the pages of a section: A4, upright or turned, its edges. The préfecture's stamp needs the top right
/// corner: the text then begins below it.
pub(super) fn section(document: &Document, turned: bool) -> String {
    let mut out = String::from("<w:sectPr>");
    for ((_, relation, what), page) in FILES.iter().zip(["default", "first", "default", "first"]) {
        let _ = write!(
            out,
            "<w:{what}Reference w:type=\"{page}\" r:id=\"{relation}\"/>"
        );
    }
    let size = if turned {
        "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"
    } else {
        "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
    };
    let top = if document.stamp_zone { 2040 } else { 1480 };
    let _ = write!(
        out,
        "{size}<w:pgMar w:top=\"{top}\" w:right=\"{}\" w:bottom=\"1920\" w:left=\"{}\" w:header=\"600\" \
         w:footer=\"760\" w:gutter=\"0\"/><w:titlePg/></w:sectPr>",
        mm(21),
        mm(25)
    );
    out
}

fn header(document: &Document) -> String {
    let mark = document.mark.as_ref().map(mark);
    let mut inner = runs(&document.header, false);
    if let Some((tag, sentence)) = mark {
        let _ = write!(
            inner,
            "<w:r><w:tab/></w:r><w:r><w:rPr><w:rStyle w:val=\"Marque\"/></w:rPr>\
             <w:t xml:space=\"preserve\">\u{a0}{tag}\u{a0}</w:t></w:r>\
             <w:r><w:t xml:space=\"preserve\"> {}</w:t></w:r>",
            escaped(&sentence)
        );
    }
    // Beside a stamp, the header keeps to the left (`page.md` §1).
    let stamp = if document.stamp_zone { mm(72) } else { 0 };
    let (left, right) = if document.stamp_zone {
        (0, BLOCK - stamp)
    } else {
        (AXIS, BLOCK)
    };
    let tabs = format!("<w:tabs><w:tab w:val=\"right\" w:pos=\"{right}\"/></w:tabs>");
    whole(
        "hdr",
        &format!(
            "<w:p><w:pPr><w:pStyle w:val=\"Header\"/>{tabs}<w:ind w:left=\"{left}\" w:right=\"{stamp}\"/></w:pPr>{inner}</w:p>"
        ),
    )
}

/// « 2026-001 · version 1 », « Page 2 sur 6 »; below, what the document says of its copy.
fn footer(document: &Document) -> String {
    let second = match &document.mark {
        Some(Mark::Draft { .. }) => said("Projet", " — ne pas signer"),
        Some(Mark::DoNotSign { .. }) => said("À ne pas signer", ""),
        None => document.footer_second.clone(),
    };
    let tabs = format!("<w:tabs><w:tab w:val=\"right\" w:pos=\"{BLOCK}\"/></w:tabs>");
    let first = format!(
        "<w:p><w:pPr><w:pStyle w:val=\"Footer\"/><w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"4\" \
         w:color=\"000000\"/></w:pBdr>{tabs}</w:pPr>{}<w:r><w:tab/></w:r>{}{}{}{}</w:p>",
        runs(&document.footer, false),
        "<w:r><w:t xml:space=\"preserve\">Page\u{a0}</w:t></w:r>",
        field("PAGE"),
        "<w:r><w:t xml:space=\"preserve\"> sur\u{a0}</w:t></w:r>",
        field("NUMPAGES"),
    );
    let second = runs(&second, false);
    let second = format!("<w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{second}</w:p>");
    whole("ftr", &(first + &second))
}

fn said(strong: &str, rest: &str) -> Vec<Inline> {
    let strong = Inline::Text(Text {
        words: strong.to_owned(),
        bold: true,
        ..Text::default()
    });
    vec![strong, Inline::words(rest)]
}

fn field(name: &str) -> String {
    format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>")
}

fn whole(name: &str, inner: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:{name} {NAMESPACE}>{inner}</w:{name}>"
    )
}

/// The file of the text: its body, then what says its last pages.
pub(super) fn text(document: &Document, body: &str, turned: bool) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document {NAMESPACE} \
         xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
         xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
         xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:body>{body}{}</w:body></w:document>",
        section(document, turned)
    )
}

/// A turned page has the same margins: its block is wider.
const _: () = assert!(TURNED > BLOCK && MEASURE < BLOCK);
