//! A line of the modèle as words of the document: each inserted value carries the fields it comes from.

use super::FillError;
use super::run::{Filler, Note, Noted};
use super::words::{raised, uncapital};
use crate::expr::EvalError;
use crate::source::{Line, Span, SpanKind};
use crate::values::{CheckBox, Empty, HandBlank, Passage, Read, Scope, State, Variable};
use document::{Dotted, Inline, Text};
use domain::dossier::Dossier;
use domain::entry::Kind;
use domain::record::{Holds, Path};
use domain::values::{Cents, Count};
use minijinja::value::{Value, ValueKind};

impl Filler<'_> {
    /// A line, filled; nothing while titles are counted.
    pub(super) fn inlines(&mut self, line: &Line, scope: &Scope) -> Result<Vec<Inline>, FillError> {
        if self.counts {
            return Ok(Vec::new());
        }
        self.words(line, scope)
    }

    /// A line, filled in any turn.
    pub(super) fn words(&mut self, line: &Line, scope: &Scope) -> Result<Vec<Inline>, FillError> {
        let mut inlines = Vec::new();
        for span in &line.spans {
            match &span.what {
                SpanKind::Words(words) => inlines.extend(self.plain(words, span)),
                SpanKind::Reference { before, anchor } => {
                    inlines.extend(self.reference(before, anchor, span))
                }
                SpanKind::Value(expr) => {
                    self.facts.recorder.take();
                    let value = self.eval(expr, scope)?;
                    let reads = self.facts.recorder.take();
                    let printed = self.value(&value, reads, span);
                    inlines.extend(printed.map_err(|why| self.failed(expr, why))?);
                }
            }
        }
        Ok(inlines)
    }

    /// The modèle's own words: an abbreviation is expanded at its first occurrence.
    fn plain(&mut self, words: &str, span: &Span) -> Vec<Inline> {
        let mut inlines = Vec::new();
        for (words, expansion) in self.expanded(words) {
            inlines.extend(raised(Text {
                words,
                expansion,
                ..styled(span)
            }));
        }
        inlines
    }

    /// Cuts words where an abbreviation of the modèle stands for the first time.
    fn expanded(&mut self, words: &str) -> Vec<(String, Option<String>)> {
        let mut pieces = Vec::new();
        let mut rest = words;
        while let Some((at, short, long)) = self.initials.take(rest) {
            pieces.extend((at > 0).then(|| (rest[..at].to_owned(), None)));
            pieces.push((short.to_owned(), Some(long.to_owned())));
            rest = &rest[at + short.len()..];
        }
        pieces.extend((!rest.is_empty()).then(|| (rest.to_owned(), None)));
        pieces
    }

    /// « l’article 11 », with the way to it. A part that a condition removed has no number to give.
    fn reference(&mut self, before: &str, anchor: &str, span: &Span) -> Vec<Inline> {
        self.cited.insert(anchor.to_owned());
        let before = before.replace('\'', "’");
        let words = match self.known.get(anchor) {
            Some(label) => format!("{before}{}", label.reference),
            None => {
                self.lost.push((anchor.to_owned(), self.place.clone()));
                return vec![Inline::ToComplete {
                    label: format!("renvoi à « {anchor} »"),
                    fields: Vec::new(),
                }];
            }
        };
        let link = (!anchor.is_empty()).then(|| format!("#{anchor}"));
        if before.trim_end() == "page" {
            return self.page_of(anchor, link, span);
        }
        raised(Text {
            words,
            link,
            ..styled(span)
        })
    }

    /// « page 7 »: the number is known once the pages are set; until then, a nought stands for it.
    fn page_of(&mut self, anchor: &str, link: Option<String>, span: &Span) -> Vec<Inline> {
        let number = Text {
            words: "0".to_owned(),
            link,
            page_of: Some(anchor.to_owned()),
            ..styled(span)
        };
        let mut inlines = self.plain("page ", span);
        inlines.push(Inline::Text(number));
        inlines
    }

    /// A value: words, a dotted line, a check box, or what is missing.
    fn value(
        &mut self,
        value: &Value,
        reads: Vec<Read>,
        span: &Span,
    ) -> Result<Vec<Inline>, EvalError> {
        self.note_unread(&reads);
        let fields = || {
            reads
                .iter()
                .map(|read| read.path.clone())
                .collect::<Vec<String>>()
        };
        if let Some(HandBlank(what)) = value.downcast_object_ref::<HandBlank>() {
            self.note_empty(&reads, Noted::ByHand);
            return Ok(vec![Inline::Dotted {
                what: *what,
                fields: fields(),
            }]);
        }
        if let Some(CheckBox(ticked)) = value.downcast_object_ref::<CheckBox>() {
            self.note_empty(&reads, Noted::ByHand);
            self.note_printed(&reads);
            return Ok(vec![Inline::Check {
                ticked: *ticked,
                fields: fields(),
            }]);
        }
        if let Some(Passage(words)) = value.downcast_object_ref::<Passage>() {
            self.note_passage(words);
            return Ok(words.clone());
        }
        if Variable::is(value) {
            return Ok(lines_of(&value.to_string(), Vec::new(), span));
        }
        if Empty::is(value) {
            return Ok(vec![self.missing(&reads)]);
        }
        self.note_printed(&reads);
        let words = words_of(value, &reads)?;
        Ok(lines_of(&words, fields(), span))
    }

    fn note(&mut self, path: &str, what: Noted) {
        let note = Note {
            path: path.to_owned(),
            what,
            place: self.place.clone(),
        };
        self.notes.push(note);
    }

    /// What a passage of another text prints, and what is missing in it.
    fn note_passage(&mut self, words: &[Inline]) {
        for inline in words {
            let (fields, what) = match inline {
                Inline::Text(text) => (&text.fields, Noted::Printed),
                Inline::ToComplete { fields, .. } => (fields, Noted::Missing),
                Inline::Dotted { fields, .. } => (fields, Noted::ByHand),
                Inline::Check { fields, .. } => (fields, Noted::Printed),
                Inline::Break => continue,
            };
            fields
                .iter()
                .for_each(|field| self.note(field, what.clone()));
        }
    }

    fn note_unread(&mut self, reads: &[Read]) {
        for read in reads {
            if let State::Unread(why) = &read.state {
                self.note(&read.path, Noted::Unread(why.clone()));
            }
        }
    }

    fn note_empty(&mut self, reads: &[Read], what: Noted) {
        for read in reads
            .iter()
            .filter(|read| matches!(read.state, State::Empty { .. }))
        {
            self.note(&read.path, what.clone());
        }
    }

    fn note_printed(&mut self, reads: &[Read]) {
        for read in reads.iter().filter(|read| read.state == State::Full) {
            self.note(&read.path, Noted::Printed);
        }
    }

    /// What stands where nothing was typed: a dotted line when it is a choice, else a box.
    fn missing(&mut self, reads: &[Read]) -> Inline {
        let empty: Vec<&Read> = reads
            .iter()
            .filter(|read| matches!(read.state, State::Empty { .. }))
            .collect();
        let to_type = |read: &&&Read| matches!(read.state, State::Empty { by_hand: false, .. });
        let fields = reads.iter().map(|read| read.path.clone()).collect();
        if !empty.is_empty() && !empty.iter().any(|read| to_type(&read)) {
            empty
                .iter()
                .for_each(|read| self.note(&read.path, Noted::ByHand));
            let what = empty
                .first()
                .map_or(Dotted::Rest, |read| dotted_for(&read.path));
            return Inline::Dotted { what, fields };
        }
        let mut labels = Vec::new();
        for read in empty.iter().filter(to_type) {
            self.note(&read.path, Noted::Missing);
            labels.push(uncapital(&read.label));
        }
        if labels.is_empty() {
            // What does not read is told so already: it is not empty.
            let read = reads.iter().filter(|read| read.state == State::Full);
            read.for_each(|read| self.note(&read.path, Noted::Missing));
        }
        let label = if labels.is_empty() {
            "à compléter".to_owned()
        } else {
            labels.join(", ")
        };
        Inline::ToComplete { label, fields }
    }
}

