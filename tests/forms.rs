//! The forms of a document beside its PDF: the `.docx` that LibreOffice opens and says back, the text to be pasted, the
//! version put online, which shows how to reach nobody; and the files of others, laid beside untouched.

use app::ExportOrder;
use document::{Block, Document, Inline, ListItem};
use domain::dossier::Dossier;
use domain::values::Date;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use tests::office::{self, Found, bare};
use tests::papers::{keep, workshop};
use tests::{command, dossiers, house, readers};

/// Every example, with the day on which its documents are made.
fn examples() -> Vec<(String, Dossier)> {
    let folder = house::root().join("assets/examples");
    let mut files: Vec<PathBuf> = house::entries(&folder);
    files.retain(|file| file.extension().is_some_and(|end| end == "json"));
    files.sort();
    let read = |file: PathBuf| {
        let name = file
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        (
            name,
            format::read(&house::text(&file)).expect("the example reads"),
        )
    };
    files.into_iter().map(read).collect()
}

/// The editable documents of a dossier, as drafts: key, document with the typography of its pages.
fn editables(dossier: &Dossier) -> Vec<(String, Document)> {
    let template = workshop().template(dossier).expect("the modèle is shipped");
    let today = Date::kept(dossiers::now().date()).expect("a day");
    let documents = template
        .documents_of(dossier)
        .into_iter()
        .filter(|it| it.editable);
    documents
        .map(|it| {
            let draft = template::draft(template, dossier, &it.key, 1, today, true);
            (
                it.key.clone(),
                layout::dressed(&draft.expect("a draft fills")),
            )
        })
        .collect()
}

/// A `.docx` opened by LibreOffice has the titles, the items, the cells of its document, and the words that a reader's
/// program finds in its PDF.
#[test]
fn a_word_processor_finds_the_same_document() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut all = Vec::new();
    for (name, dossier) in examples() {
        let of = folder.path().join(&name);
        let made = exported(&dossier, &of, |order| {
            (order.draft, order.editable) = (true, true)
        });
        for (key, document) in editables(&dossier) {
            // Of a document that is made for each share, the draft is that of the first.
            let find = |end: &str| {
                let other = format!("projet-{key}");
                let is_it = |file: &&String| {
                    file.contains(&format!("-{key}"))
                        && file.ends_with(end)
                        && !file.contains(&other)
                };
                let file = made.iter().find(is_it);
                of.join(file.unwrap_or_else(|| panic!("{name}: {key}.{end} is not made: {made:?}")))
            };
            // One folder for all: LibreOffice is started once.
            let docx = folder.path().join(format!("{name}-{key}.docx"));
            std::fs::copy(find("docx"), &docx).expect("a copy");
            all.push((docx, find("pdf"), document));
        }
    }
    assert!(all.len() >= 10, "{}", all.len());
    let files: Vec<PathBuf> = all.iter().map(|(docx, ..)| docx.clone()).collect();
    let Some(read) = office::converted(folder.path(), &files, "odt") else {
        return;
    };
    for (odt, (docx, pdf, document)) in read.iter().zip(&all) {
        let found = office::read(odt);
        let wanted = wanted(document);
        let name = docx.display();
        assert_eq!(found.titles, wanted.titles, "titles of {name}");
        assert_eq!(found.items, wanted.items, "items of {name}");
        // What a bordereau counts is known by its PDF alone, whose words are read below.
        if !name.to_string().contains("bordereau") {
            assert_eq!(found.cells, wanted.cells, "cells of {name}");
        }
        if let Some(words) = readers::words_of_structure(pdf) {
            assert_eq!(said(&found.words), said(&words), "words of {name}");
        }
    }
}

/// Words without what each form draws in its own way: labels of lists, dots, boxes, points between items.
fn said(words: &str) -> String {
    bare(words).replace("àcompléter:", "").replace(
        ['–', '•', '·', '…', '☐', '☒', '[', ']', '\u{2011}', '-'],
        "",
    )
}

/// What a document holds, by its own parts.
fn wanted(document: &Document) -> Found {
    let mut found = Found::default();
    let opening = &document.opening;
    if let Some(letter) = &opening.letter {
        found.cell(&letter.sender.join(&Inline::Break));
        found.cell(&letter.recipient.join(&Inline::Break));
    }
    let title = [opening.genre.clone(), opening.rest.clone()].concat();
    found.titles.push((1, words(&title)));
    document
        .blocks
        .iter()
        .for_each(|block| found.block(block, 2));
    for annexe in &document.annexes {
        let title = format!("{}{}", bare(&annexe.label), words(&annexe.title));
        found.titles.push((2, title));
        annexe.blocks.iter().for_each(|block| found.block(block, 3));
    }
    found
}

