//! What a compositor would mark on the pages of every made-up document: nothing, but lines whose reason is written
//! here. Each mark is proven to be seen.

#![allow(clippy::unwrap_used)] // A test may panic, its helpers too.

mod sample;

use document::{Block, Document, Inline};
use expect_test::expect;
use layout::pages::{Draw, Pages};
use layout::{Memo, Rule, SetLine, typeset};

/// Right edge of the measure on a recto, in thousandths of a point (`page.md` §1).
const EDGE: i32 = 535_748;

fn set(document: &Document) -> Pages {
    typeset(document, &sample::fonts(), &mut Memo::default())
}

fn lines(text: &str) -> Vec<SetLine> {
    set(&paragraphs(vec![sample::plain(text)])).lines()
}

fn paragraphs(texts: Vec<Vec<Inline>>) -> Document {
    Document {
        blocks: texts.into_iter().map(Block::Paragraph).collect(),
        ..Document::default()
    }
}

/// The lines of a text as words, hyphens shown as such.
fn shown(lines: &[SetLine]) -> Vec<String> {
    let words = |line: &SetLine| line.words.trim_end().replace('\u{ad}', "-");
    lines.iter().map(words).collect()
}

/// Widows, orphans, lonely titles and signatures, hyphens where none may be, poor last lines: none. Loose and short
/// lines are listed, each with how much and with the word that could not come up.
#[test]
fn nothing_is_marked_but_lines_that_had_no_better_way() {
    let mut listed = String::new();
    for (name, document) in sample::all() {
        let pages = set(&document);
        let lines = pages.lines();
        for flaw in pages.flaws() {
            let at = lines
                .iter()
                .position(|line| line.page == flaw.page && line.words.trim_end() == flaw.words);
            let next = &lines[at.unwrap() + 1].words;
            let next = next.split(' ').next().unwrap_or_default();
            let line = match flaw.rule {
                Rule::Loose(spacing) => format!("spaces at {} %", spacing / 10),
                Rule::Short(by) => format!("short by {} pt", by / 1000),
                _ => panic!("{name}: {flaw:?}"),
            };
            let line = format!("{line}: {} | {next}\n", flaw.words);
            if !listed.contains(&line) {
                listed += &line;
            }
        }
    }
    expect![[r#"
        short by 21 pt: des services de communication : messagerie interne, carnet de liaison, | actualités
        short by 19 pt: des services d’administration de la plateforme, réservés aux personnes | désignées
        short by 36 pt: seules données nécessaires à la création des comptes : identité, classe, | rattachement
        spaces at 163 %: Le signataire déclare approuver la convention, sa charte d’usage et ses trois | annexes,
    "#]].assert_eq(&listed);
}

/// A comma, a full stop, a hyphen that ends a justified line stands out by half of its width or a little more;
/// letters never do.
#[test]
fn marks_at_the_end_of_a_line_stand_out_in_the_margin() {
    let (mut hanging, mut flush) = (0, 0);
    for (name, document) in sample::all() {
        let pages = set(&Document {
            duplex: false,
            ..document
        });
        let flaws = pages.flaws();
        let justified = |line: &&SetLine| {
            let spacing = line.spacing.unwrap_or(1000);
            let short = flaws
                .iter()
                .any(|flaw| flaw.page == line.page && flaw.words == line.words.trim_end());
            !line.last && !short && !(990..=1010).contains(&spacing)
        };
        for line in pages.lines().iter().filter(justified) {
            let out = line.right - EDGE;
            let mark = line.words.trim_end().chars().next_back();
            if matches!(mark, Some(',' | '.' | '-' | '\u{ad}')) {
                let share = out * 100 / line.last_sign;
                assert!((45..=65).contains(&share), "{name}: {share} % of {line:?}");
                hanging += 1;
            } else {
                assert!(out.abs() < 100, "{name}: {line:?} is off by {out}");
                flush += 1;
            }
        }
    }
    assert!(
        hanging > 10 && flush > 100,
        "{hanging} and {flush} lines seen"
    );
}

/// Words that belong together stay on one line, however the text around them runs.
#[test]
fn what_holds_together_is_never_parted() {
    const BOUND: &[&str] = &[
        "article 4",
        "45,00 €",
        "M. Durand",
        "Mme Abadie",
        "22 juin 2026",
        "n° 14",
        "75, rue",
        "92260 Fontenay",
        "1er septembre 2026",
        "(UE) 2016/679",
        "six ans",
        "2026-2027",
        "L. 2121-29",
        "219 200 326",
        "« oui »",
        "dit :",
        "vient ;",
        "FAR-2026-ENT-01",
    ];
    for words in BOUND {
        // One letter more before it at each try: the place where the line ends goes over it all.
        for before in 40..75 {
            let text = format!("{} {words} et la suite de la phrase.", "a ".repeat(before));
            let lines = lines(&text);
            let held = dressed(words);
            let whole = lines
                .iter()
                .any(|line| dressed(&line.words).contains(&held));
            assert!(whole, "{words} is parted in {:?}", shown(&lines));
        }
    }
}

/// Letters, figures and marks alone: spaces of all kinds, hyphens of all kinds are as one.
fn dressed(words: &str) -> String {
    let plain = |sign: char| match sign {
        '\u{a0}' | '\u{202f}' => ' ',
        '\u{2011}' => '-',
        sign => sign,
    };
    words.chars().map(plain).collect()
}

/// « ; », « ! », « ? » and the inside of « » take a narrow space, also where bold begins; « : » and « n° » a wide
/// one; « 1er » is raised.
#[test]
fn spaces_are_those_of_french_across_changes_of_style() {
    let words = vec![
        Inline::words("dite « "),
        sample::bold("la commune"),
        Inline::words(" » ; vraiment ? oui ! n° 3 : le 1er mai"),
    ];
    let pages = set(&paragraphs(vec![words]));
    let line = &pages.lines()[0];
    assert_eq!(
        line.words,
        "dite «\u{202f}la commune\u{202f}»\u{202f}; vraiment\u{202f}? oui\u{202f}! n°\u{a0}3\u{a0}: le 1er\u{a0}mai"
    );
    let raised = pages.pages[0].draws.iter().any(|draw| {
        matches!(draw, Draw::Glyphs(run) if run.size < 7_000 && run.y < line.y && run.glyphs[0].text == "e")
    });
    assert!(raised, "the « er » of 1er is raised");
}

/// Names and words with capitals or figures are never hyphenated, however narrow the way.
#[test]
fn names_are_never_hyphenated() {
    let name = "l'Établissement Saint-Exupéry Montgolfier DEL260622_14 Bourgoin-Jallieu";
    for before in 0..40 {
        let words = vec![
            Inline::words("a ".repeat(before)),
            sample::value("établissement intercommunal", "collectivite.nom"),
            Inline::words(format!(" {name} ").repeat(3)),
        ];
        for line in set(&paragraphs(vec![words])).lines() {
            assert!(!line.hyphenated(), "{}", line.words);
        }
    }
}

/// A mail that does not fit is cut after « @ » or before a full stop, never elsewhere and never with a hyphen.
#[test]
fn a_long_address_is_cut_where_one_expects_it() {
    let mail = "service.des.affaires.scolaires.et.periscolaires@communaute-d-agglomeration-du-val-d-yeuse.exemple.fr";
    let lines = lines(&format!("Écrire à {mail} avant la fin du mois."));
    let cut = lines.windows(2).map(|pair| {
        let end = pair[0].words.trim_end().chars().next_back();
        (end, pair[1].words.chars().next(), pair[0].words.clone())
    });
    for (end, start, words) in cut.filter(|(_, _, words)| !words.ends_with(' ')) {
        assert!(end == Some('@') || start == Some('.'), "{words}");
    }
    let whole: String = shown(&lines).concat();
    assert!(whole.contains(mail), "{whole}");
}

/// Each mark is seen: pages spoilt on purpose.
#[test]
fn what_is_wrong_is_marked() {
    let pages = set(&paragraphs(vec![sample::plain(
        "La convention prend effet à la date de la dernière signature, pour une durée de quatre ans. Elle est ensuite reconduite tacitement par périodes d'un an ; chaque partie peut la dénoncer par lettre recommandée avec avis de réception, reçue au moins trois mois avant l'échéance.",
    )]));
    assert_eq!(pages.flaws(), []);
    let spoilt = |spoil: &dyn Fn(&mut layout::pages::GlyphRun, usize)| {
        let mut pages = pages.clone();
        let mut rank = 0;
        for draw in &mut pages.pages[0].draws {
            if let Draw::Glyphs(run) = draw
                && run.size == 10_500
            {
                spoil(run, rank);
                rank += 1;
            }
        }
        pages
            .flaws()
            .into_iter()
            .map(|flaw| flaw.rule)
            .collect::<Vec<_>>()
    };
    let hyphen = |of: usize| {
        move |run: &mut layout::pages::GlyphRun, rank: usize| {
            if rank == of {
                glyphs(run).last_mut().unwrap().text = "\u{ad}".into();
            }
        }
    };
    assert!(spoilt(&hyphen(0)).contains(&Rule::Remains) || spoilt(&hyphen(0)).is_empty());
    assert!(spoilt(&hyphen(pages.lines().len() - 2)).contains(&Rule::Penultimate));
    let wide = spoilt(&|run, rank| {
        let first = glyphs(run).iter_mut().find(|glyph| glyph.text == " ");
        if let Some(space) = first.filter(|_| rank == 0) {
            space.advance += 3_000;
        }
    });
    assert!(matches!(wide[..], [Rule::Loose(_)]), "{wide:?}");
    let short = spoilt(&|run, rank| {
        if rank == 0 {
            run.x -= 4_000;
        }
    });
    assert!(matches!(short[..], [Rule::Short(_)]), "{short:?}");
    let poor = spoilt(&|run, rank| {
        if rank == pages.lines().len() - 1 {
            glyphs(run).truncate(4);
        }
    });
    assert_eq!(poor, [Rule::LastLine]);
}

/// A text parted badly, a title at the foot of a page, a signature alone: moved by hand from one page to the next.
#[test]
fn pages_that_end_badly_are_marked() {
    let (_, document) = sample::all()
        .into_iter()
        .find(|(name, _)| *name == "long-article")
        .unwrap();
    let mut pages = set(&document);
    let last = pages.pages[0]
        .draws
        .iter()
        .rposition(|draw| matches!(draw, Draw::Glyphs(run) if run.size == 10_500));
    // The last four lines of the first page but one go to the next page, before what stands there.
    let lines = pages.lines();
    let node = lines.iter().rfind(|line| line.page == 0).unwrap().node;
    let here: Vec<usize> = (0..=last.unwrap())
        .filter(|at| matches!(&pages.pages[0].draws[*at], Draw::Glyphs(run) if run.owner == layout::pages::Owner::Node(node)))
        .collect();
    let first_text = pages.pages[1]
        .draws
        .iter()
        .position(|draw| matches!(draw, Draw::Glyphs(run) if matches!(run.owner, layout::pages::Owner::Node(_))))
        .unwrap();
    let moved: Vec<Draw> = here[2..]
        .iter()
        .rev()
        .map(|at| pages.pages[0].draws.remove(*at))
        .collect();
    for draw in moved {
        pages.pages[1].draws.insert(first_text, draw);
    }
    let rules: Vec<Rule> = pages.flaws().into_iter().map(|flaw| flaw.rule).collect();
    assert!(rules.contains(&Rule::TwoLines), "{rules:?}");
}

/// An act that ends on a page of its own signatures is marked.
#[test]
fn a_lone_signature_is_marked() {
    let (_, mut document) = sample::all()
        .into_iter()
        .find(|(name, _)| *name == "convention")
        .unwrap();
    let at = document
        .blocks
        .iter()
        .position(|block| matches!(block, Block::Signatures(_)))
        .unwrap();
    document.blocks.insert(at, Block::PageBreak);
    let rules: Vec<Rule> = set(&document)
        .flaws()
        .into_iter()
        .map(|flaw| flaw.rule)
        .collect();
    assert!(rules.contains(&Rule::Signature), "{rules:?}");
    document.blocks.truncate(at - 2);
    let rules: Vec<Rule> = set(&document)
        .flaws()
        .into_iter()
        .map(|flaw| flaw.rule)
        .collect();
    assert!(!rules.contains(&Rule::Signature), "{rules:?}");
}

/// Glyphs to be moved by hand.
fn glyphs(run: &mut layout::pages::GlyphRun) -> &mut Vec<layout::pages::Glyph> {
    std::sync::Arc::make_mut(&mut run.glyphs)
}
