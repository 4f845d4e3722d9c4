//! The parts of a text as the blocks of a document.

use super::FillError;
use super::flat::Step;
use super::lists::Gathering;
use super::numbers::Label;
use super::run::Filler;
use super::words::{raised, uncapital};
use crate::source::{Line, Part, What};
use crate::values::Scope;
use document::{Block, Dotted, Inline, Text};

/// A label and its value.
type Labelled = (Vec<Inline>, Vec<Inline>);

impl Filler<'_> {
    /// The blocks of these parts, conditions applied.
    pub(super) fn blocks(
        &mut self,
        parts: &[Part],
        scope: &Scope,
    ) -> Result<Vec<Block>, FillError> {
        let steps = self.flat(parts, scope)?;
        self.steps(steps)
    }

    /// The blocks of parts whose conditions were applied.
    pub(super) fn steps(&mut self, steps: Vec<Step<'_>>) -> Result<Vec<Block>, FillError> {
        let mut blocks = Vec::new();
        let mut list = Gathering::default();
        for (part, scope) in steps {
            if let What::Item {
                second,
                lettered,
                text,
            } = &part.what
            {
                let text = self.inlines(text, &scope)?;
                blocks.extend(list.add(*second, *lettered, text));
                continue;
            }
            blocks.extend(list.end());
            blocks.extend(self.block((part, scope))?);
        }
        blocks.extend(list.end());
        Ok(blocks)
    }

    fn block(&mut self, (part, scope): Step<'_>) -> Result<Vec<Block>, FillError> {
        Ok(match &part.what {
            What::Paragraph(text) => self.paragraph(text, &scope)?,
            What::Heading {
                level,
                article,
                text,
                anchor,
            } => vec![self.heading(*level, *article, text, anchor, &scope)?],
            What::Alinea { text, anchor } => vec![self.alinea(text, anchor, &scope)?],
            What::Repere { word, strong, text } => vec![self.repere(word, *strong, text, &scope)?],
            What::Table(table) => vec![Block::Table(self.table(table, &scope)?)],
            What::Definitions(body) => vec![Block::Definitions(self.pairs(body, &scope)?)],
            What::Figures(body) => vec![Block::Figures(self.figures(body, &scope)?)],
            What::Note(body) => vec![Block::Note(self.run_on(body, &scope)?)],
            What::Frame(body) => vec![Block::Frame(self.run_on(body, &scope)?)],
            What::Names(body) => vec![Block::Roll(self.paragraphs(body, &scope)?)],
            What::Kept(body) => vec![Block::Kept(self.blocks(body, &scope)?)],
            What::Landscape(body) => self.blocks(body, &scope)?,
            What::Parties {
                sided,
                anchor,
                body,
            } => vec![self.parties(*sided, anchor, body, &scope)?],
            What::Signatures {
                of,
                dated,
                page_each,
                anchor,
                body,
            } => {
                self.anchored(anchor, "signatures");
                self.signatures(of, *dated, *page_each, body, &scope)?
            }
            What::Entries(entries) => self.entries(entries, &scope)?,
            What::FreeSignatures(free) => self.free_signatures(free, &scope)?,
            What::PageBreak => vec![Block::PageBreak],
            What::HandLine => vec![Block::Paragraph(vec![Inline::Dotted {
                what: Dotted::Rest,
                fields: Vec::new(),
            }])],
            What::Opening(body) => self.open(body, &scope)?,
            What::Annexe(key) => {
                self.place_annexe(key);
                Vec::new()
            }
            // The title of an annexe is read with it; the rest stands in blocks of its own, or is gone.
            What::Title(_)
            | What::Item { .. }
            | What::Pair { .. }
            | What::Divider
            | What::If { .. }
            | What::Each { .. } => Vec::new(),
        })
    }

    /// A paragraph; one that its values leave without a word is not printed.
    fn paragraph(&mut self, text: &Line, scope: &Scope) -> Result<Vec<Block>, FillError> {
        let inlines = self.inlines(text, scope)?;
        Ok(if is_blank(&inlines) {
            Vec::new()
        } else {
            vec![Block::Paragraph(inlines)]
        })
    }

    fn heading(
        &mut self,
        level: u8,
        article: bool,
        text: &Line,
        anchor: &str,
        scope: &Scope,
    ) -> Result<Block, FillError> {
        let number = if level == 1 {
            self.counter.title(article)
        } else {
            self.counter.subtitle()
        };
        // A title without a number is cited by its words.
        let text = self.words(text, scope)?;
        let title = format!("« {} »", plain(&text));
        self.place = self.place_of(&number.cited, &title);
        let cited = if number.cited.is_empty() {
            title
        } else {
            number.cited
        };
        self.label(anchor, &cited);
        let label = if number.shown.is_empty() {
            Vec::new()
        } else {
            raised(Text {
                words: number.shown,
                ..Text::default()
            })
        };
        Ok(Block::Heading {
            level,
            label,
            text,
            anchor: anchor.to_owned(),
        })
    }

    /// Where a part is: its number, else its title within the document.
    fn place_of(&self, cited: &str, title: &str) -> String {
        match cited {
            "" => format!("{}, {title}", self.base()),
            cited => cited.to_owned(),
        }
    }

    fn alinea(&mut self, text: &Line, anchor: &str, scope: &Scope) -> Result<Block, FillError> {
        let number = self.counter.alinea();
        self.label(anchor, &number.cited);
        let text = self.inlines(text, scope)?;
        Ok(if number.shown.is_empty() {
            Block::Paragraph(text)
        } else {
            Block::Numbered {
                label: number.shown,
                text,
            }
        })
    }

    fn repere(
        &mut self,
        word: &str,
        strong: bool,
        text: &Line,
        scope: &Scope,
    ) -> Result<Block, FillError> {
        if word == "Article" {
            let number = self.counter.act();
            self.place = format!("{}, article {number}", self.base());
            return Ok(Block::Article {
                label: format!("Article {number}"),
                text: self.inlines(text, scope)?,
            });
        }
        Ok(Block::Repere {
            word: word.to_owned(),
            strong,
            justified: strong,
            text: self.inlines(text, scope)?,
        })
    }

    /// Names a part for the references that lead to it.
    pub(super) fn label(&mut self, anchor: &str, cited: &str) {
        if !anchor.is_empty() {
            self.labels.insert(anchor.to_owned(), Label::of(cited));
        }
    }

    /// Names a block that has no number: as its annexe, or by a word.
    pub(super) fn anchored(&mut self, anchor: &str, word: &str) {
        let cited = self.counter.around().unwrap_or_else(|| word.to_owned());
        self.label(anchor, &cited);
    }

    /// Paragraphs of a note or a frame, one below the other.
    pub(super) fn run_on(
        &mut self,
        body: &[Part],
        scope: &Scope,
    ) -> Result<Vec<Inline>, FillError> {
        let mut inlines = Vec::new();
        for (part, scope) in self.flat(body, scope)? {
            let What::Paragraph(text) = &part.what else {
                continue;
            };
            let line = self.inlines(text, &scope)?;
            if is_blank(&line) {
                continue;
            }
            if !inlines.is_empty() {
                inlines.push(Inline::Break);
            }
            inlines.extend(line);
        }
        Ok(inlines)
    }

    /// `libellé : valeur`, one a row; a row always says something.
    fn pairs(&mut self, body: &[Part], scope: &Scope) -> Result<Vec<Labelled>, FillError> {
        let mut rows = Vec::new();
        for (part, scope) in self.flat(body, scope)? {
            if let What::Pair { label, value } = &part.what {
                let label = self.inlines(label, &scope)?;
                rows.push((label, or_dash(self.inlines(value, &scope)?)));
            }
        }
        Ok(rows)
    }

    fn figures(
        &mut self,
        body: &[Part],
        scope: &Scope,
    ) -> Result<Vec<(String, Vec<Inline>)>, FillError> {
        let pairs = self.pairs(body, scope)?;
        Ok(pairs
            .into_iter()
            .map(|(label, figure)| (plain(&label), figure))
            .collect())
    }
}

/// Whether nothing is printed.
pub(super) fn is_blank(inlines: &[Inline]) -> bool {
    inlines.iter().all(|inline| match inline {
        Inline::Text(text) => text.words.trim().is_empty(),
        Inline::Break => true,
        _ => false,
    })
}

/// « — » where there is nothing to say.
pub(super) fn or_dash(inlines: Vec<Inline>) -> Vec<Inline> {
    if is_blank(&inlines) {
        vec![Inline::words("—")]
    } else {
        inlines
    }
}

/// The words alone.
pub(crate) fn plain(inlines: &[Inline]) -> String {
    let words = inlines.iter().map(|inline| match inline {
        Inline::Text(text) => text.words.as_str(),
        Inline::Break => " ",
        _ => "",
    });
    words.collect::<String>().trim().to_owned()
}

/// A label inside a sentence.
pub(super) fn inside(label: &str) -> String {
    uncapital(label)
}
