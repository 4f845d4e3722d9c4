//! Hostile words in twelve fields, from the text of a dossier to the text of its PDFs, in this process: 500 values in
//! each field. What is refused is refused by the name of its field; what is taken comes out letter for letter, and
//! no word changes the structure of a page.

mod hostile_words;

use app::Problem;
use app::view::Weight;
use domain::dossier::Dossier;
use hostile_words::{Fate, Word, words};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use tests::dossiers::{add, example, now, put};
use tests::papers::{Asked, Paper, keep, made, sound, workshop};
use tests::readers::bare;
use unicode_normalization::UnicodeNormalization;

/// How many values each field is given.
const VALUES: usize = 500;

/// How many files are left to the reference validator.
const LEFT: usize = 60;

/// The fields, each with what the example says there and the document where it is printed as typed.
const FIELDS: [(&str, &str, &str); 12] = [
    (
        "deliberation/objet",
        "Convention relative à l’espace numérique de travail (ENT) des écoles publiques de la commune",
        SHORT[0],
    ),
    ("deliberation/numero", "DEL261214_20", SHORT[0]),
    (
        "champs/subvention_origine",
        "de l’appel à projets du plan de relance",
        SHORT[0],
    ),
    (
        "deliberation/rapporteur",
        "Mme Nora Lemaître, adjointe au maire déléguée à l’éducation",
        SHORT[1],
    ),
    ("champs/editeur_ent", "Atelier Clairelune", SHORT[1]),
    ("champs/exploitant_ent", "Sillage Infogérance", SHORT[1]),
    (
        "ecoles/le-parc/nom",
        "École élémentaire publique Le Parc",
        LONG,
    ),
    ("ecoles/le-parc/adresse", "4, avenue du Parc", LONG),
    ("collectivite/adresse", "75, rue Boucicaut", LONG),
    ("academie/circonscription", "Fontenay-aux-Roses", LONG),
    (
        "champs/services_academiques",
        "la délégation académique au numérique éducatif",
        LONG,
    ),
    ("contacts/technique-1/prenom", "Camille", LONG),
];

const SHORT: [&str; 2] = ["projet-deliberation", "note-synthese"];
const LONG: &str = "texte-annexe";

/// The documents that print one of the fields.
const DOCUMENTS: [&str; 3] = [SHORT[0], SHORT[1], LONG];

/// A dossier that prints every one of the fields.
static CALM: LazyLock<Dossier> = LazyLock::new(|| {
    let mut calm = example();
    put(&mut calm, "champs/subvention", "1500");
    FIELDS
        .iter()
        .for_each(|(path, typed, _)| put(&mut calm, path, typed));
    calm
});

/// The structure of each document when nothing hostile stands in it.
static SHAPES: LazyLock<BTreeMap<&str, Vec<String>>> = LazyLock::new(|| {
    let papers = made(
        &CALM,
        Asked {
            only: &DOCUMENTS,
            ..Asked::default()
        },
    )
    .expect("the calm one is made");
    papers
        .iter()
        .map(|paper| (document_of(paper), shape(&tags(paper))))
        .collect()
});

fn document_of(paper: &Paper) -> &'static str {
    let holds = |document: &&&str| paper.name.contains(**document);
    DOCUMENTS.iter().find(holds).expect("one of the documents")
}

fn tags(paper: &Paper) -> String {
    pdf::tags(&paper.bytes).expect("a paper has tags")
}

/// Tags without words nor pages: what no value may change.
fn shape(tags: &str) -> Vec<String> {
    let element = |line: &str| {
        let kind = line.split('«').next().unwrap_or_default();
        kind.split(" → page")
            .next()
            .unwrap_or_default()
            .trim_end()
            .to_owned()
    };
    tags.lines().map(element).collect()
}

/// Words as they are compared: composed, and without what typography sets (spaces, apostrophes, bound hyphens) or
/// what shows nothing.
fn plain(words: &str) -> String {
    let composed: String = bare(words).nfc().collect();
    let unseen = |sign: &char| matches!(sign, '\u{200b}' | '\u{2060}' | '\u{feff}');
    let same = |sign: char| match sign {
        '’' => '\'',
        '\u{2011}' => '-',
        other => other,
    };
    composed
        .chars()
        .filter(|sign| !unseen(sign))
        .map(same)
        .collect()
}