fn styled(span: &Span) -> Text {
    Text {
        bold: span.bold,
        italic: span.italic,
        ..Text::default()
    }
}

/// The length of a dotted line: a day, a place, or what is left.
fn dotted_for(path: &str) -> Dotted {
    let path = Path::new(path);
    match Dossier::field(&path).map(|field| field.holds) {
        Some(Holds::Leaf(Kind::Date)) => Dotted::Date,
        _ if path.last() == "lieu" => Dotted::Place,
        _ => Dotted::Rest,
    }
}

/// The words of a value: a choice gives its label, an amount its euros.
fn words_of(value: &Value, reads: &[Read]) -> Result<String, EvalError> {
    match value.kind() {
        ValueKind::Bool => Ok(if value.is_true() { "oui" } else { "non" }.to_owned()),
        ValueKind::Number => Ok(figures(value, reads)),
        ValueKind::String => {
            let text = value.to_string();
            let chosen = reads
                .iter()
                .rev()
                .filter_map(|read| read.choice.as_ref())
                .find(|(key, _)| *key == text);
            Ok(chosen.map_or(text, |(_, label)| label.clone()))
        }
        ValueKind::Plain => Ok(value.to_string()),
        _ => Err(EvalError::Nothing),
    }
}

fn figures(value: &Value, reads: &[Read]) -> String {
    let number = u64::try_from(value.clone()).ok();
    let amount = number
        .filter(|_| reads.iter().any(|read| read.amount))
        .and_then(Cents::new);
    if let Some(amount) = amount {
        return amount.printed();
    }
    let count = number
        .and_then(|number| u32::try_from(number).ok())
        .and_then(Count::new);
    count.map_or_else(|| value.to_string(), Count::printed)
}

/// Words of several lines keep their breaks; words of nothing are nothing.
fn lines_of(words: &str, fields: Vec<String>, span: &Span) -> Vec<Inline> {
    let mut inlines = Vec::new();
    for (rank, line) in words.split('\n').enumerate() {
        if rank > 0 {
            inlines.push(Inline::Break);
        }
        if !line.is_empty() {
            inlines.extend(raised(Text {
                words: line.to_owned(),
                fields: fields.clone(),
                ..styled(span)
            }));
        }
    }
    inlines
}
