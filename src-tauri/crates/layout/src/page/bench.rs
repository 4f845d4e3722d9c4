//! Where blocks are made into bands: sets their texts and notes their elements, in reading order.

use super::band::SetText;
use super::styles::{AXIS, AXIS_GAP};
use crate::memo::Shop;
use crate::pages::{
    Artifact, Image, Length, MissingGlyph, Node, NodeId, Owner, PictureFault, Role,
};
use crate::para::{How, Setting, SpanOf, Style};
use document::Inline;
use std::sync::Arc;

/// The bench: what is under way.
pub struct Bench<'a, 'b> {
    /// Faces and memo.
    pub shop: &'a mut Shop<'b>,
    /// The elements so far.
    pub nodes: Vec<Node>,
    /// The pictures so far.
    pub images: Vec<Image>,
    /// Why the picture of the document is not among them.
    pub refused: Option<PictureFault>,
    /// Signs that no face has, so far.
    pub missing: Vec<MissingGlyph>,
    /// Width of the block.
    pub block: Length,
    /// Whether an annexe is under way.
    pub in_annexe: bool,
    /// Whether the title under way is that of an article: those below are cited as its parts.
    pub under_article: bool,
    /// Whether labels and values stand on the axis: in a body, on a page where one signs.
    pub on_axis: bool,
    /// Whether a table was too wide for its words.
    pub too_wide: bool,
    /// Furniture that did not fit its place.
    pub cut_short: Vec<String>,
    parent: Option<NodeId>,
}

impl<'a, 'b> Bench<'a, 'b> {
    /// A bench for a document.
    pub fn new(shop: &'a mut Shop<'b>, block: Length) -> Self {
        Self {
            shop,
            nodes: Vec::new(),
            images: Vec::new(),
            refused: None,
            missing: Vec::new(),
            block,
            in_annexe: false,
            under_article: false,
            on_axis: true,
            too_wide: false,
            cut_short: Vec::new(),
            parent: None,
        }
    }

    /// Does some work; if a table was too wide, forgets its elements and says none.
    pub fn unless_too_wide<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> Option<T> {
        let (nodes, images) = (self.nodes.len(), self.images.len());
        self.too_wide = false;
        let done = work(self);
        if self.too_wide {
            self.nodes.truncate(nodes);
            self.images.truncate(images);
            return None;
        }
        Some(done)
    }

    /// Width of the measure: the block without the repère column.
    pub fn measure(&self) -> Length {
        self.block - AXIS
    }

    /// A new element, child of the one under way.
    pub fn node(&mut self, role: Role) -> NodeId {
        let parent = self.parent;
        self.push(Node {
            role,
            parent,
            ..Node::default()
        })
    }

    /// A new element, child of another.
    pub fn child(&mut self, parent: NodeId, role: Role) -> NodeId {
        self.push(Node {
            role,
            parent: Some(parent),
            ..Node::default()
        })
    }

    fn push(&mut self, node: Node) -> NodeId {
        self.nodes.push(node);
        self.nodes.len() - 1
    }

    /// An element under way while `work` is done; says its number and the work's result.
    pub fn inside<T>(&mut self, role: Role, work: impl FnOnce(&mut Self, NodeId) -> T) -> T {
        let node = self.node(role);
        let before = self.parent.replace(node);
        let done = work(self, node);
        self.parent = before;
        done
    }

    /// Sets a text that belongs to an element.
    pub fn text(
        &mut self,
        node: NodeId,
        inlines: &[Inline],
        style: Style,
        how: How,
        measure: Length,
    ) -> SetText {
        let setting = self.shop.set(inlines, style, how, measure);
        let spans = setting
            .spans
            .iter()
            .map(|span| self.span(node, span))
            .collect();
        self.note(node, &setting);
        SetText {
            setting,
            owner: Owner::Node(node),
            spans,
            black: style.black,
        }
    }

    /// Sets a text that belongs to no element.
    pub fn artifact(
        &mut self,
        artifact: Artifact,
        inlines: &[Inline],
        style: Style,
        measure: Length,
    ) -> SetText {
        let setting = self.shop.set(inlines, style, How::Left, measure);
        self.note_missing(&setting);
        SetText {
            setting,
            owner: Owner::Artifact(artifact),
            spans: Arc::from([]),
            black: style.black,
        }
    }

    /// Sets a word of the repère column.
    pub fn repere(&mut self, node: NodeId, inlines: &[Inline], style: Style) -> SetText {
        self.text(node, inlines, style, How::Left, AXIS - AXIS_GAP)
    }

    fn span(&mut self, node: NodeId, span: &SpanOf) -> NodeId {
        let role = match (&span.alt, &span.link) {
            (Some(_), _) => Role::Figure,
            (None, Some(_)) => Role::Link,
            (None, None) => Role::Span,
        };
        let child = self.child(node, role);
        self.nodes[child].link.clone_from(&span.link);
        self.nodes[child].expansion.clone_from(&span.expansion);
        self.nodes[child].alt = span.alt.map(str::to_owned);
        child
    }

    /// Notes the fields printed in an element, and the signs that no face has.
    fn note(&mut self, node: NodeId, setting: &Setting) {
        let fields = &mut self.nodes[node].fields;
        for field in &setting.fields {
            if !fields.contains(field) {
                fields.push(field.clone());
            }
        }
        self.note_missing(setting);
    }

    fn note_missing(&mut self, setting: &Setting) {
        for missing in &setting.missing {
            if !self.missing.contains(missing) {
                self.missing.push(missing.clone());
            }
        }
    }
}

/// The words of inlines, for a bookmark or an alternative text.
pub fn plain(inlines: &[Inline]) -> String {
    let words = |inline: &Inline| match inline {
        Inline::Text(text) if text.page_of.is_some() => "…".to_owned(),
        Inline::Text(text) => text.words.clone(),
        Inline::ToComplete { label, .. } => format!("[{label}]"),
        Inline::Break => " ".to_owned(),
        Inline::Dotted { .. } => "…".to_owned(),
        Inline::Check { .. } => String::new(),
    };
    let words: String = inlines.iter().map(words).collect();
    let mut signs: Vec<char> = Vec::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !signs.is_empty() {
            signs.push(' ');
        }
        signs.extend(word.chars());
    }
    crate::typo::dress(&signs)
        .iter()
        .map(|dressed| dressed.sign)
        .collect()
}
