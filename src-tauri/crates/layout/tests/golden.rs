//! Whole documents set on pages, as readable text: what stands where, the tree of elements. `UPDATE_EXPECT=1`
//! rewrites them.

mod sample;

use document::{Block, Inline};
use expect_test::expect_file;
use layout::pages::{Draw, Owner};
use layout::{Memo, Pages, typeset};

fn pages(name: &str) -> Pages {
    let found = sample::all().into_iter().find(|(known, _)| *known == name);
    let document = found.unwrap_or_else(|| panic!("no sample {name}")).1;
    typeset(&document, &sample::fonts(), &mut Memo::default())
}

#[test]
fn a_convention_of_six_schools() {
    let pages = pages("convention");
    expect_file!["golden/convention.pages.txt"].assert_eq(&pages.outline());
    expect_file!["golden/convention.tags.txt"].assert_eq(&pages.tags());
}

#[test]
fn an_annexe_of_forty_schools_repeats_its_header() {
    expect_file!["golden/convention-40.pages.txt"].assert_eq(&pages("convention-40").outline());
}

#[test]
fn a_draft_is_marked_on_every_page() {
    expect_file!["golden/projet.pages.txt"].assert_eq(&pages("projet").outline());
}

#[test]
fn a_deliberation_leaves_room_for_the_stamp() {
    let pages = pages("deliberation");
    expect_file!["golden/deliberation.pages.txt"].assert_eq(&pages.outline());
    expect_file!["golden/deliberation.tags.txt"].assert_eq(&pages.tags());
}

#[test]
fn a_sheet_that_is_not_to_be_signed_says_so() {
    expect_file!["golden/fiche.pages.txt"].assert_eq(&pages("fiche").outline());
}

#[test]
fn an_annexe_may_be_turned() {
    expect_file!["golden/paysage.pages.txt"].assert_eq(&pages("paysage").outline());
}

/// Some pages of a long document, by their ranks from 1.
fn some(name: &str, wanted: &[usize]) -> String {
    let outline = pages(name).outline();
    let mut out = String::new();
    for (rank, page) in outline.split("== ").skip(1).enumerate() {
        if wanted.contains(&(rank + 1)) {
            out += &format!("== {page}");
        }
    }
    out
}

#[test]
fn an_amendment_lays_old_and_new_words_side_by_side() {
    expect_file!["golden/avenant.pages.txt"].assert_eq(&pages("avenant").outline());
    expect_file!["golden/avenant.tags.txt"].assert_eq(&pages("avenant").tags());
}

#[test]
fn a_letter_shows_its_address_in_a_window() {
    expect_file!["golden/bordereau.pages.txt"].assert_eq(&pages("bordereau").outline());
    expect_file!["golden/bordereau.tags.txt"].assert_eq(&pages("bordereau").tags());
}

#[test]
fn values_to_copy_have_each_a_box_to_tick() {
    expect_file!["golden/fiche-saisie.pages.txt"].assert_eq(&pages("fiche-saisie").outline());
    expect_file!["golden/fiche-saisie.tags.txt"].assert_eq(&pages("fiche-saisie").tags());
}

#[test]
fn a_note_has_definitions_amounts_and_a_framed_text() {
    expect_file!["golden/note.pages.txt"].assert_eq(&pages("note").outline());
}

#[test]
fn fourteen_parties_sign_in_blocks() {
    expect_file!["golden/parties-blocs.pages.txt"].assert_eq(&some("parties-blocs", &[2, 4]));
}

#[test]
fn fourteen_parties_sign_each_on_a_page() {
    expect_file!["golden/parties-pages.pages.txt"].assert_eq(&some("parties-pages", &[4, 15]));
    let tags = pages("parties-pages").tags();
    let page = tags.split("\nSect").nth(3).unwrap_or_default();
    expect_file!["golden/parties-pages.tags.txt"].assert_eq(page);
}

#[test]
fn four_hundred_rows_repeat_their_header_and_keep_their_total() {
    expect_file!["golden/quatre-cents.pages.txt"].assert_eq(&some("quatre-cents", &[2, 13]));
}

#[test]
fn a_cell_of_two_thousand_signs_is_set_whole() {
    expect_file!["golden/longue-cellule.pages.txt"].assert_eq(&pages("longue-cellule").outline());
}

#[test]
fn an_article_of_three_pages_is_parted_between_its_lines() {
    expect_file!["golden/long-article.pages.txt"].assert_eq(&some("long-article", &[2, 4]));
}