/// The value that a field is given in a dossier: each field goes through all of them, none at the same place.
fn value(dossier: usize, field: usize) -> &'static Word {
    static WORDS: LazyLock<Vec<Word>> = LazyLock::new(|| words(VALUES));
    &WORDS[(dossier + field * 41) % VALUES]
}

/// The text of a dossier with these values, as written in JSON, in place of the calm ones.
fn text_with(values: &[&Word]) -> String {
    let mut text = format::write(&CALM);
    for ((path, typed, _), word) in FIELDS.iter().zip(values) {
        let key = path.rsplit('/').next().unwrap_or_default();
        let member = |json: &str| format!("\"{key}\": {json}");
        let calm = member(&serde_json::to_string(typed).expect("JSON"));
        assert_eq!(text.matches(&calm).count(), 1, "{path} stands once");
        text = text.replacen(&calm, &member(&word.json), 1);
    }
    text
}

/// Reads; a value that is no text is refused by name, and the rest is read without it.
fn read(values: &[&Word]) -> Dossier {
    let errors = match format::read(&text_with(values)) {
        Ok(dossier) => return dossier,
        Err(errors) => errors,
    };
    let broken: Vec<usize> = (0..FIELDS.len())
        .filter(|at| values[*at].fate == Fate::NoText)
        .collect();
    let named: Vec<&str> = errors.iter().map(|error| error.path.as_str()).collect();
    let expected: Vec<&str> = broken.iter().map(|at| FIELDS[*at].0).collect();
    let (mut named_sorted, mut expected_sorted) = (named.clone(), expected);
    named_sorted.sort_unstable();
    expected_sorted.sort_unstable();
    assert_eq!(named_sorted, expected_sorted, "broken texts are named");
    let calm: Vec<Word> = FIELDS
        .iter()
        .map(|(_, typed, _)| Word::taken(typed))
        .collect();
    let mended: Vec<&Word> = (0..FIELDS.len())
        .map(|at| {
            if broken.contains(&at) {
                &calm[at]
            } else {
                values[at]
            }
        })
        .collect();
    format::read(&text_with(&mended)).expect("nothing else is refused")
}

/// The fields that the vérification refuses, each by name and with a sentence; what it only doubts is passed.
fn refused(dossier: &mut Dossier) -> Vec<String> {
    let checked = app::check_dossier(workshop(), dossier, now()).expect("a dossier is checked");
    let mut refused = Vec::new();
    for (rank, finding) in checked.findings.iter().enumerate() {
        let path = finding.path.clone().unwrap_or_default();
        assert!(
            !finding.sentence.is_empty() && !finding.sentence.chars().any(char::is_control),
            "{path}"
        );
        match finding.severity {
            Weight::Bloquant => refused.push(path),
            Weight::AVerifier => {
                let reason = [
                    ("constat", finding.code.as_str()),
                    ("champ", &path),
                    ("motif", "Vu."),
                ];
                add(dossier, "motifs", &format!("m-{rank}"), &reason);
            }
            Weight::Conseil => {}
        }
    }
    refused
}

/// One dossier with a hostile value in each field, all the way.
fn check(at: usize) {
    let values: Vec<&Word> = (0..FIELDS.len()).map(|field| value(at, field)).collect();
    let mut dossier = read(&values);
    draft_does_not_break(at, &dossier);
    let refused = refused(&mut dossier);
    for ((path, calm, _), word) in FIELDS.iter().zip(&values) {
        let is_refused = refused.iter().any(|named| named == path);
        match word.fate {
            Fate::Taken => assert!(!is_refused, "{path} takes {:?}", word.typed),
            Fate::Refused => assert!(is_refused, "{path} refuses {:?}", word.typed),
            Fate::Either => assert!(
                !is_refused || path.starts_with("champs/"),
                "{path} takes {:?}",
                word.typed
            ),
            Fate::NoText => {}
        }
        if is_refused {
            put(&mut dossier, path, calm);
        }
    }
    let foreign = refused
        .iter()
        .find(|named| FIELDS.iter().all(|(path, ..)| path != named));
    assert_eq!(foreign, None, "dossier {at}: only what is wrong is named");
    comes_out(at, &dossier, &values);
}

