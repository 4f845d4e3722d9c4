//! Looks an SVG over before it is drawn: what runs, what asks for something outside, what has no outline, and what
//! would grow without end is refused here, on the text of the file.

use super::fault::{Effect, PictureFault};
use std::collections::HashMap;
use usvg::roxmltree::{Document, Error, Node, NodeId, NodeType, ParsingOptions};

/// The most elements and texts, once those that are used again are counted as often.
const MOST_NODES: u32 = 20_000;
/// How deep elements stand in one another, the uses of others included.
const MOST_DEEP: usize = 64;
/// The longest style sheet, in bytes: each of its rules is held against each element.
const MOST_STYLE: usize = 50_000;
/// Where one finds what SVG means by a link.
const XLINK: &str = "http://www.w3.org/1999/xlink";

/// The elements of an SVG, once nothing is left to refuse.
pub fn read(text: &str) -> Result<Document<'_>, PictureFault> {
    // Without entities nothing in the text can grow.
    if text.contains("<!ENTITY") {
        return Err(PictureFault::Entities);
    }
    let options = ParsingOptions {
        allow_dtd: true,
        nodes_limit: MOST_NODES,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(text, options).map_err(|error| match error {
        Error::NodesLimitReached => PictureFault::Crowded,
        _ => PictureFault::Damaged,
    })?;
    if document.root_element().tag_name().name() != "svg" {
        return Err(PictureFault::Kind);
    }
    document.descendants().try_for_each(node)?;
    Uses::of(&document).count(document.root_element(), 0)?;
    Ok(document)
}

fn node(node: Node<'_, '_>) -> Result<(), PictureFault> {
    match node.node_type() {
        NodeType::Element => element(node),
        NodeType::PI if node.pi().is_some_and(|pi| pi.target == "xml-stylesheet") => {
            Err(PictureFault::Outside)
        }
        _ => Ok(()),
    }
}

fn element(node: Node<'_, '_>) -> Result<(), PictureFault> {
    match node.tag_name().name() {
        "script" | "foreignObject" | "handler" => return Err(PictureFault::Script),
        "text" | "flowRoot" => return Err(PictureFault::Text),
        "image" | "feImage" => return Err(PictureFault::Pixels),
        "marker" => return Err(PictureFault::Effect(Effect::Markers)),
        "style" => style(node.text().unwrap_or_default())?,
        _ => {}
    }
    node.attributes().try_for_each(|attribute| {
        let (name, value) = (attribute.name(), attribute.value());
        let links = name == "href" && attribute.namespace().is_none_or(|of| of == XLINK);
        if name.starts_with("on") {
            return Err(PictureFault::Script);
        }
        // A link to follow draws nothing; all others bring what is drawn.
        if links && node.tag_name().name() != "a" && !value.trim_start().starts_with('#') {
            return Err(PictureFault::Outside);
        }
        asks(value)
    })
}

fn style(sheet: &str) -> Result<(), PictureFault> {
    if sheet.len() > MOST_STYLE {
        return Err(PictureFault::Crowded);
    }
    if sheet.contains("@import") {
        return Err(PictureFault::Outside);
    }
    asks(sheet)
}

/// `url(…)` leads to a place of the file, or it is refused.
fn asks(value: &str) -> Result<(), PictureFault> {
    let leads_here = |asked: &str| {
        let place = asked.trim_start().trim_start_matches(['"', '\'']);
        place.trim_start().starts_with('#')
    };
    let inside = value.split("url(").skip(1).all(leads_here);
    inside.then_some(()).ok_or(PictureFault::Outside)
}

/// What `use` brings: elements that count again, and again where they use others.
struct Uses<'a, 'd> {
    named: HashMap<&'a str, Node<'a, 'd>>,
    counted: HashMap<NodeId, u32>,
}

impl<'a, 'd> Uses<'a, 'd> {
    fn of(document: &'a Document<'d>) -> Self {
        let named = document.descendants();
        let named = named.filter_map(|node| Some((node.attribute("id")?, node)));
        Self {
            named: named.collect(),
            counted: HashMap::new(),
        }
    }

