//! What source reads and refuses, each with its line.

use super::*;
use crate::misprint::Report;
use expect_test::{Expect, expect};
use proptest::prelude::*;

/// The tree of a text, as lines.
fn shown(parts: &[Part], depth: usize) -> String {
    parts.iter().map(|part| shown_part(part, depth)).collect()
}

fn shown_part(part: &Part, depth: usize) -> String {
    let indent = "  ".repeat(depth);
    let (head, below): (String, Vec<&[Part]>) = match &part.what {
        What::If {
            condition,
            then,
            otherwise,
        } => (format!("si {condition:?}"), vec![then, otherwise]),
        What::Each { each, body } => (format!("pour {} dans {}", each.name, each.list), vec![body]),
        What::Note(body) => ("note".to_owned(), vec![body]),
        What::Definitions(body) => ("definitions".to_owned(), vec![body]),
        What::Parties { sided, body, .. } => (format!("parties sided={sided}"), vec![body]),
        What::Signatures { of, body, .. } => (format!("signatures {of:?}"), vec![body]),
        What::Heading {
            level,
            article,
            text,
            anchor,
        } => (
            format!("titre {level} article={article} #{anchor} {}", line(text)),
            vec![],
        ),
        What::Alinea { text, anchor } => (format!("alinéa #{anchor} {}", line(text)), vec![]),
        What::Paragraph(text) => (line(text), vec![]),
        What::Repere { word, strong, text } => {
            (format!("[{word}] strong={strong} {}", line(text)), vec![])
        }
        What::Item {
            second,
            lettered,
            text,
        } => (
            format!("item second={second} lettered={lettered} {}", line(text)),
            vec![],
        ),
        What::Pair { label, value } => (format!("{} ⇒ {}", line(label), line(value)), vec![]),
        What::Table(table) => (shown_table(table), vec![]),
        other => (format!("{other:?}"), vec![]),
    };
    let below: String = below
        .into_iter()
        .map(|parts| shown(parts, depth + 1))
        .collect::<Vec<_>>()
        .join(&format!("{indent}  --\n"));
    format!("{indent}{}: {head}\n{below}", part.line)
}

fn shown_table(table: &Table) -> String {
    let row = |cells: &Vec<Line>| cells.iter().map(line).collect::<Vec<_>>().join(" | ");
    let rows: Vec<String> = [&table.header]
        .into_iter()
        .chain(&table.rows)
        .chain(&table.totals)
        .map(row)
        .collect();
    format!(
        "tableau « {} » {:?} {:?} {}",
        table.title,
        table.each,
        table.columns,
        rows.join(" // ")
    )
}

fn line(line: &Line) -> String {
    let span = |span: &Span| {
        let words = match &span.what {
            SpanKind::Words(words) => words.clone(),
            SpanKind::Value(expr) => format!("{expr:?}"),
            SpanKind::Reference { before, anchor } => format!("<{before}#{anchor}>"),
        };
        let words = if span.bold {
            format!("**{words}**")
        } else {
            words
        };
        if span.italic {
            format!("*{words}*")
        } else {
            words
        }
    };
    line.spans.iter().map(span).collect()
}

#[track_caller]
fn check(text: &str, expected: Expect) {
    let mut report = Report::of("texte.md");
    let parts = read(text, FileKind::Document, &mut report);
    let misprints: String = report
        .take()
        .iter()
        .map(|misprint| format!("{misprint}\n"))
        .collect();
    expected.assert_eq(&format!("{}{misprints}", shown(&parts, 0)));
}

