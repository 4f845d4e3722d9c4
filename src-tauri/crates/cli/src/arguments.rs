//! Reads the words after `convent`. What is not known is named, in French; nothing is guessed.

mod parts;

use crate::follow;
use chrono::{Local, NaiveDate, NaiveDateTime};
use domain::dossier::choices::SequelKind;
use lexopt::{Arg, Parser};
use parts::{checked, day, list, one_document, one_dossier, one_pdf, some, text, value};
use std::ffi::OsString;
use std::path::PathBuf;

/// What is asked.
#[derive(Debug, PartialEq)]
pub enum Command {
    /// `--help`, `--help` after a verb.
    Help(Topic),
    /// `--version`.
    Version,
    /// `new`.
    New(New),
    /// `check`.
    Check(Check),
    /// `export`.
    Export(Export),
    /// `text`.
    Text(Text),
    /// `models`.
    Models(Models),
    /// `tags`.
    Tags(Tags),
    /// `store`.
    Store(Store),
}

/// What help is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// The whole command.
    All,
    /// `new`.
    New,
    /// `check`.
    Check,
    /// `export`.
    Export,
    /// `text`.
    Text,
    /// `models`.
    Models,
    /// `tags`.
    Tags,
    /// `store`.
    Store,
}

/// Options of every verb.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Common {
    /// `--json`.
    pub json: bool,
    /// `--models DIR`.
    pub models: Vec<PathBuf>,
    /// `--date`: the day it is.
    pub date: Option<NaiveDate>,
    /// `--data DIR`: where the store is.
    pub data: Option<PathBuf>,
}

impl Common {
    /// The moment it is: the given day at midnight, or the computer's own clock.
    pub fn now(&self) -> NaiveDateTime {
        self.date.map_or_else(
            || Local::now().naive_local(),
            |date| date.and_time(chrono::NaiveTime::MIN),
        )
    }
}

/// `convent new`.
#[derive(Debug, Default, PartialEq)]
pub struct New {
    /// Options of every verb.
    pub common: Common,
    /// `--model ID`; empty after `--from`.
    pub model: String,
    /// `--from FILE --as KIND`: the dossier to follow, and how.
    pub follow: Option<(PathBuf, SequelKind)>,
    /// `--out DIR`.
    pub out: PathBuf,
}

/// `convent check`.
#[derive(Debug, Default, PartialEq)]
pub struct Check {
    /// Options of every verb.
    pub common: Common,
    /// The dossiers.
    pub dossiers: Vec<PathBuf>,
}

/// `convent export`.
#[derive(Debug, Default, PartialEq)]
pub struct Export {
    /// Options of every verb.
    pub common: Common,
    /// The dossiers.
    pub dossiers: Vec<PathBuf>,
    /// `--out DIR`.
    pub out: PathBuf,
    /// `--draft`.
    pub draft: bool,
    /// `--only a,b`.
    pub only: Vec<String>,
    /// `--separate`.
    pub separate: bool,
    /// `--print-file`.
    pub print_file: bool,
    /// `--signature-fields`.
    pub signature_fields: bool,
    /// `--editable`.
    pub editable: bool,
    /// `--online`.
    pub online: bool,
}

/// `convent text`.
#[derive(Debug, Default, PartialEq)]
pub struct Text {
    /// Options of every verb.
    pub common: Common,
    /// The dossier.
    pub dossier: PathBuf,
    /// `--only KEY`: the document.
    pub document: String,
    /// `--html`.
    pub html: bool,
}

/// `convent models`.
#[derive(Debug, Default, PartialEq)]
pub struct Models {
    /// Options of every verb.
    pub common: Common,
    /// `--check FOLDER…`: the folders to check instead of listing the modèles known.
    pub check: Vec<PathBuf>,
}

/// `convent tags`.
#[derive(Debug, Default, PartialEq)]
pub struct Tags {
    /// Options of every verb.
    pub common: Common,
    /// The PDF.
    pub file: PathBuf,
}

/// `convent store`.
#[derive(Debug, PartialEq)]
pub struct Store {
    /// Options of every verb.
    pub common: Common,
    /// What to do.
    pub verb: StoreVerb,
}

/// What `convent store` does.
#[derive(Debug, PartialEq)]
pub enum StoreVerb {
    /// `list`.
    List,
    /// `import FILE…`.
    Import(Vec<PathBuf>),
    /// `export ID --out FILE`.
    Export {
        /// The dossier's id or reference.
        dossier: String,
        /// The file; the terminal when none is given.
        out: Option<PathBuf>,
    },
}

/// Everything the words said, before it is known which verb they serve.
#[derive(Default)]
struct Words {
    common: Common,
    free: Vec<OsString>,
    model: Option<String>,
    from: Option<PathBuf>,
    kind: Option<SequelKind>,
    check: Vec<PathBuf>,
    out: Option<PathBuf>,
    draft: bool,
    only: Vec<String>,
    separate: bool,
    print_file: bool,
    signature_fields: bool,
    editable: bool,
    online: bool,
    html: bool,
    help: bool,
    version: bool,
}

