//! What the file says of itself: catalogue, XMP (ISO 16684-1), colour profile, dates.

use crate::About;
use crate::objects::{at, dict, int, name, text};
use layout::Pages;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

/// sRGB in 480 bytes, in the public domain; its source is beside it.
const PROFILE: &[u8] = include_bytes!("../../../../assets/icc/sRGB-v4.icc");
const PRODUCER: &str = concat!("ConvENT ", env!("CARGO_PKG_VERSION"));

/// What the catalogue leads to.
pub struct Roots {
    /// The tree of the pages.
    pub sheets: ObjectId,
    /// The tree of the structure.
    pub structure: ObjectId,
    /// The bookmarks.
    pub outline: Option<ObjectId>,
    /// The fields.
    pub form: Option<Object>,
}

/// Adds the catalogue and what it names, then the trailer.
pub fn finish(doc: &mut Document, pages: &Pages, about: &About, roots: Roots) {
    let intent = intent(doc);
    let metadata = doc.add_object(Stream::new(
        dict([("Type", name("Metadata")), ("Subtype", name("XML"))]),
        xmp(pages, about).into_bytes(),
    ));
    let mut catalogue = dict([
        ("Type", name("Catalog")),
        ("Pages", at(roots.sheets)),
        ("StructTreeRoot", at(roots.structure)),
        (
            "MarkInfo",
            Object::Dictionary(dict([("Marked", Object::Boolean(true))])),
        ),
        ("Lang", text("fr-FR")),
        ("Metadata", at(metadata)),
        ("OutputIntents", Object::Array(vec![at(intent)])),
        ("ViewerPreferences", Object::Dictionary(preferences(pages))),
    ]);
    if let Some(outline) = roots.outline {
        catalogue.set("Outlines", at(outline));
        catalogue.set("PageMode", name("UseOutlines"));
    }
    if let Some(form) = roots.form {
        catalogue.set("AcroForm", form);
    }
    let catalogue = doc.add_object(catalogue);
    let info = doc.add_object(info(pages, about));
    doc.trailer.set("Root", at(catalogue));
    doc.trailer.set("Info", at(info));
}

/// The printer is asked for the size as it is, and for both sides where the pages were set for them.
fn preferences(pages: &Pages) -> Dictionary {
    dict([
        ("DisplayDocTitle", Object::Boolean(true)),
        ("PrintScaling", name("None")),
        (
            "Duplex",
            name(if pages.duplex {
                "DuplexFlipLongEdge"
            } else {
                "Simplex"
            }),
        ),
    ])
}

fn intent(doc: &mut Document) -> ObjectId {
    let profile = doc.add_object(Stream::new(dict([("N", int(3))]), PROFILE.to_vec()));
    doc.add_object(dict([
        ("Type", name("OutputIntent")),
        ("S", name("GTS_PDFA1")),
        ("OutputConditionIdentifier", text("sRGB")),
        ("Info", text("sRGB")),
        ("DestOutputProfile", at(profile)),
    ]))
}

fn info(pages: &Pages, about: &About) -> Dictionary {
    let date = text(&format!(
        "D:{}000000Z",
        about.date.to_string().replace('-', "")
    ));
    let mut info = dict([
        ("Title", text(&pages.title)),
        ("Creator", text(PRODUCER)),
        ("Producer", text(PRODUCER)),
        ("CreationDate", date.clone()),
        ("ModDate", date),
    ]);
    for (key, words) in [("Author", &about.author), ("Subject", &about.subject)] {
        if !words.is_empty() {
            info.set(key, text(words));
        }
    }
    info
}

/// The same in XMP, with the two conformances and the schema of the one that PDF/A does not know.
fn xmp(pages: &Pages, about: &About) -> String {
    let date = format!("{}T00:00:00Z", about.date);
    let title = escaped(&pages.title);
    let author = if about.author.is_empty() {
        String::new()
    } else {
        format!(
            "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>",
            escaped(&about.author)
        )
    };
    let subject = if about.subject.is_empty() {
        String::new()
    } else {
        format!(
            "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:description>",
            escaped(&about.subject)
        )
    };
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" \
xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" \
xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" \
xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" \
xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\
<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>{author}{subject}\
<dc:language><rdf:Bag><rdf:li>fr-FR</rdf:li></rdf:Bag></dc:language>\
<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool><xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>\
<pdf:Producer>{PRODUCER}</pdf:Producer>\
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of PDF/UA</pdfaProperty:description>\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType></rdf:li></rdf:Seq>\
</pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>"
    )
}

fn escaped(words: &str) -> String {
    let kept = words.chars().filter(|sign| !sign.is_control());
    kept.collect::<String>()
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