trait Wanted {
    fn cell(&mut self, line: &[Inline]);
    fn block(&mut self, block: &Block, top: u8);
    fn items(&mut self, items: &[ListItem]);
}

impl Wanted for Found {
    fn cell(&mut self, line: &[Inline]) {
        let words = words(line);
        if !words.is_empty() {
            self.cells.push(words);
        }
    }

    fn block(&mut self, block: &Block, top: u8) {
        match block {
            Block::Heading {
                level, label, text, ..
            } => {
                let level = if *level <= 1 { top } else { 3 };
                self.titles.push((level, words(label) + &words(text)));
            }
            Block::List(list) => self.items(&list.items),
            Block::Roll(names) => self.items.extend(names.iter().map(|name| words(name))),
            Block::Table(table) => {
                table
                    .columns
                    .iter()
                    .for_each(|column| self.cell(&column.header));
                let rows = table.rows.iter().chain(&table.totals);
                rows.flat_map(|row| &row.cells)
                    .for_each(|cell| self.cell(cell));
            }
            Block::Definitions(pairs) => pairs.iter().for_each(|(label, value)| {
                self.cell(label);
                self.cell(value);
            }),
            Block::Figures(figures) => {
                let cell = |(label, figure): &(String, Vec<Inline>)| bare(label) + &words(figure);
                self.cells.extend(figures.iter().map(cell));
            }
            Block::Signatures(signatures) => {
                for block in &signatures.blocks {
                    let asks = match block.asks {
                        document::SignatureAsk::SignatureAndStamp => "Signatureetcachet",
                        document::SignatureAsk::Signature => "Signature",
                    };
                    let signed = if block.dated {
                        "Signéle…………………………"
                    } else {
                        ""
                    };
                    let lines = [&block.party, &block.quality, &block.name];
                    let who: String = lines.iter().map(|line| words(line)).collect();
                    self.cells.push(format!("{who}{asks}{}", dots(signed)));
                }
            }
            Block::Kept(blocks) => blocks.iter().for_each(|block| self.block(block, top)),
            _ => {}
        }
    }

    /// LibreOffice nests the items below inside the item above, which ends after them.
    fn items(&mut self, items: &[ListItem]) {
        for item in items {
            self.items(&item.below);
            let below: String = item.below.iter().map(|it| words(&it.text)).collect();
            self.items.push(words(&item.text) + &below);
        }
    }
}

/// Dots are as many as the form draws.
fn dots(words: &str) -> String {
    words.replace("…………………………", &"…".repeat(11))
}

fn words(line: &[Inline]) -> String {
    let word = |inline: &Inline| match inline {
        Inline::Text(text) => text.words.clone(),
        Inline::ToComplete { label, .. } => format!("[{label}]"),
        Inline::Dotted { what, .. } => "…".repeat(match what {
            document::Dotted::Place => 14,
            document::Dotted::Date => 11,
            document::Dotted::Rest => 12,
        }),
        Inline::Check { ticked, .. } => if *ticked { "☒" } else { "☐" }.to_owned(),
        Inline::Break => String::new(),
    };
    bare(&line.iter().map(word).collect::<String>())
}

/// Makes the documents of a dossier into a folder; their names.
#[track_caller]
fn exported(dossier: &Dossier, out: &Path, asked: impl Fn(&mut ExportOrder)) -> Vec<String> {
    let mut order = ExportOrder {
        out: out.to_owned(),
        ..ExportOrder::default()
    };
    asked(&mut order);
    let said = |problem: app::Problem| panic!("{}", app::fr::problem(&problem));
    let made = app::export_dossier(workshop(), dossier, &order, dossiers::now());
    let mut made = made.unwrap_or_else(said);
    let batch = app::export_shares(workshop(), dossier, &order, dossiers::now());
    for share in batch
        .unwrap_or_else(|problem| panic!("{}", app::fr::problem(&problem)))
        .shares
    {
        made.extend(share.outcome.unwrap_or_else(said));
    }
    made.into_iter().map(|file| file.name).collect()
}

#[test]
fn the_same_dossier_gives_the_same_docx_at_once_and_later() {
    let folder = tempfile::tempdir().expect("a folder");
    let make = |name: &str| {
        let out = folder.path().join(name);
        let names = exported(&after_vote(), &out, |order| order.editable = true);
        let docx = names.into_iter().filter(|name| name.ends_with(".docx"));
        docx.map(|name| (std::fs::read(out.join(&name)).expect("reads"), name))
            .collect::<Vec<_>>()
    };
    let first = make("a");
    let names: Vec<&str> = first.iter().map(|(_, name)| name.as_str()).collect();
    assert!(
        names.contains(&"2026-001-apres-vote-deliberation.docx"),
        "{names:?}"
    );
    assert!(first == make("b"));
}

