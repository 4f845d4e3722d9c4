//! How a document opens: what stands at its head, its title, its subtitle.

use super::FillError;
use super::blocks::{is_blank, plain};
use super::run::Filler;
use crate::source::{Part, What};
use crate::values::Scope;
use document::{Block, Head, Inline, Letter, Opening, Text, TitleSize};
use domain::french::with_de;

/// What parts the items of a subtitle.
const BETWEEN: &str = " · ";

impl Filler<'_> {
    /// Reads `::: ouverture`; it prints no block of its own.
    pub(super) fn open(&mut self, body: &[Part], scope: &Scope) -> Result<Vec<Block>, FillError> {
        self.copies.clear();
        let mut opening = Opening::default();
        let (mut head, mut lines) = (String::new(), Vec::new());
        for (part, scope) in self.flat(body, scope)? {
            let What::Pair { label, value } = &part.what else {
                continue;
            };
            let key = self.inlines(label, &scope)?;
            let value = self.inlines(value, &scope)?;
            match plain(&key).as_str() {
                "tete" => head = plain(&value),
                "ligne" => lines.push(value),
                "genre" => opening.genre = value,
                "suite" => opening.rest = value,
                "sous-titre" => opening.subtitle.extend(items(value)),
                "note" => below(&mut opening.note, value),
                "expediteur" | "destinataire" if is_blank(&value) => {}
                "expediteur" => letter(&mut opening).sender.push(value),
                "destinataire" => letter(&mut opening).recipient.push(value),
                "copie" => self.copies.push(value),
                "taille" => {
                    opening.size = if plain(&value) == "note" {
                        TitleSize::Note
                    } else {
                        TitleSize::Act
                    }
                }
                _ => {}
            }
        }
        opening.head = self.head(&head, lines);
        self.opening = opening;
        Ok(Vec::new())
    }

    fn head(&self, head: &str, lines: Vec<Vec<Inline>>) -> Head {
        let collectivity = &self.facts.dossier.sheet.collectivity;
        match head {
            "institution" => Head::Institution { lines },
            "logo" => {
                let picture = collectivity
                    .logo
                    .value()
                    .map(|image| image.bytes().to_vec());
                let name = collectivity.name.value().map(|name| with_de(name.as_str()));
                let typed = collectivity.name_with_article.value();
                let of = typed.map(|name| name.as_str().to_owned()).or(name);
                let alt = of.map_or_else(|| "Logo".to_owned(), |of| format!("Logo {of}"));
                Head::Logo {
                    picture,
                    alt,
                    lines,
                }
            }
            _ => Head::Nothing,
        }
    }
}

/// The first lines of a letter, begun when the first of them is met.
fn letter(opening: &mut Opening) -> &mut Letter {
    opening.letter.get_or_insert_default()
}

/// Adds a line below the others.
fn below(lines: &mut Vec<Inline>, line: Vec<Inline>) {
    if !lines.is_empty() {
        lines.push(Inline::Break);
    }
    lines.extend(line);
}

/// The items of a subtitle: the modèle's own « · » part them, never one that a value holds.
fn items(inlines: Vec<Inline>) -> Vec<Vec<Inline>> {
    let mut items = vec![Vec::new()];
    for inline in inlines {
        let Inline::Text(text) = inline else {
            push(&mut items, inline);
            continue;
        };
        if !text.fields.is_empty() {
            push(&mut items, Inline::Text(text));
            continue;
        }
        for (rank, words) in text.words.split(BETWEEN).enumerate() {
            if rank > 0 {
                items.push(Vec::new());
            }
            if !words.is_empty() {
                push(
                    &mut items,
                    Inline::Text(Text {
                        words: words.to_owned(),
                        ..text.clone()
                    }),
                );
            }
        }
    }
    items.retain(|item| !is_blank(item));
    items
}

fn push(items: &mut [Vec<Inline>], inline: Inline) {
    if let Some(last) = items.last_mut() {
        last.push(inline);
    }
}
