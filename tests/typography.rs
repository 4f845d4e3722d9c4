//! The pages of the example, read as a compositor reads them: figures of the convention, and every line whose spaces
//! had no better way, each with its measure.

use expect_test::expect;
use layout::pages::Pages;
use layout::{Flaw, Rule, SetLine};
use tests::{dossiers, papers};

/// Hyphenated lines that the convention may have at most.
const HYPHENS: usize = 12;

fn pages(document: &str) -> Pages {
    papers::pages(&dossiers::example(), document, false)
}

/// A line that is loose or left short, how much, and the word that could not come up to it.
fn reason(lines: &[SetLine], flaw: &Flaw) -> String {
    let here = |line: &SetLine| line.page == flaw.page && line.words.trim_end() == flaw.words;
    let next = lines.iter().position(here).and_then(|at| lines.get(at + 1));
    let next = next.map_or("", |line| line.words.split(' ').next().unwrap_or_default());
    let measure = match flaw.rule {
        Rule::Loose(spacing) => format!("spaces at {} %", spacing / 10),
        Rule::Short(by) => format!("short by {} pt", by / 1000),
        _ => panic!("{flaw:?}"),
    };
    format!("{measure}: {} | {next}\n", flaw.words)
}

/// No widow, no orphan, no lonely title or signature, no hyphen where none may be, no last line of one word: in
/// none of the papers. Lines looser than 160 %, or left short rather than torn, are told with their measure: the
/// word that follows each would make it too long, and a hyphen would stand on the line before the last.
#[test]
fn only_lines_without_a_better_way_are_marked() {
    let mut told = String::new();
    for document in papers::DOCUMENTS {
        let pages = pages(document);
        let lines = pages.lines();
        told += &format!("== {document}\n");
        for flaw in pages.flaws() {
            told += &reason(&lines, &flaw);
        }
    }
    expect![[r#"
        == note-synthese
        spaces at 164 %: organise son déploiement, à compter de l’année scolaire 2026‑2027, dans six | écoles
        short by 16 pt: La convention ne prévoit aucun versement entre les parties. La commune | supporte
        == projet-deliberation
        short by 21 pt: Objet Convention relative à l’espace numérique de travail (ENT) des écoles | publiques
        short by 44 pt: Considérant que la commune s’est engagée dans le développement des usages du | numérique
        short by 28 pt: La présente délibération est publiée sur le site internet de la commune. | Ampliation
        == texte-annexe
        spaces at 165 %: Le ministère de l’Éducation nationale développe les usages pédagogiques du | numérique.
        short by 55 pt: fournit l’expertise et les normes nécessaires à la conformité du | dispositif,
        spaces at 161 %: parties est conjointe. Elles y établissent une gouvernance de la sécurité, une | politique
        spaces at 165 %: L’annexe 2 règle le circuit de signature et la mise à disposition des données | personnelles
        spaces at 170 %: personnelles issues de l’annuaire fédérateur. Avant de signer, la commune y | porte
        spaces at 162 %: Jusque-là, les parties continuent d’exécuter leurs obligations. L’ENT demeure | accessible
        spaces at 179 %: Pour la mise à disposition des données de l’annuaire fédérateur, l’académie | s’adresse
        == convention
        spaces at 165 %: Le ministère de l’Éducation nationale développe les usages pédagogiques du | numérique.
        short by 55 pt: fournit l’expertise et les normes nécessaires à la conformité du | dispositif,
        spaces at 161 %: parties est conjointe. Elles y établissent une gouvernance de la sécurité, une | politique
        spaces at 165 %: L’annexe 2 règle le circuit de signature et la mise à disposition des données | personnelles
        spaces at 170 %: personnelles issues de l’annuaire fédérateur. Avant de signer, la commune y | porte
        spaces at 162 %: Jusque-là, les parties continuent d’exécuter leurs obligations. L’ENT demeure | accessible
        spaces at 179 %: Pour la mise à disposition des données de l’annuaire fédérateur, l’académie | s’adresse
    "#]].assert_eq(&told);
}

/// The convention, annexes included, has few hyphens, and its spaces are even.
#[test]
fn the_convention_is_evenly_set() {
    let lines = pages("convention").lines();
    let hyphens = lines.iter().filter(|line| line.hyphenated()).count();
    assert!(hyphens <= HYPHENS, "{hyphens} hyphenated lines");
    let justified: Vec<u32> = lines
        .iter()
        .filter(|line| line.size == 10_500 && !line.last)
        .filter_map(|line| line.spacing)
        .filter(|spacing| !(995..1_006).contains(spacing))
        .collect();
    let within = |most: u32| justified.iter().filter(|spacing| **spacing <= most).count();
    let figures = format!(
        "{} lines, {hyphens} hyphens, {} justified: {} up to 145 %, {} up to 160 %, widest {} ‰",
        lines.len(),
        justified.len(),
        within(1_450),
        within(1_600),
        justified.iter().max().unwrap_or(&0),
    );
    expect!["333 lines, 9 hyphens, 74 justified: 63 up to 145 %, 68 up to 160 %, widest 1793 ‰"]
        .assert_eq(&figures);
}