/// Reads the words after the program's name. The error is a French sentence.
pub fn read(words: impl Iterator<Item = OsString>) -> Result<Command, String> {
    let mut words = gather(Parser::from_args(words))?;
    if words.version {
        return Ok(Command::Version);
    }
    let verb = if words.free.is_empty() {
        String::new()
    } else {
        text(&words.free.remove(0))
    };
    let topic = topic(&verb)?;
    if words.help || verb.is_empty() || verb == "help" {
        return Ok(Command::Help(topic));
    }
    serve(topic, words)
}

fn gather(mut parser: Parser) -> Result<Words, String> {
    let mut words = Words::default();
    while let Some(argument) = parser
        .next()
        .map_err(|_| "Une option est mal écrite.".to_owned())?
    {
        match argument {
            Arg::Value(value) => words.free.push(value),
            Arg::Short('h') | Arg::Long("help" | "aide") => words.help = true,
            Arg::Short('V') | Arg::Long("version") => words.version = true,
            Arg::Long("json") => words.common.json = true,
            Arg::Long("draft") => words.draft = true,
            Arg::Long("separate") => words.separate = true,
            Arg::Long("print-file") => words.print_file = true,
            Arg::Long("signature-fields") => words.signature_fields = true,
            Arg::Long("editable") => words.editable = true,
            Arg::Long("online") => words.online = true,
            Arg::Long("html") => words.html = true,
            Arg::Long("models") => words
                .common
                .models
                .push(value(&mut parser, "--models")?.into()),
            Arg::Long("check") => words.check.push(value(&mut parser, "--check")?.into()),
            Arg::Long("data") => words.common.data = Some(value(&mut parser, "--data")?.into()),
            Arg::Long("out") => words.out = Some(value(&mut parser, "--out")?.into()),
            Arg::Long("model") => words.model = Some(text(&value(&mut parser, "--model")?)),
            Arg::Long("from") => words.from = Some(value(&mut parser, "--from")?.into()),
            Arg::Long("as") => {
                words.kind = Some(follow::kind(&text(&value(&mut parser, "--as")?))?)
            }
            Arg::Long("date") => {
                words.common.date = Some(day(&text(&value(&mut parser, "--date")?))?)
            }
            Arg::Long("only") => words.only = list(&text(&value(&mut parser, "--only")?)),
            Arg::Short(other) => return Err(format!("Option inconnue : -{other}.")),
            Arg::Long(other) => return Err(format!("Option inconnue : --{other}.")),
        }
    }
    Ok(words)
}

fn serve(topic: Topic, words: Words) -> Result<Command, String> {
    let files: Vec<PathBuf> = words.free.iter().map(PathBuf::from).collect();
    let out = || {
        words
            .out
            .clone()
            .ok_or("--out est attendu : le dossier où écrire.".to_owned())
    };
    Ok(match topic {
        Topic::All => Command::Help(Topic::All),
        Topic::New => Command::New(New {
            follow: follow::pair(words.from.clone(), words.kind)?,
            model: follow::model(words.model.as_deref(), words.from.is_some())?,
            out: words.out.clone().unwrap_or_else(|| PathBuf::from(".")),
            common: words.common,
        }),
        Topic::Check => Command::Check(Check {
            dossiers: some(files)?,
            common: words.common,
        }),
        Topic::Export => Command::Export(Export {
            dossiers: some(files)?,
            out: out()?,
            draft: words.draft,
            only: words.only,
            separate: words.separate,
            print_file: words.print_file,
            signature_fields: words.signature_fields,
            editable: words.editable,
            online: words.online,
            common: words.common,
        }),
        Topic::Text => Command::Text(Text {
            dossier: one_dossier(files)?,
            document: one_document(words.only)?,
            html: words.html,
            common: words.common,
        }),
        Topic::Models => Command::Models(Models {
            common: words.common,
            check: checked(words.check, files),
        }),
        Topic::Tags => Command::Tags(Tags {
            file: one_pdf(files)?,
            common: words.common,
        }),
        Topic::Store => Command::Store(Store {
            verb: store_verb(&files, words.out)?,
            common: words.common,
        }),
    })
}

fn store_verb(files: &[PathBuf], out: Option<PathBuf>) -> Result<StoreVerb, String> {
    let Some((verb, rest)) = files.split_first() else {
        return Err("« convent store » attend list, import ou export.".to_owned());
    };
    match (verb.to_str(), rest) {
        (Some("list"), []) => Ok(StoreVerb::List),
        (Some("import"), files) => Ok(StoreVerb::Import(some(files.to_vec())?)),
        (Some("export"), [dossier]) => Ok(StoreVerb::Export {
            dossier: text(dossier.as_os_str()),
            out,
        }),
        (Some("export"), _) => {
            Err("« convent store export » attend la référence d’un dossier.".to_owned())
        }
        _ => Err(format!(
            "« convent store {} » n’existe pas : list, import ou export.",
            verb.display()
        )),
    }
}

fn topic(verb: &str) -> Result<Topic, String> {
    Ok(match verb {
        "" | "help" => Topic::All,
        "new" => Topic::New,
        "check" => Topic::Check,
        "export" => Topic::Export,
        "text" => Topic::Text,
        "models" => Topic::Models,
        "tags" => Topic::Tags,
        "store" => Topic::Store,
        other => {
            return Err(format!(
                "« {other} » n’est pas une action de convent : new, check, export, text, models, tags, store."
            ));
        }
    })
}

#[cfg(test)]
mod tests;
