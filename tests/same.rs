//! The same dossier, day and version give the same bytes: in a run, in many threads, in another process, for ever.
//! And the originals of a file differ in nothing but what each says of itself.

use domain::dossier::Dossier;
use expect_test::expect;
use layout::pages::{Artifact, Draw, Owner};
use lopdf::{Dictionary, Document, Object, ObjectId};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::sync::LazyLock;
use tests::papers::{Asked, Paper, keep, made, made_by, pages};
use tests::{command, dossiers};

/// The papers of the example, judged once.
static PAPERS: LazyLock<Vec<Paper>> = LazyLock::new(|| {
    let papers = made(&dossiers::example(), Asked::default()).expect("the example is made");
    for paper in &papers {
        keep(&format!("same/{}", paper.name), &paper.bytes);
    }
    papers
});

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// These change when the pages, the writer or the version change, and never by themselves. `cargo xtask golden`
/// writes them anew.
#[test]
fn the_example_gives_these_bytes() {
    let line = |paper: &Paper| format!("{}  {}\n", hash(&paper.bytes), paper.name);
    expect![[r#"
        57b94b9628905b0a75d47c66e7ac160e95957e9fc3c8efa7dc9fe4f41a042fd7  2026-001-note-synthese.pdf
        7f1f6194c6775d48b1c6234b28a4c107c6d358bcf0ad2c9dae736c2115b60189  2026-001-projet-deliberation.pdf
        a68a70c467753b8ddb5a354f082882530abf363ba2b6fb85ea6d6389c14b109b  2026-001-texte-annexe.pdf
        3140cb99ecdf69e5389531a3cdbf376792a98eec09b18f288de119db331734f7  2026-001-convention-exemplaires.pdf
    "#]].assert_eq(&PAPERS.iter().map(line).collect::<String>());
}

/// Each thread has its own workshop: nothing that was already set may change what follows.
#[test]
fn four_threads_at_once_give_the_same_bytes() {
    let make = || {
        let workshop = app::Workshop::open(&[] as &[std::path::PathBuf]).expect("a workshop");
        made_by(&workshop, &dossiers::example(), Asked::default()).expect("the example is made")
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(make)).collect();
        for thread in threads {
            assert!(thread.join().expect("a thread ends") == *PAPERS);
        }
    });
}

/// In one workshop, after other dossiers: what was kept from them changes nothing.
#[test]
fn what_was_made_before_changes_nothing() {
    let workshop = app::Workshop::open(&[] as &[std::path::PathBuf]).expect("a workshop");
    let make =
        |dossier: Dossier| made_by(&workshop, &dossier, Asked::default()).expect("it is made");
    make(dossiers::example_of(40));
    make(dossiers::example_with(&[
        ("collectivite/nom", "Les Ulis"),
        ("collectivite/nom_avec_article", "des Ulis"),
    ]));
    assert!(make(dossiers::example()) == *PAPERS);
}

#[test]
fn two_processes_give_the_same_bytes_as_the_library() {
    for run in ["un", "deux"] {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("dossier.json"), dossiers::example_text())
            .expect("writes");
        let said = command::run(folder.path(), &["export", "dossier.json", "--out", run]);
        assert_eq!(said.code, 0, "{said:?}");
        for paper in PAPERS.iter() {
            let bytes = std::fs::read(folder.path().join(run).join(&paper.name));
            assert!(
                bytes.is_ok_and(|bytes| bytes == paper.bytes),
                "{}",
                paper.name
            );
        }
    }
}

/// What stands in the furniture of an original: artifacts, in the slots kept for them, and as many things in each.
#[test]
fn originals_differ_in_what_each_says_of_itself() {
    let set = pages(&dossiers::example(), "convention", false);
    let own = |draw: &Draw| match draw {
        Draw::Glyphs(run) => run.owner,
        Draw::Shape(shape) => shape.owner,
        Draw::Image { owner, .. } => *owner,
    };
    let words = |draws: &[Draw]| -> String {
        let text = |draw: &Draw| match draw {
            Draw::Glyphs(run) => run.glyphs.iter().map(|glyph| glyph.text.as_str()).collect(),
            _ => String::new(),
        };
        draws.iter().map(text).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(set.furniture.len(), 2);
    for (page, (one, two)) in set.furniture[0].iter().zip(&set.furniture[1]).enumerate() {
        let artifacts = one.iter().chain(two).all(|draw| {
            matches!(
                own(draw),
                Owner::Artifact(Artifact::Mark | Artifact::Footer)
            )
        });
        assert!(artifacts, "page {}", page + 1);
        let said = (words(one), words(two));
        if set.pages[page].number.is_none() {
            assert_eq!(
                said,
                (String::new(), String::new()),
                "page {} stays blank",
                page + 1
            );
            continue;
        }
        assert!(
            said.0.contains("1/2") && said.0.contains("commune"),
            "page {}: {}",
            page + 1,
            said.0
        );
        assert!(
            said.1.contains("2/2") && said.1.contains("académie"),
            "page {}: {}",
            page + 1,
            said.1
        );
    }
}

/// The same, read in the file: both originals show the very same streams, then each its own artifacts.
#[test]
fn originals_share_their_text_in_the_file() {
    let pair = PAPERS
        .iter()
        .find(|paper| paper.name.contains("exemplaires"))
        .expect("the pair");
    let file = Document::load_mem(&pair.bytes).expect("the pair reads");
    let ids: Vec<ObjectId> = file.page_iter().collect();
    let (one, two) = ids.split_at(ids.len() / 2);
    assert_eq!(one.len(), two.len());
    let mut own = BTreeSet::new();
    for (one, two) in one.iter().zip(two) {
        let (one, two) = (page(&file, *one), page(&file, *two));
        for key in ["MediaBox", "Resources", "Tabs"] {
            assert_eq!(
                one.get(key.as_bytes()).ok(),
                two.get(key.as_bytes()).ok(),
                "{key}"
            );
        }
        let (one, two) = (streams(one), streams(two));
        assert_eq!(one.len(), two.len());
        let Some((body, furniture)) = one.split_first() else {
            continue;
        };
        assert_eq!(two.first(), Some(body), "the text is one stream");
        assert_ne!(
            two.get(1..),
            Some(furniture),
            "what each says of itself is its own"
        );
        own.extend(furniture.iter().chain(&two[1..]).copied());
    }
    assert!(!own.is_empty());
    for id in own {
        let stream = file
            .get_object(id)
            .and_then(Object::as_stream)
            .expect("a stream");
        let said = stream
            .decompressed_content()
            .unwrap_or_else(|_| stream.content.clone());
        let said = String::from_utf8_lossy(&said);
        assert!(
            said.contains("/Artifact") && !said.contains("MCID"),
            "object {}",
            id.0
        );
    }
}

fn page(file: &Document, id: ObjectId) -> &Dictionary {
    file.get_object(id)
        .and_then(Object::as_dict)
        .expect("a page")
}

fn streams(page: &Dictionary) -> Vec<ObjectId> {
    let contents = page.get(b"Contents").and_then(Object::as_array);
    contents
        .map(|all| {
            all.iter()
                .filter_map(|one| one.as_reference().ok())
                .collect()
        })
        .unwrap_or_default()
}