fn after_vote() -> Dossier {
    let file = house::root().join("assets/examples/fontenay-apres-vote.json");
    format::read(&house::text(&file)).expect("the example reads")
}

/// The telephones and mailboxes of the example's people, as they are typed and as they are printed.
const PEOPLE: [&str; 6] = [
    "01 99 00 12 34",
    "01 99 00 56 78",
    "01 99 00 56 79",
    "julien.marchais@exemple.fr",
    "camille.rousselet@exemple.fr",
    "idriss.vautrin@exemple.fr",
];

/// All that a file says anywhere: the strings of its objects, its streams, its words; without blanks.
fn all_of(pdf: &Path) -> String {
    let bytes = std::fs::read(pdf).expect("a PDF reads");
    let document = lopdf::Document::load_mem(&bytes).expect("a PDF");
    let mut all = String::new();
    for object in document.objects.values() {
        gather(object, &mut all);
    }
    all.push_str(&readers::words_of_structure(pdf).unwrap_or_default());
    all.push_str(&pdf::tags(&bytes).expect("tags"));
    bare(&all)
}

fn gather(object: &lopdf::Object, all: &mut String) {
    match object {
        lopdf::Object::String(bytes, _) => {
            let wide: Vec<u16> = bytes
                .chunks(2)
                .map(|two| u16::from_be_bytes([two[0], *two.last().expect("two")]))
                .collect();
            all.push_str(&String::from_utf16_lossy(&wide));
            all.push_str(&String::from_utf8_lossy(bytes));
        }
        lopdf::Object::Array(some) => some.iter().for_each(|object| gather(object, all)),
        lopdf::Object::Dictionary(some) => some.iter().for_each(|(_, object)| gather(object, all)),
        lopdf::Object::Stream(stream) => {
            stream
                .dict
                .iter()
                .for_each(|(_, object)| gather(object, all));
            let content = stream
                .decompressed_content()
                .unwrap_or_else(|_| stream.content.clone());
            all.push_str(&String::from_utf8_lossy(&content));
        }
        _ => {}
    }
}

/// What is put online shows how to reach nobody, anywhere in the file; all the rest is what the original says.
#[test]
fn what_is_put_online_reaches_nobody_and_says_the_rest() {
    let mut dossier = after_vote();
    // Typed again where nobody waits for it: the name of the dossier goes into the file's metadata.
    dossiers::put(&mut dossier, "titre", "Convention, tél. +33 1.99.00.12.34");
    dossiers::put(
        &mut dossier,
        "champs/exploitant_ent",
        "Sillage (Camille.Rousselet@exemple.fr)",
    );
    let folder = tempfile::tempdir().expect("a folder");
    let names = exported(&dossier, folder.path(), |order| order.online = true);
    assert_eq!(
        names,
        [
            "2026-001-apres-vote-texte-annexe-version-en-ligne.pdf",
            "2026-001-apres-vote-convention-version-en-ligne.pdf",
            "2026-001-apres-vote-deliberation-version-en-ligne.pdf",
        ]
    );
    for name in &names {
        let file = kept(folder.path(), name);
        let all = all_of(&file);
        for value in PEOPLE {
            let value = bare(value);
            assert!(!all.to_lowercase().contains(&value), "{name} says {value}");
        }
        assert!(
            !all.contains("1.99.00.12.34") && !all.contains("+331990012"),
            "{name}"
        );
    }
    let original = exported(&dossier, &folder.path().join("o"), |order| {
        (order.only, order.separate) = (vec!["convention".to_owned()], true);
    });
    let file = kept(&folder.path().join("o"), &original[0]);
    let mut wanted = tags(&file);
    assert!(
        PEOPLE.iter().all(|value| wanted.contains(value)),
        "the original shows them"
    );
    for value in PEOPLE.iter().chain(&["Camille.Rousselet@exemple.fr"]) {
        wanted = wanted.replace(value, "[masqué]");
    }
    let online = kept(folder.path(), &names[1]);
    assert_eq!(tags(&online), wanted);
    assert!(
        tags(&online).contains("ssi@exemple.fr") || wanted.contains("exemple.fr"),
        "a service stays"
    );
}

fn kept(folder: &Path, name: &str) -> PathBuf {
    let bytes = std::fs::read(folder.join(name)).expect("a made file reads");
    keep(&format!("forms/{name}"), &bytes)
}