/// The papers are sound, their structure is the calm one, and each value that was taken stands in them as typed.
fn comes_out(at: usize, dossier: &Dossier, values: &[&Word]) {
    let papers = made(
        dossier,
        Asked {
            only: &DOCUMENTS,
            ..Asked::default()
        },
    )
    .unwrap_or_else(|problem| panic!("dossier {at}: {}", app::fr::problem(&problem)));
    for paper in &papers {
        let document = document_of(paper);
        judged(at, document, paper);
        let tags = tags(paper);
        assert_eq!(shape(&tags), SHAPES[document], "dossier {at}, {document}");
        let said = plain(&spoken(&tags));
        let here = FIELDS
            .iter()
            .zip(values)
            .filter(|((.., printed), _)| *printed == document);
        for ((path, ..), word) in here.filter(|(_, word)| word.fate == Fate::Taken) {
            let expected = plain(&word.typed);
            assert!(
                said.contains(&expected),
                "dossier {at}, {path}: {:?} is not in\n{tags}",
                word.typed
            );
        }
    }
}

/// What stands between the quotation marks of the tags.
fn spoken(tags: &str) -> String {
    let words = |line: &str| Some(line.split_once("« ")?.1.strip_suffix(" »")?.to_owned());
    tags.lines().filter_map(words).collect()
}

/// Every file is read by our own checker; some are left to the reference validator.
fn judged(at: usize, document: &str, paper: &Paper) {
    let name = format!("hostile/{at:03}-{document}.pdf");
    let spread = at * LEFT / VALUES != (at + 1) * LEFT / VALUES;
    if spread && DOCUMENTS[at % DOCUMENTS.len()] == document {
        keep(&name, &paper.bytes);
    } else {
        sound(&name, &paper.bytes);
    }
}

/// A draft takes what a fair copy refuses; a sign that no face draws is refused by name even then.
fn draft_does_not_break(at: usize, dossier: &Dossier) {
    let asked = Asked {
        only: &[DOCUMENTS[at % 2]],
        draft: true,
        ..Asked::default()
    };
    match made(dossier, asked) {
        Ok(papers) => papers
            .iter()
            .for_each(|paper| sound(&format!("draft {at}"), &paper.bytes)),
        Err(Problem::SignsMissing { missing }) => {
            assert!(
                missing.iter().all(|(_, fields)| !fields.is_empty()),
                "{missing:?}"
            )
        }
        Err(other) => panic!("dossier {at}: {}", app::fr::problem(&other)),
    }
}

macro_rules! quarters {
    ($($name:ident $quarter:literal)*) => {
        $(#[test]
        fn $name() {
            (0..VALUES).filter(|at| at % 4 == $quarter).for_each(check);
        })*
    };
}

quarters! {
    hostile_words_first_quarter 0
    hostile_words_second_quarter 1
    hostile_words_third_quarter 2
    hostile_words_last_quarter 3
}

#[test]
fn the_words_are_as_many_as_said_and_all_different() {
    let words = words(VALUES);
    let distinct: std::collections::BTreeSet<&str> =
        words.iter().map(|word| word.json.as_str()).collect();
    assert_eq!(distinct.len(), VALUES);
    let count = |fate: Fate| words.iter().filter(|word| word.fate == fate).count();
    assert!(count(Fate::Taken) >= 250 && count(Fate::Refused) >= 100 && count(Fate::NoText) >= 10);
}

/// A megabyte in one field: refused by the name of that field, at once, and a draft is still made.
#[test]
fn a_megabyte_in_each_field() {
    for (path, calm, document) in FIELDS {
        let text = "é".repeat(500_000) + &"mot ".repeat(12);
        let mut dossier = format::read(&format::write(&CALM)).expect("the calm one reads");
        put(&mut dossier, path, &text);
        let mut dossier = format::read(&format::write(&dossier)).expect("a long text reads");
        assert_eq!(refused(&mut dossier), [path]);
        let asked = Asked {
            only: &[document],
            ..Asked::default()
        };
        match made(&dossier, asked) {
            Err(Problem::Refused { findings }) => {
                let named: Vec<_> = findings
                    .iter()
                    .filter_map(|finding| finding.path.as_deref())
                    .collect();
                assert_eq!(named, [path]);
            }
            other => panic!("{path}: {other:?}"),
        }
        let drafts = made(
            &dossier,
            Asked {
                draft: true,
                ..asked
            },
        )
        .expect("a draft is made");
        for draft in &drafts {
            sound(path, &draft.bytes);
            assert!(
                draft.bytes.len() < 400_000,
                "{path}: {} bytes",
                draft.bytes.len()
            );
        }
        put(&mut dossier, path, calm);
        assert!(made(&dossier, asked).is_ok(), "{path} alone was wrong");
    }
}
