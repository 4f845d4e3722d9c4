//! Every French sentence about data, said once: window and command show the same.
//!
//! What is wrong (`fault`, `why`), what could not be done (`problem`), what is counted and named (`words`).
//! Typographic spaces are set here as they are shown: U+202F before ; ! ? and inside « », U+00A0 before :.

mod fault;
mod file;
mod lists;
mod picture;
mod pieces;
mod problem;
mod sequel;
mod why;
mod words;

pub use fault::{finding, is_missing};
pub use lists::{
    are_establishments, column, communes_group, member_words, school_words, schools_totals,
    share_label, total,
};
pub use pieces::{act_title, annexe_title, piece_missing, still_shown, supplied_text_title};
pub use problem::problem;
pub use sequel::{matter, sequel_choice, sequel_of, sequel_subject, sequel_title};
pub use words::{
    action, changed, document_subtitle, dossier_name, echo, expected, folder, group, issued, label,
    lead, model_line, model_source, party_note, phase, typed,
};

/// A sentence that says what is wrong, and one that says how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What is wrong.
    pub what: String,
    /// How to mend it; may be empty.
    pub mend: String,
}

impl Said {
    /// Sentences as typed in this room; their spaces are made French.
    pub fn new(what: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            what: spaced(&what.into()),
            mend: spaced(&mend.into()),
        }
    }

    /// Both sentences.
    pub fn whole(&self) -> String {
        if self.mend.is_empty() {
            self.what.clone()
        } else {
            format!("{} {}", self.what, self.mend)
        }
    }
}

/// Sets the spaces that French typography wants, for the screen: the window's font draws U+202F.
pub fn spaced(text: &str) -> String {
    let mut out = text
        .replace("« ", "«\u{202f}")
        .replace(" »", "\u{202f}»")
        .replace(" :", "\u{a0}:");
    for sign in [";", "!", "?"] {
        out = out.replace(&format!(" {sign}"), &format!("\u{202f}{sign}"));
    }
    out.replace("n° ", "n°\u{a0}")
}

/// The rank of a sign in a text: 1ᵉʳ, 2ᵉ.
pub(crate) fn rank(at: usize) -> String {
    if at == 1 {
        "1ᵉʳ".to_owned()
    } else {
        format!("{at}ᵉ")
    }
}

/// A sign as one can find it: itself when it shows, its Unicode number when it does not.
pub(crate) fn sign(found: char) -> String {
    let shows = !found.is_control()
        && !found.is_whitespace()
        && !matches!(found, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    match found {
        ' ' | '\u{a0}' | '\u{202f}' => "espace".to_owned(),
        _ if shows => format!("« {found} »"),
        _ => format!("invisible U+{:04X}", u32::from(found)),
    }
}

#[test]
fn spaces_are_french() {
    assert_eq!(
        spaced("« x » : oui ; non ?"),
        "«\u{202f}x\u{202f}»\u{a0}: oui\u{202f}; non\u{202f}?"
    );
}
