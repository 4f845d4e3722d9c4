//! A document as words and roles: titles, articles, paragraphs, tables. No size, no millimetre.
//!
//! CONTRACT between the room that fills a modèle and the room that sets pages: plain values, that can
//! be printed, compared and kept as golden text ([`Document::outline`]). This room knows no school.

mod inline;
mod outline;
mod texts;

pub use inline::{Dotted, Inline, Text};

/// A field path, as text: what a click on a printed value leads to, and what is masked.
pub type FieldPath = String;

/// A whole document: body and annexes.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Document {
    /// Title for the PDF's metadata and bookmarks: « Convention relative à … ».
    pub title: String,
    /// How it opens; its title is the H1.
    pub opening: Opening,
    /// The body.
    pub blocks: Vec<Block>,
    /// The annexes, in order, each on a new page.
    pub annexes: Vec<Annexe>,
    /// Running header of the pages after the first: « Convention ENT des écoles · Fontenay-aux-Roses ».
    pub header: Vec<Inline>,
    /// Foot of every page, at left, line 1: « 2026-001 · version 1 ».
    pub footer: Vec<Inline>,
    /// Foot, line 2, when no original and no mark stands there: « Séance du 14 décembre 2026 ».
    pub footer_second: Vec<Inline>,
    /// What each original says of itself, in order; empty for a document that has none.
    pub originals: Vec<OriginalLabel>,
    /// Whether the préfecture's stamp needs its free zone on every page.
    pub stamp_zone: bool,
    /// Whether the pages are meant for both sides of the paper.
    pub duplex: bool,
    /// How many boxes for initials stand at the foot of each page of an original: 0 for none, 3 at most.
    pub initials: u8,
    /// « PROJET » or « À NE PAS SIGNER », when it must be said on every page.
    pub mark: Option<Mark>,
}

/// One original: « Exemplaire 1/2 — destiné à la commune ».
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OriginalLabel {
    /// « Exemplaire 1/2 ».
    pub number: String,
    /// « destiné à la commune ».
    pub addressee: String,
}

/// A mark on every page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// « PROJET »: the tag, and the words turned along the margin and at the foot.
    Draft {
        /// Along the margin: « PROJET · version 2 · ne pas signer ».
        margin: String,
    },
    /// « À NE PAS SIGNER »: the band, with one short sentence.
    DoNotSign {
        /// The sentence.
        sentence: String,
    },
}

/// How a document opens (`page.md` §3).
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Opening {
    /// What stands at the head of the first page.
    pub head: Head,
    /// Genre, in bold: « Convention ».
    pub genre: Vec<Inline>,
    /// What follows it: « relative à l'espace numérique de travail … ».
    pub rest: Vec<Inline>,
    /// Items of the subtitle, to be joined by « · ».
    pub subtitle: Vec<Vec<Inline>>,
    /// Who writes to whom: the first lines of a letter, for the window of its envelope.
    pub letter: Option<Letter>,
    /// A note under the subtitle.
    pub note: Vec<Inline>,
    /// Size of the title.
    pub size: TitleSize,
}

/// Who writes to whom.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Letter {
    /// Who writes: service, person, phone, mail; a line each.
    pub sender: Vec<Vec<Inline>>,
    /// To whom: name and address, a line each.
    pub recipient: Vec<Vec<Inline>>,
}

/// Size of a document's title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum TitleSize {
    /// 22/28: convention, délibération.
    #[default]
    Act,
    /// 19/28: note, avenant, bordereau, fiche.
    Note,
}

/// What stands at the head of the first page.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Head {
    /// Nothing.
    #[default]
    Nothing,
    /// A logo and, at its right, lines (« Ville de / Fontenay-aux-Roses »); without a picture, the lines alone.
    Logo {
        /// The bytes of a PNG, of a JPEG or of an SVG.
        picture: Option<Vec<u8>>,
        /// What the picture means, for those who do not see it.
        alt: String,
        /// The lines.
        lines: Vec<Vec<Inline>>,
    },
    /// « République française / Département … / Commune … »: the last line is bold.
    Institution {
        /// The lines.
        lines: Vec<Vec<Inline>>,
    },
}

/// An annexe.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Annexe {
    /// « Annexe 1 ».
    pub label: String,
    /// Its anchor: what references point to.
    pub anchor: String,
    /// Its title.
    pub title: Vec<Inline>,
    /// What it holds.
    pub blocks: Vec<Block>,
    /// Whether its pages are turned.
    pub landscape: bool,
}