/// The tags of a file, with plain spaces.
fn tags(file: &Path) -> String {
    let tags = pdf::tags(&std::fs::read(file).expect("reads")).expect("tags");
    tags.replace(['\u{a0}', '\u{202f}'], " ")
}

/// What cannot be told from the telephone of a service is not masked: it is said.
#[test]
fn a_telephone_in_a_free_text_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut dossier = after_vote();
    dossiers::put(
        &mut dossier,
        "champs/exploitant_ent",
        "Sillage, appeler le 01 99 00 77 77",
    );
    std::fs::write(folder.path().join("d.json"), format::write(&dossier)).expect("writes");
    let said = command::run(
        folder.path(),
        &["export", "d.json", "--out", "o", "--online"],
    );
    assert_eq!(said.code, 0, "{said:?}");
    let told = said.out.replace(['\u{a0}', '\u{202f}'], " ");
    assert!(
        told.contains("[à savoir] À relire avant de mettre en ligne")
            && told.contains("« 01 99 00 77 77 »"),
        "{told}"
    );
    // The same words, of someone whom the contacts name: masked, and nothing to say.
    dossiers::put(
        &mut dossier,
        "champs/exploitant_ent",
        "Sillage, appeler le 01 99 00 12 34",
    );
    std::fs::write(folder.path().join("d.json"), format::write(&dossier)).expect("writes");
    let said = command::run(
        folder.path(),
        &["export", "d.json", "--out", "p", "--online"],
    );
    assert!(said.code == 0 && !said.out.contains("à savoir"), "{said:?}");
}

#[test]
fn a_text_is_printed_to_be_pasted() {
    let folder = tempfile::tempdir().expect("a folder");
    let example = house::text(&house::root().join("assets/examples/fontenay-apres-vote.json"));
    std::fs::write(folder.path().join("d.json"), example).expect("writes");
    let asked = |more: &[&str]| {
        let words = [&["text", "d.json", "--only", "deliberation"], more].concat();
        let said = command::run(folder.path(), &words);
        assert_eq!(said.code, 0, "{said:?}");
        said.out
    };
    let (plain, html) = (asked(&[]), asked(&["--html"]));
    assert!(
        plain.contains("\n\nVu le code général des collectivités territoriales"),
        "{plain}"
    );
    assert!(!plain.contains('<') && !plain.contains("PROJET"), "{plain}");
    for wanted in [
        "<h1>",
        "<p><strong>Vu</strong> le code",
        "<th scope=\"col\">",
        "</table>",
    ] {
        assert!(html.contains(wanted), "{wanted} in {html}");
    }
    let unknown = command::run(folder.path(), &["text", "d.json", "--only", "rien"]);
    assert_eq!(unknown.code, 2, "{unknown:?}");
    assert!(
        command::run(folder.path(), &["text", "d.json"])
            .err
            .contains("--only")
    );
}

/// The act that another service wrote goes beside what counts it, byte for byte; one that is not there is told.
#[test]
fn the_act_of_another_service_is_laid_beside_untouched() {
    let folder = tempfile::tempdir().expect("a folder");
    let names = exported(&after_vote(), folder.path(), |order| {
        order.only = vec!["note-synthese".to_owned()]
    });
    let act = std::fs::read(folder.path().join(&names[0])).expect("a PDF");
    let hash: String = Sha256::digest(&act)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let mut dossier = after_vote();
    for (key, typed) in [
        ("extrait", "service"),
        ("acte_fourni/fichier", "Acte signé.pdf"),
        ("acte_fourni/sha256", &hash),
        ("acte_fourni/pages", "1"),
    ] {
        dossiers::put(&mut dossier, &format!("deliberation/{key}"), typed);
    }
    std::fs::write(folder.path().join("d.json"), format::write(&dossier)).expect("writes");
    let run = |out: &str| {
        let said = command::run(
            folder.path(),
            &["export", "d.json", "--out", out, "--only", "bordereau"],
        );
        assert_eq!(said.code, 0, "{said:?}");
        let beside = folder
            .path()
            .join(out)
            .join("2026-001-apres-vote-deliberation.pdf");
        (said.out, std::fs::read(beside).ok())
    };
    let (told, none) = run("sans");
    assert!(none.is_none() && told.contains("Acte signé.pdf"), "{told}");
    std::fs::write(folder.path().join("Acte signé.pdf"), b"%PDF-1.7 another").expect("writes");
    assert!(
        run("autre").1.is_none(),
        "another file under its name is not it"
    );
    std::fs::write(folder.path().join("Acte signé.pdf"), &act).expect("writes");
    let (told, beside) = run("avec");
    assert!(beside == Some(act) && !told.contains("à savoir"), "{told}");
}
