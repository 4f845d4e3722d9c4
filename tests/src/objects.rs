//! The objects of a PDF as text for review: an object a line, in the order in which they are met from the trailer,
//! called by what they are. The structure is left to the text of the tags; what changes with each letter (hashes,
//! lengths, widths, names of subsets) is left to the golden hashes.

use std::collections::{BTreeMap, BTreeSet};

/// Whether objects bear a rank, by which others refer to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// « Page 3 »: for a text that stands alone.
    ByRank,
    /// « Page »: for a text to be compared, where one object more must not rename the others.
    ByKind,
}

/// The objects of a PDF.
pub fn objects(bytes: &[u8], named: Named) -> String {
    let said = pdf::objects(bytes);
    let all = split(&said);
    let mut view = View {
        all: &all,
        named,
        labels: BTreeMap::new(),
        counts: BTreeMap::new(),
    };
    let (mut out, mut met) = (String::new(), BTreeSet::new());
    let mut waiting = vec!["trailer".to_owned()];
    while let Some(id) = waiting.pop() {
        let Some(object) = view.all.get(id.as_str()) else {
            continue;
        };
        if is_element(object) || !met.insert(id.clone()) {
            continue;
        }
        let below = references(object);
        waiting.extend(below.iter().rev().map(ToString::to_string));
        out.push_str(&format!("{} {}\n", view.label(&id), view.shown(object)));
    }
    out
}

/// Each object by its number, on one line.
fn split(said: &str) -> BTreeMap<&str, String> {
    let mut all: BTreeMap<&str, String> = BTreeMap::new();
    let mut id = "";
    for line in said.lines() {
        let begins =
            line.starts_with(|sign: char| sign.is_ascii_digit()) || line.starts_with("trailer");
        let words = match line.split_once(' ').filter(|_| begins) {
            Some((number, rest)) => {
                id = number;
                rest
            }
            None => line.trim(),
        };
        let object = all.entry(id).or_default();
        if !object.is_empty() {
            object.push(' ');
        }
        object.push_str(words);
    }
    all
}

/// An element of the structure says what it is and what is above it; its own type may go unsaid (ISO 32000-1, 14.7.2).
fn is_element(object: &str) -> bool {
    object.contains("Type /StructElem") || object.contains(" S /") && object.contains(" P →")
}

/// The numbers that an object refers to, in order.
fn references(object: &str) -> Vec<&str> {
    let after = object.split('→').skip(1);
    let digits = |rest: &'_ str| {
        rest.find(|sign: char| !sign.is_ascii_digit())
            .unwrap_or(rest.len())
    };
    after.map(|rest| &rest[..digits(rest)]).collect()
}

struct View<'a> {
    all: &'a BTreeMap<&'a str, String>,
    named: Named,
    labels: BTreeMap<String, String>,
    counts: BTreeMap<String, u32>,
}

impl View<'_> {
    /// « Page 3 »: what an object is, and its rank among those of its kind.
    fn label(&mut self, id: &str) -> String {
        let kind = self
            .all
            .get(id)
            .map_or("absent".to_owned(), |object| kind(id, object));
        if self.named == Named::ByKind || ["trailer", "Element", "Catalog"].contains(&kind.as_str())
        {
            return kind;
        }
        if let Some(known) = self.labels.get(id) {
            return known.clone();
        }
        let count = self.counts.entry(kind.clone()).or_default();
        *count += 1;
        let label = format!("{kind}-{count}");
        self.labels.insert(id.to_owned(), label.clone());
        label
    }

    /// The object with its references by name, without what changes with each letter.
    fn shown(&mut self, object: &str) -> String {
        let mut parts = object.split('→');
        let mut out = parts.next().unwrap_or_default().to_owned();
        for rest in parts {
            let end = rest
                .find(|sign: char| !sign.is_ascii_digit())
                .unwrap_or(rest.len());
            let label = self.label(&rest[..end]);
            out.push_str(&format!("→{label}{}", &rest[end..]));
        }
        steady(&alike(&out), self.named)
    }
}