/// A part of the text.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph, justified.
    Paragraph(Vec<Inline>),
    /// A numbered title: article (level 1), sub-article (level 2), part of an annexe (level 1).
    Heading {
        /// 1 or 2.
        level: u8,
        /// What stands in the repère column: « Article 3 », « 3.1 », « 2 »; empty for a free title (« Préambule »).
        label: Vec<Inline>,
        /// The title.
        text: Vec<Inline>,
        /// Its anchor: what references point to; empty when there is none.
        anchor: String,
    },
    /// An alinéa with its number in the repère column: « 3.2.1 ».
    Numbered {
        /// The number.
        label: String,
        /// The text.
        text: Vec<Inline>,
    },
    /// A word in the repère column that is part of the sentence: « Vu », « Considérant », « Objet », « Présents ».
    Repere {
        /// The word.
        word: String,
        /// Strong (« Vu ») or light (« Présents »).
        strong: bool,
        /// Whether the text is justified (sentences) or flush left (lists of names, parties).
        justified: bool,
        /// The text.
        text: Vec<Inline>,
    },
    /// An article of a decision: its number in the repère column heads a sentence that begins beside it.
    Article {
        /// « Article 1er ».
        label: String,
        /// The sentence.
        text: Vec<Inline>,
    },
    /// A list.
    List(List),
    /// A table.
    Table(Table),
    /// Labels and values in two columns.
    Definitions(Vec<(Vec<Inline>, Vec<Inline>)>),
    /// The row of figures of a session or a vote: label, figure.
    Figures(Vec<(String, Vec<Inline>)>),
    /// A note: small, flush left.
    Note(Vec<Inline>),
    /// A framed text.
    Frame(Vec<Inline>),
    /// A group of values to be copied elsewhere, each with a box to tick once it is.
    Entries(Entries),
    /// Names, numbered, in two columns: the parties of an act that has many.
    Roll(Vec<Vec<Inline>>),
    /// The parties of a convention.
    Parties(Parties),
    /// « Fait à … » and the blocks where one signs.
    Signatures(Signatures),
    /// Blocks that are never parted (while they fit on a page).
    Kept(Vec<Block>),
    /// The next block begins a page.
    PageBreak,
}

/// A list.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct List {
    /// Dash or letters.
    pub lettered: bool,
    /// The items.
    pub items: Vec<ListItem>,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct ListItem {
    /// Its text.
    pub text: Vec<Inline>,
    /// What hangs below it (second level, bullets).
    pub below: Vec<ListItem>,
}

/// How a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Align {
    /// Words, names, codes, phones.
    #[default]
    Left,
    /// Counts, amounts, durations.
    Right,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Table {
    /// What it is, for those who do not see it.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Its total rows, which never leave the last row.
    pub totals: Vec<Row>,
    /// Whether it takes the whole block (164 mm) or stands on the axis.
    pub wide: bool,
    /// Whether the first cell of a row names the row.
    pub row_headers: bool,
    /// Whether a first column of names is exactly as wide as the repère column.
    pub first_on_repere: bool,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Column {
    /// Its header.
    pub header: Vec<Inline>,
    /// How it stands.
    pub align: Align,
    /// Whether it holds codes or figures, which keep their natural width.
    pub fixed: bool,
}

/// A row of a table: as many cells as columns. In a total row, the label's cell goes over the empty cells after it.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Row {
    /// The cells.
    pub cells: Vec<Vec<Inline>>,
}

/// A group of values to be copied elsewhere: one screen of a procedure.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Entries {
    /// « Écran 1 ».
    pub label: Vec<Inline>,
    /// « La collectivité ».
    pub title: Vec<Inline>,
    /// What the boxes to tick are for: « Saisi ».
    pub box_title: String,
    /// The values.
    pub rows: Vec<EntryRow>,
}

/// A value to be copied.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct EntryRow {
    /// « 1.1 ».
    pub number: String,
    /// What it is: « Numéro SIRET ».
    pub name: Vec<Inline>,
    /// The value, as it is to be typed.
    pub value: Vec<Inline>,
}

/// The parties of a convention.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Parties {
    /// Each of them.
    pub parties: Vec<PartyBlock>,
    /// « ensemble dénommés « les parties », il est convenu ce qui suit. »
    pub closing: Vec<Inline>,
}

/// A party.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct PartyBlock {
    /// « Entre », « et ».
    pub word: String,
    /// Who it is: name bold, seat, representative, act.
    pub identity: Vec<Inline>,
    /// « ci-après dénommée « la commune », »
    pub term: Vec<Inline>,
    /// « d'une part, », pushed right; empty for none.
    pub part: Vec<Inline>,
}

/// The end of an act: what is said, then the blocks.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Signatures {
    /// « Fait à … ».
    pub done: Vec<Inline>,
    /// One block per signatory.
    pub blocks: Vec<SignatureBlock>,
    /// « Fait à » alone stays with them, or also the last article (`page.md` §6).
    pub keep_last_article: bool,
    /// Height of the blank.
    pub blank: Blank,
}

/// Height of the blank of a signature block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Blank {
    /// 40 mm: convention.
    #[default]
    Convention,
    /// 35 mm: délibération, bordereau.
    Act,
    /// 20 mm: a letter, which one person signs.
    Letter,
}

/// Where one signs.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct SignatureBlock {
    /// « Pour la commune ».
    pub party: Vec<Inline>,
    /// « Le maire de Fontenay-aux-Roses, ».
    pub quality: Vec<Inline>,
    /// « Agnès DELORME »; a dotted line when unknown.
    pub name: Vec<Inline>,
    /// Whether « Signé le … » stands below.
    pub dated: bool,
    /// What the blank asks for.
    pub asks: SignatureAsk,
}

/// What the blank of a signature block asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum SignatureAsk {
    /// « Signature et cachet ».
    #[default]
    SignatureAndStamp,
    /// « Signature »: a secretary of the session has no stamp.
    Signature,
}
