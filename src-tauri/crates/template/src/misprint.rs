//! What is wrong in a modèle's own text: a file, a line, and a French sentence for the one who writes it.
//!
//! A misprint is never about a dossier: what a referent typed is the business of the vérification.

use std::fmt;

/// A fault in the files of a modèle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misprint {
    /// The file, as named in the folder.
    pub file: String,
    /// The line, from 1; 0 when it is about the whole file.
    pub line: usize,
    /// What is wrong.
    pub what: MisprintKind,
}

impl fmt::Display for Misprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line == 0 {
            return write!(f, "{} : {}", self.file, self.what);
        }
        write!(f, "{}, ligne {} : {}", self.file, self.line, self.what)
    }
}

impl std::error::Error for Misprint {}

/// What is wrong in a modèle. Each variant's sentence is the one that `LANGAGE.md` §6 explains.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MisprintKind {
    /// A path that no field and no computed value answers.
    #[error("le champ « {0} » n’existe pas")]
    UnknownField(String),
    /// A path that stops at a group of fields.
    #[error("« {0} » est un groupe de champs : dire lequel")]
    NotAField(String),
    /// A filter that is not of the language.
    #[error("le filtre « {0} » n’existe pas")]
    UnknownFilter(String),
    /// A filter with too few or too many arguments.
    #[error("le filtre « {filter} » demande {expected}")]
    FilterArguments {
        /// The filter.
        filter: String,
        /// What it asks for, in words.
        expected: &'static str,
    },
    /// An expression that does not read.
    #[error("l’expression « {0} » ne se lit pas")]
    Expression(String),
    /// An `if` without its `else`.
    #[error("l’expression « {0} » a un « if » sans « else »")]
    WithoutElse(String),
    /// `{{` without `}}`.
    #[error("double accolade non fermée")]
    OpenBraces,
    /// `**` or `*` that is not closed on its line.
    #[error("« {0} » ouvert et non fermé dans l’alinéa")]
    OpenEmphasis(&'static str),
    /// A block that is not of the language.
    #[error("le bloc « {0} » n’est pas connu")]
    UnknownBlock(String),
    /// A block without its end.
    #[error("le bloc « {0} » ouvert ligne {1} n’est pas fermé")]
    OpenBlock(String, usize),
    /// `:::` that closes nothing.
    #[error("« ::: » sans bloc ouvert")]
    NothingToClose,
    /// `::: sinon` out of place.
    #[error("« ::: sinon » hors d’un « ::: si »")]
    LoneElse,
    /// A block where it cannot stand.
    #[error("le bloc « {0} » ne se place pas ici")]
    Misplaced(String),
    /// A line that a block does not read.
    #[error("la ligne ne se lit pas dans le bloc « {block} » : {expected}")]
    Line {
        /// The block.
        block: &'static str,
        /// What it expects.
        expected: &'static str,
    },
    /// A setting that the block does not have.
    #[error("réglage inconnu dans « {block} » : « {setting} »")]
    UnknownSetting {
        /// The block.
        block: String,
        /// The setting.
        setting: String,
    },
    /// A setting whose value is not one of those it takes.
    #[error("« {value} » ne convient pas au réglage « {setting} »")]
    Setting {
        /// The setting.
        setting: String,
        /// The value.
        value: String,
    },
    /// An anchor with other signs than small letters, digits and hyphens.
    #[error("l’ancre « {0} » : minuscules sans accent, chiffres et tirets seulement")]
    AnchorName(String),
    /// An anchor said twice.
    #[error("l’ancre « {0} » est définie deux fois")]
    AnchorTwice(String),
    /// A reference to nothing.
    #[error("l’ancre « {0} » n’existe pas")]
    UnknownAnchor(String),
    /// An annexe that no sentence calls.
    #[error("l’annexe « {0} » n’est citée nulle part")]
    AnnexeUncalled(String),
    /// An annexe without `::: annexe`.
    #[error("l’annexe « {0} » n’a pas de place")]
    AnnexeUnplaced(String),
    /// `::: annexe` of one that the document does not declare.
    #[error("l’annexe « {0} » n’est pas déclarée pour ce document")]
    AnnexeUndeclared(String),
    /// A row with another count of cells than the header.
    #[error("la ligne du tableau a {found} cases au lieu de {expected}")]
    Cells {
        /// How many the row has.
        found: usize,
        /// How many the header has.
        expected: usize,
    },
    /// A table without its title.
    #[error("le tableau n’a pas de titre")]
    TableTitle,
    /// A table without header or without row.
    #[error("le tableau n’a pas de ligne")]
    TableRows,
    /// An item of a third level.
    #[error("troisième niveau de liste")]
    ThirdLevel,
    /// An annexe that does not begin by its title, or a `#` elsewhere.
    #[error("le titre d’annexe manque, ou n’est pas en tête")]
    AnnexeTitle,
    /// A title deeper than the language has.
    #[error("un titre a quatre « # » au plus")]
    TitleDepth,
    /// A title two levels below the one before it.
    #[error("le titre saute un niveau : il n’y a pas de « ## » avant lui")]
    SkippedLevel,
    /// A title without a word.
    #[error("le titre est vide")]
    EmptyTitle,
    /// Originals that nobody can sign.
    #[error("le document « {0} » se signe et n’a pas de bloc « signatures »")]
    NoSignature(String),
    /// A sign that no face has.
    #[error("le signe « {0} » ne s’imprime pas : les polices ne l’ont pas")]
    NoGlyph(char),
    /// A signature block without its three lines.
    #[error(
        "un bloc de signature a trois lignes après « === » : au nom de qui, la qualité, le nom"
    )]
    SignatureLines,
    /// `modele.toml` that is not TOML.
    #[error(
        "modele.toml ne se lit pas : vérifier le signe « = », les guillemets droits et les crochets"
    )]
    Toml,
    /// A word that `modele.toml` does not have.
    #[error("mot inconnu : « {0} »")]
    UnknownWord(String),
    /// A word that `modele.toml` must have.
    #[error("il manque « {0} »")]
    MissingWord(String),
    /// A value that is not of those the word takes.
    #[error("« {word} » : {expected}")]
    WordValue {
        /// The word.
        word: String,
        /// What it takes.
        expected: String,
    },
    /// A key said twice.
    #[error("la clé « {0} » est définie deux fois")]
    KeyTwice(String),
    /// A key that names nothing declared.
    #[error("« {0} » n’est pas déclaré dans modele.toml")]
    UnknownKey(String),
    /// A file that is not in the folder.
    #[error("le fichier « {0} » n’existe pas")]
    NoFile(String),
    /// A language this program does not read.
    #[error("version de la langue inconnue : ce modèle demande un ConvENT plus récent")]
    Language,
    /// A shared thing that does not exist.
    #[error("« {0} » n’est pas dans le dossier « commun »")]
    UnknownShared(String),
    /// A modèle of this id is there already.
    #[error("le modèle « {0} » existe déjà")]
    ModelTwice(String),
}

/// Gathers the misprints of one file.
#[derive(Debug, Default)]
pub(crate) struct Report {
    file: String,
    found: Vec<Misprint>,
    unheard: bool,
}

impl Report {
    pub(crate) fn of(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            ..Self::default()
        }
    }

    /// Of a file that comes with the program: its misprints were looked for when the program was made, and nobody asks
    /// for them again.
    pub(crate) fn unheard(file: &str) -> Self {
        Self {
            unheard: true,
            ..Self::of(file)
        }
    }

    /// Whether nobody asks for what it gathers.
    pub(crate) fn is_unheard(&self) -> bool {
        self.unheard
    }

    pub(crate) fn file(&self) -> &str {
        &self.file
    }

    pub(crate) fn add(&mut self, line: usize, what: MisprintKind) {
        let misprint = Misprint {
            file: self.file.clone(),
            line,
            what,
        };
        if !self.found.contains(&misprint) {
            self.found.push(misprint);
        }
    }

    pub(crate) fn take(self) -> Vec<Misprint> {
        self.found
    }
}