/// The text with references to things of one name, one after the other, counted: « →Page×20 ».
fn alike(object: &str) -> String {
    let mut out: Vec<(String, u32)> = Vec::new();
    for word in object.split(' ') {
        // The last of an array bears its bracket.
        let same = |(last, _): &&mut (String, u32)| {
            word.starts_with('→') && word.trim_end_matches(']') == last.trim_start_matches('[')
        };
        match out.last_mut().filter(same) {
            Some((last, times)) => {
                *times += 1;
                last.push_str(&word[word.trim_end_matches(']').len()..]);
            }
            None => out.push((word.to_owned(), 1)),
        }
    }
    let counted = |(word, times): &(String, u32)| {
        let (open, close) = word.split_at(word.trim_end_matches(']').len());
        match times {
            1 => word.clone(),
            _ => format!("{open}×{times}{close}"),
        }
    };
    out.iter().map(counted).collect::<Vec<_>>().join(" ")
}

/// What an object is: its type, else what its keys betray.
fn kind(id: &str, object: &str) -> String {
    let betrayed = [
        ("Subtype /Link", "Annot"),
        ("Subtype /Widget", "Annot"),
        ("{ Dest ", "Bookmark"),
        (" Dest [", "Bookmark"),
        ("CreationDate ", "Info"),
        ("Nums [", "ParentTree"),
        (" stream", "Stream"),
    ];
    if id == "trailer" {
        return id.to_owned();
    }
    if is_element(object) {
        return "Element".to_owned();
    }
    if let Some((_, rest)) = object.rsplit_once(" Type /") {
        return rest.split([' ', '}']).next().unwrap_or_default().to_owned();
    }
    let known = betrayed.iter().find(|(key, _)| object.contains(key));
    known.map_or("Object", |(_, kind)| kind).to_owned()
}

/// The text without hashes, lengths, widths, places on a page and names of subsets; between files, without the
/// numbers under which a parent is found.
fn steady(object: &str, named: Named) -> String {
    let mut out = Vec::new();
    let mut words = object.split(' ').peekable();
    while let Some(word) = words.next() {
        let rank = matches!(
            word,
            "StructParent" | "StructParents" | "ParentTreeNextKey" | "Nums"
        );
        match word {
            "stream" if words.peek() == Some(&"of") => {
                out.push("stream".to_owned());
                words.by_ref().take(4).for_each(drop);
            }
            "W" | "ID" | "BBox" | "Rect" | "FontBBox" | "Length1" => {
                out.push(format!("{word} …"));
                skip_value(&mut words);
            }
            _ if rank && named == Named::ByKind => {
                out.push(format!("{word} …"));
                skip_value(&mut words);
            }
            "/XYZ" => {
                out.push("/XYZ …]".to_owned());
                while words.next().is_some_and(|value| !value.ends_with(']')) {}
            }
            _ => out.push(without_prefix(word)),
        }
    }
    out.join(" ")
}

/// Goes over a value: a word, or all up to the end of an array.
fn skip_value<'a>(words: &mut impl Iterator<Item = &'a str>) {
    let mut depth = 0_usize;
    for value in words {
        depth += value.matches(['[', '<']).count();
        depth = depth.saturating_sub(value.matches([']', '>']).count());
        if depth == 0 {
            break;
        }
    }
}

/// « /ABCDEF+NotoSerif-Regular » is « /NotoSerif-Regular » in each file.
fn without_prefix(word: &str) -> String {
    match word.split_once('+') {
        Some((prefix, name)) if prefix.starts_with('/') && prefix.len() == 7 => format!("/{name}"),
        _ => word.to_owned(),
    }
}

#[test]
fn things_of_one_name_are_counted() {
    let said = "{ K [→Element →Element →Element] Next →Page →Page Nums [0 [→Element →Element]] }";
    let counted = "{ K [→Element×3] Next →Page×2 Nums [0 [→Element×2]] }";
    assert_eq!(alike(said), counted);
}
