//! What leaves beside the PDF of the originals: the version put online, which shows how to reach nobody; the text to be
//! pasted; the files of others, laid beside untouched.

use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use tests::dossiers::{self, after_vote, shipped};
use tests::office::bare;
use tests::papers::{exported, keep};
use tests::{command, house, readers};

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

/// Whom one reached before an avenant is no more shown than whom one reaches now: a clause that changes prints both.
#[test]
fn what_an_avenant_replaces_is_masked_too() {
    const OLD: &str = "01 99 00 88 88";
    let mut dossier = shipped("fontenay-avenant");
    let before = dossier.before.as_mut().expect("what it follows");
    for (path, typed) in [
        ("contacts/referent/telephone", OLD.to_owned()),
        (
            "champs/services_academiques",
            format!("le service joint au {OLD}"),
        ),
    ] {
        before.put(&domain::record::Path::new(path), &typed);
    }
    let folder = tempfile::tempdir().expect("a folder");
    let says = |online: bool| {
        let out = folder.path().join(online.to_string());
        let names = exported(&dossier, &out, |order| {
            (order.online, order.draft) = (online, true);
            order.only = vec!["avenant".to_owned()];
        });
        all_of(&kept(&out, &names[0])).contains(&bare(OLD))
    };
    assert!(says(false), "the avenant itself shows what it replaces");
    assert!(!says(true), "what is put online does not");
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