    /// How many elements one stands for.
    fn count(&mut self, node: Node<'a, 'd>, depth: usize) -> Result<u32, PictureFault> {
        if let Some(counted) = self.counted.get(&node.id()) {
            return Ok(*counted);
        }
        if depth > MOST_DEEP {
            return Err(PictureFault::Crowded);
        }
        let mut count = 1_u32;
        for child in node.children().filter(Node::is_element) {
            count = count.saturating_add(self.count(child, depth + 1)?);
        }
        if let Some(used) = self.used(node) {
            count = count.saturating_add(self.count(used, depth + 1)?);
        }
        if count > MOST_NODES {
            return Err(PictureFault::Crowded);
        }
        self.counted.insert(node.id(), count);
        Ok(count)
    }

    fn used(&self, node: Node<'a, 'd>) -> Option<Node<'a, 'd>> {
        let is_use = node.tag_name().name() == "use";
        let asked = node
            .attribute("href")
            .or_else(|| node.attribute((XLINK, "href")));
        let name = asked.filter(|_| is_use)?.trim().strip_prefix('#')?;
        self.named.get(name).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(inside: &str, expected: Option<PictureFault>) {
        let text =
            format!("<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='{XLINK}'>{inside}</svg>");
        assert_eq!(read(&text).err(), expected, "{inside}");
    }

    #[test]
    fn what_runs_or_asks_for_something_outside_is_refused() {
        check("<script>alert(1)</script>", Some(PictureFault::Script));
        check("<path onload='f()'/>", Some(PictureFault::Script));
        check("<foreignObject/>", Some(PictureFault::Script));
        check("<use href='x.svg#a'/>", Some(PictureFault::Outside));
        check("<use xlink:href='file:///a'/>", Some(PictureFault::Outside));
        check(
            "<style>@import 'a.css';</style>",
            Some(PictureFault::Outside),
        );
        check(
            "<path fill='url(http://exemple.fr/#a)'/>",
            Some(PictureFault::Outside),
        );
        check("<path style='fill:url( \"#a\" )'/>", None);
        check("<a href='https://exemple.fr'><path/></a>", None);
    }

    #[test]
    fn what_has_no_outline_is_refused() {
        check("<g><text>Ville</text></g>", Some(PictureFault::Text));
        check(
            "<image href='data:image/png;base64,AA'/>",
            Some(PictureFault::Pixels),
        );
        check(
            "<marker id='a'/>",
            Some(PictureFault::Effect(Effect::Markers)),
        );
    }

    #[test]
    fn what_grows_without_end_is_refused() {
        let bomb = "<!DOCTYPE svg [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><svg>&b;</svg>";
        assert_eq!(read(bomb).err(), Some(PictureFault::Entities));
        let doubled: String = (1..=40)
            .map(|rank| {
                let used = format!("<use href='#g{}'/>", rank - 1).repeat(2);
                format!("<g id='g{rank}'>{used}</g>")
            })
            .collect();
        check(
            &format!("<g id='g0'/>{doubled}"),
            Some(PictureFault::Crowded),
        );
        check(
            "<g id='a'><use href='#a'/></g>",
            Some(PictureFault::Crowded),
        );
        check(&"<path/>".repeat(20_000), Some(PictureFault::Crowded));
        check(
            &format!("{}{}", "<g>".repeat(80), "</g>".repeat(80)),
            Some(PictureFault::Crowded),
        );
        check(
            &format!("<style>{}</style>", "a{}".repeat(20_000)),
            Some(PictureFault::Crowded),
        );
    }

    #[test]
    fn a_doctype_without_entities_is_taken() {
        let text =
            "<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'a.dtd'><svg/>";
        assert!(read(text).is_ok());
        assert_eq!(read("<html/>").err(), Some(PictureFault::Kind));
        assert_eq!(read("<svg>").err(), Some(PictureFault::Damaged));
    }
}