#[test]
fn titles_alineas_and_lists() {
    check(
        "%% une remarque\n## Préambule\n## Article : Objet {#objet}\n### La commune\n#### Elle signe. {#signe}\n\n- un ;\n  - deux ;\na) trois.\nUn **mot** et *deux*, un seul * ici.",
        expect![[r#"
            2: titre 1 article=false # Préambule
            3: titre 1 article=true #objet Objet
            4: titre 2 article=true # La commune
            5: alinéa #signe Elle signe.
            7: item second=false lettered=false un ;
            8: item second=true lettered=false deux ;
            9: item second=false lettered=true trois.
            10: Un **mot** et *deux*, un seul * ici.
        "#]],
    );
}

#[test]
fn values_references_and_escapes() {
    check(
        "{{ a | sinon(\"}} | x\") }} puis [l'#duree], [nom du collège] et \\*\\{{ \\[x\\].\n[Vu] le code,\n[_Présents_] M. Durand.\n[L'#annexe-ecoles] dit.",
        expect![[r#"
            1: {{ a | sinon("}} | x") }} puis <l'#duree>, [nom du collège] et *{{ [x].
            2: [Vu] strong=true le code,
            3: [Présents] strong=false M. Durand.
            4: <L'#annexe-ecoles> dit.
        "#]],
    );
}

#[test]
fn blocks_stand_in_blocks() {
    check(
        "::: si a\n::: pour e dans ecoles\n- {{ e.nom }} ;\n:::\n::: sinon\n::: note\nRien.\n:::\n:::\n::: definitions\nNom : {{ a }}\n::: si b\nAutre : deux : trois\n:::\n:::",
        expect![[r#"
            1: si {{ a }}
              2: pour e dans ecoles
                3: item second=false lettered=false {{ e.nom }} ;
              --
              6: note
                7: Rien.
            10: definitions
              11: Nom ⇒ {{ a }}
              12: si {{ b }}
                13: Autre ⇒ deux : trois
                --
        "#]],
    );
}

#[test]
fn a_bar_inside_braces_cuts_no_cell() {
    check(
        "::: tableau e dans ecoles {#t titre=\"Les écoles\" colonnes=\"nombre, texte\"}\n| N° | Nom |\n| {{ rang }} | {{ e.nom | sinon(\"a | b\") }} \\| fin |\n===\n| Total | |\n:::",
        expect![[r#"
            1: tableau « Les écoles » Some(Each { name: "e", list: "ecoles" }) [Figure, Words] N° | Nom // {{ rang }} | {{ e.nom | sinon("a | b") }} | fin // Total | 
        "#]],
    );
}

#[test]
fn parties_and_signatures() {
    check(
        "::: parties liaison=\"et\"\nQui,\n===\nfin.\n:::\n::: signatures pour=\"a, b\"\nFait.\n===\nPour x\nQualité\nNom\n:::\n::: signatures\nFait.\n:::",
        expect![[r#"
            1: parties sided=false
              2: Qui,
              3: Divider
              4: fin.
            6: signatures ["a", "b"]
              7: Fait.
              8: Divider
              9: Pour x
              10: Qualité
              11: Nom
            13: signatures []
              14: Fait.
              13: Divider
              13: Pour {{ partie.terme }}
              13: {{ partie.qualite | majuscule }},
              13: {{ partie.signataire | a_la_main }}
        "#]],
    );
}

#[test]
fn every_misprint_has_its_line() {
    check(
        "\n{{ a\n{{ a b }}\n{{ a.b() }}\n{{ x if y }}\n{{ a | trouve }}\n{{ a | accord(\"b\") }}\n**gras",
        expect![[r#"
            2: 
            3: 
            4: 
            5: {{ x if y }}
            6: {{ a | trouve }}
            7: {{ a | accord("b") }}
            8: **gras**
            texte.md, ligne 2 : double accolade non fermée
            texte.md, ligne 3 : l’expression « a b » ne se lit pas
            texte.md, ligne 4 : l’expression « a.b() » ne se lit pas
            texte.md, ligne 5 : l’expression « x if y » a un « if » sans « else »
            texte.md, ligne 6 : le filtre « trouve » n’existe pas
            texte.md, ligne 7 : le filtre « accord » demande deux textes : accord("un", "plusieurs")
            texte.md, ligne 8 : « ** » ouvert et non fermé dans l’alinéa
        "#]],
    );
    check(
        "# titre\n##### trop\n    - trois\n## X {#Été}",
        expect![[r#"
        1: Title(Line { line: 1, spans: [Span { what: Words("titre"), bold: false, italic: false }] })
        3: item second=true lettered=false trois
        4: titre 1 article=false #Été X
        texte.md, ligne 2 : un titre a quatre « # » au plus
        texte.md, ligne 3 : troisième niveau de liste
        texte.md, ligne 4 : l’ancre « Été » : minuscules sans accent, chiffres et tirets seulement
        texte.md, ligne 1 : le titre d’annexe manque, ou n’est pas en tête
    "#]],
    );
    check(
        ":::\n::: sinon\n::: inconnu\n:::\n::: note",
        expect![[r#"
        5: note
        texte.md, ligne 1 : « ::: » sans bloc ouvert
        texte.md, ligne 2 : « ::: sinon » hors d’un « ::: si »
        texte.md, ligne 3 : le bloc « inconnu » n’est pas connu
        texte.md, ligne 5 : le bloc « note » ouvert ligne 5 n’est pas fermé
    "#]],
    );
    check(
        "::: si a\n::: pour e ecoles\n:::",
        expect![[r#"
        1: si {{ a }}
          --
        texte.md, ligne 2 : la ligne ne se lit pas dans le bloc « pour » : écrire « ::: pour ecole dans ecoles »
        texte.md, ligne 1 : le bloc « si » ouvert ligne 1 n’est pas fermé
    "#]],
    );
    check(
        "::: ouverture\ntete : milieu\nchapeau : x\nrien\n:::",
        expect![[r#"
            1: Opening([])
            texte.md, ligne 2 : « milieu » ne convient pas au réglage « tete »
            texte.md, ligne 3 : réglage inconnu dans « ouverture » : « chapeau »
            texte.md, ligne 4 : la ligne ne se lit pas dans le bloc « ouverture » : écrire « libellé : valeur »
        "#]],
    );
    check(
        "::: definitions\n::: tableau\n:::\n:::",
        expect![[r#"
        1: definitions
        texte.md, ligne 2 : le bloc « tableau » ne se place pas ici
    "#]],
    );
    check(
        "::: tableau {couleur=1 colonnes=\"rond\" largeur=\"page\"}\n| a | b |\n| a |\nligne\n::: si a\n:::\n:::",
        expect![[r#"
            1: tableau «  » None [Words] a | b
            texte.md, ligne 1 : « rond » ne convient pas au réglage « colonnes »
            texte.md, ligne 1 : « page » ne convient pas au réglage « largeur »
            texte.md, ligne 1 : réglage inconnu dans « tableau » : « couleur »
            texte.md, ligne 5 : le bloc « si » ne se place pas ici
            texte.md, ligne 3 : la ligne du tableau a 1 cases au lieu de 2
            texte.md, ligne 4 : la ligne ne se lit pas dans le bloc « tableau » : écrire « | case | case | »
            texte.md, ligne 1 : le tableau n’a pas de titre
            texte.md, ligne 1 : le tableau n’a pas de ligne
        "#]],
    );
    check(
        "::: tableau {titre=\"t\"}\n::: pour e dans ecoles\n:::",
        expect![[r#"
            1: tableau « t » None [] 
            texte.md, ligne 2 : le bloc « pour » ne se place pas ici
            texte.md, ligne 1 : le bloc « tableau » ouvert ligne 1 n’est pas fermé
            texte.md, ligne 1 : le tableau n’a pas de ligne
        "#]],
    );
    check(
        "::: parties liaison=\"ou\"\n:::\n::: signatures date=\"jamais\" cadre\nFait\n===\nPour\n:::",
        expect![[r#"
            1: parties sided=true
            3: signatures []
              4: Fait
              5: Divider
              6: Pour
            texte.md, ligne 1 : « ou » ne convient pas au réglage « liaison »
            texte.md, ligne 1 : la ligne ne se lit pas dans le bloc « parties » : au moins un alinéa qui dit qui est la partie
            texte.md, ligne 3 : « jamais » ne convient pas au réglage « date »
            texte.md, ligne 3 : réglage inconnu dans « signatures » : « cadre »
            texte.md, ligne 3 : un bloc de signature a trois lignes après « === » : au nom de qui, la qualité, le nom
        "#]],
    );
}

#[test]
fn an_annexe_begins_by_its_title() {
    let told = |text: &str| {
        let mut report = Report::of("annexe.md");
        read(text, FileKind::Annexe, &mut report);
        report
            .take()
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    };
    assert_eq!(told("# Liste\ntexte"), Vec::<String>::new());
    assert_eq!(
        told("texte"),
        ["annexe.md, ligne 1 : le titre d’annexe manque, ou n’est pas en tête"]
    );
    assert_eq!(
        told("# Liste\n# Encore"),
        ["annexe.md, ligne 2 : le titre d’annexe manque, ou n’est pas en tête"]
    );
}

proptest! {
    /// Whatever a file holds, it is read to its end, and every misprint is on a line that it has.
    #[test]
    fn no_text_stops_the_reader(text in r#"([ -~«»’é\n]|:::|===|\{\{|\}\}|\*\*|::: (si|pour|tableau|parties|signatures|note) ){0,60}"#) {
        let mut report = Report::of("texte.md");
        read(&text, FileKind::Document, &mut report);
        let lines = text.lines().count().max(1);
        for misprint in report.take() {
            prop_assert!(misprint.line <= lines, "{misprint}");
        }
    }
}