/// The grid holds: on every page, the body text of the axis stands on multiples of 7 points, but in tables, lists
/// and signatures, which go off it knowingly.
#[test]
fn paragraphs_stand_on_the_grid() {
    for (name, document) in sample::all() {
        let pages = typeset(&document, &sample::fonts(), &mut Memo::default());
        for draw in pages.pages.iter().flat_map(|page| &page.draws) {
            let Draw::Glyphs(run) = draw else { continue };
            let Owner::Node(node) = run.owner else {
                continue;
            };
            let node = &pages.nodes[node];
            let body =
                node.role == layout::pages::Role::P && node.parent.is_none() && run.size == 10_500;
            let institution = run.y < 74_000;
            assert!(
                !body || institution || run.y % 7_000 == 0,
                "{name}: {} at {}",
                pages.title,
                run.y
            );
        }
    }
}

/// The same document gives the same pages, whether its paragraphs were set before or not.
#[test]
fn what_was_set_before_changes_nothing() {
    let fonts = sample::fonts();
    let mut memo = Memo::default();
    for (name, document) in sample::all() {
        let first = typeset(&document, &fonts, &mut memo);
        let again = typeset(&document, &fonts, &mut memo);
        let (reused, kept) = memo.reuse();
        assert!(first == again, "{name}");
        assert!(
            reused > 0 && reused <= kept * 40,
            "{name}: {reused} of {kept}"
        );
        assert!(
            first == typeset(&document, &fonts, &mut Memo::default()),
            "{name}"
        );
    }
}

/// The page numbers of the text are those of its pages, of one figure or two; a document where each was typed by hand
/// is set to the same pages.
#[test]
fn page_numbers_are_those_of_the_pages() {
    let fonts = sample::fonts();
    let mut figures = std::collections::BTreeSet::new();
    for length in [0, 20, 60, 75, 90, 140] {
        let mut samples = sample::all().into_iter();
        let found = samples.find(|(name, _)| *name == "convention");
        let mut document = found.expect("the convention").1;
        let filler = "Chaque partie informe les autres, par écrit et sans attendre, de tout ce qui touche au service. ";
        for _ in 0..length {
            let words = Inline::words(filler.repeat(3));
            document.blocks.push(Block::Paragraph(vec![words]));
        }
        let pages = typeset(&document, &fonts, &mut Memo::default());
        for rank in 0..document.annexes.len() {
            let anchor = document.annexes[rank].anchor.clone();
            let page = page_of(&pages, &anchor).to_string();
            figures.insert(page.len());
            document.each_text_mut(|text| {
                if text.page_of.as_deref() == Some(&anchor) {
                    text.words.clone_from(&page);
                    text.page_of = None;
                }
            });
        }
        assert!(
            pages == typeset(&document, &fonts, &mut Memo::default()),
            "{length}"
        );
    }
    assert_eq!(Vec::from_iter(figures), [1, 2]);
}

/// The number of the page on which the words of an anchor's element first stand.
fn page_of(pages: &Pages, anchor: &str) -> u32 {
    let is_it = |node: &layout::pages::Node| node.anchor.as_deref() == Some(anchor);
    let node = pages.nodes.iter().position(is_it).expect("an anchor");
    let shows = |draw: &Draw| matches!(draw, Draw::Glyphs(run) if run.owner == Owner::Node(node));
    let mut all = pages.pages.iter();
    let page = all.find(|page| page.draws.iter().any(shows));
    page.and_then(|page| page.number).expect("a page")
}

/// No word is dropped: all that the document says is in the text of its pages.
#[test]
fn nothing_is_dropped() {
    let text = bare(&pages("convention").text());
    for words in [
        "La commune de Val-d’Yeuse",
        "École élémentaire publique La Roue B",
        "0990045K",
        "dominique.bertin@exemple.fr",
    ] {
        assert!(text.contains(&bare(words)), "{words}");
    }
}

fn bare(text: &str) -> String {
    text.chars()
        .filter(|sign| !sign.is_whitespace() && *sign != '\u{ad}')
        .collect()
}

/// An act whose signatories are not known yet: no block, and nothing to keep together.
#[test]
fn an_end_without_signatories_is_no_trouble() {
    use document::{Block, Document, Signatures};
    let title = Block::Heading {
        level: 1,
        label: sample::plain("Article 1er"),
        text: sample::plain("Objet"),
        anchor: String::new(),
    };
    let keep_last_article = true;
    let end = Block::Signatures(Signatures {
        keep_last_article,
        ..Signatures::default()
    });
    let document = Document {
        blocks: vec![title, end],
        ..Document::default()
    };
    let pages = typeset(&document, &sample::fonts(), &mut Memo::default());
    assert_eq!(pages.text(), "Article\u{a0}1er Objet\n");
}
