//! The text of a document for another program's page: as HTML, which keeps titles, lists and tables, and as plain words.

mod html;
mod words;

use document::Document;

/// A text in the two flavours that the clipboard takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// A fragment of HTML: titles, paragraphs, lists, tables; no script, no style, all words escaped.
    pub html: String,
    /// The same words, a line each.
    pub plain: String,
}

/// The text of a document, ready to be pasted. What is filled by hand is dotted, what is missing stands in brackets.
pub fn pasted(document: &Document) -> Pasted {
    let reading = crate::reading::reading(document);
    Pasted {
        html: html::html(&reading),
        plain: words::plain(&reading),
    }
}

/// Dots for a blank to be filled by hand.
const DOTS: &str = "………………………";

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect_file;

    #[test]
    fn every_part_has_its_place_in_both_flavours() {
        let pasted = pasted(&crate::sample::document());
        expect_file!["text/sample.html.txt"].assert_eq(&pasted.html);
        expect_file!["text/sample.txt"].assert_eq(&pasted.plain);
    }

    /// Words of a dossier are never markup, whatever they hold.
    #[test]
    fn no_word_is_read_as_markup() {
        let mut document = crate::sample::document();
        document.each_text_mut(|text| {
            text.words = "</p><script>alert('\"')</script>&amp;\u{1}".to_owned();
        });
        let html = pasted(&document).html;
        assert!(
            !html.contains("<script") && !html.contains('\u{1}'),
            "{html}"
        );
        assert!(html.contains("&lt;script&gt;alert('&quot;')&lt;/script&gt;&amp;amp;\u{fffd}"));
    }
}
