//! What a file must keep to, rule by rule.

use std::fmt;

/// Something wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// What is broken.
    pub rule: Rule,
    /// Where: a page, an element, a face.
    pub place: String,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rule = self.rule.sentence();
        if self.place.is_empty() {
            f.write_str(rule)
        } else {
            write!(f, "{rule} ({})", self.place)
        }
    }
}

/// The flaws found so far.
#[derive(Default)]
pub struct Flaws(pub Vec<Flaw>);

impl Flaws {
    /// Adds one.
    pub fn add(&mut self, rule: Rule, place: impl Into<String>) {
        self.0.push(Flaw {
            rule,
            place: place.into(),
        });
    }

    /// Adds one unless it holds.
    pub fn unless(&mut self, holds: bool, rule: Rule, place: impl Into<String>) {
        if !holds {
            self.add(rule, place);
        }
    }
}

macro_rules! rules {
    ($($name:ident: $sentence:literal,)*) => {
        /// A rule that a file must keep to.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Rule {
            $(#[doc = $sentence] $name,)*
        }

        impl Rule {
            /// What is wrong, in a sentence.
            pub fn sentence(self) -> &'static str {
                match self {
                    $(Self::$name => $sentence,)*
                }
            }
        }
    };
}

rules! {
    Unreadable: "the bytes are no PDF that reads",
    Header: "the header is not that of PDF 1.7 with four high bytes",
    Forbidden: "an archive takes no encryption, script, action or attachment",
    Identity: "the trailer has no identity",
    Marked: "the catalogue does not say that the file is tagged",
    Lang: "the catalogue says no language",
    TitleShown: "the title is not shown, or there is none",
    Metadata: "the metadata are not plain, well-formed XML that claims both norms",
    MetadataDiffer: "the information dictionary and the metadata differ",
    Profile: "no colour profile for the device colours",
    Page: "a page has no size, or its keyboard order is not that of the structure",
    Unbalanced: "a stream does not close what it opens",
    Unmarked: "something is painted outside any marked content",
    Nested: "a marked content is inside another",
    McidTwice: "two marked contents of a page have one number",
    Operator: "an operator or a colour that our pages never use",
    Resource: "a resource is named that the page has not",
    Picture: "a picture has not its samples, or not a device colour",
    Orphan: "a marked content hangs below no element",
    Absent: "an element names a marked content that is not on its page",
    OtherTag: "a marked content and its element are not of one type",
    ParentTree: "the parent tree does not lead back to the element",
    Parent: "an element does not name the element above it",
    Role: "an element of no standard type",
    Hollow: "an element holds nothing",
    Heading: "a level of title is skipped, or an original has not one first title",
    Row: "the rows of a table have not the same number of columns",
    TableHeader: "a header cell does not say what it heads",
    List: "a list holds something else than items, or an item something else than its label and text",
    Alt: "a picture without words, or without its place",
    Note: "a note without an identity of its own",
    Link: "a link and its annotation do not lead to each other, or it has no words",
    Field: "a field and its element do not lead to each other, or it has no words, no name or no appearance",
    Outline: "a bookmark without words or page",
    Face: "a face is not embedded, not a subset, or not readable",
    MissingGlyph: "the glyph of a missing sign is shown",
    Unicode: "a code stands for no sign that can be read",
    Width: "a width is not that of the face",
}
