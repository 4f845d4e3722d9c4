//! What expr reads and refuses, each with its line.

use super::*;
use proptest::prelude::*;

/// What reading an expression says; its value over a few names otherwise.
fn told(source: &str) -> Vec<String> {
    let mut report = Report::of("texte.md");
    let read = Expr::read(source, 7, &mut report);
    let mut told: Vec<String> = report.take().iter().map(ToString::to_string).collect();
    if let (true, Some(expr)) = (told.is_empty(), read) {
        let scope = Value::from_pairs([
            ("a", Value::from(2)),
            ("b", Value::from("mot")),
            ("c", Value::from("")),
        ]);
        told.push(
            expr.eval(&scope)
                .map_or_else(|error| error.to_string(), |value| value.to_string()),
        );
    }
    told
}

#[track_caller]
fn check(source: &str, expected: &[&str]) {
    assert_eq!(told(source), expected, "{source}");
}

#[test]
fn values_are_computed() {
    check("a", &["2"]);
    check(" a ", &["2"]);
    check("true", &["True"]);
    check("a == 2 and not c", &["True"]);
    check("\"x\" ~ b if a > 1 else \"\"", &["xmot"]);
    check("b | majuscule", &["Mot"]);
    check("c | sinon(\"rien\") | capitales", &["RIEN"]);
    check("a | en_lettres(\"f\")", &["deux"]);
    check("1 | en_lettres(\"f\")", &["une"]);
    check("a | accord(\"original\", \"originaux\")", &["originaux"]);
    check("0 | accord(\"original\", \"originaux\")", &["original"]);
    check("1 | ordinal", &["1er"]);
    check("b | contient_mot(\"Mots\", \"autre\")", &["False"]);
    check("\"les Écoles\" | contient_mot(\"école\")", &["True"]);
}

#[test]
fn nothing_is_said_not_printed() {
    check("d", &["l’expression n’a pas de résultat"]);
    check("d.e", &["l’expression n’a pas de résultat"]);
    check("b | date_longue", &["mot"]);
    check("a | date_longue", &["l’expression n’a pas de résultat"]);
}

/// A path that is followed leads where MiniJinja would have gone, and its filters give what it would have had.
#[test]
fn what_is_followed_gives_what_would_be_computed() {
    let below = Value::from_pairs([("c", Value::from("mot"))]);
    let top = Value::from_pairs([
        ("b", below),
        ("vide", Value::from("")),
        ("rien", Value::from(())),
        ("liste", Value::from(vec![1])),
        ("nombre", Value::from(3)),
    ]);
    let scope = Value::from_pairs([("a", top)]);
    for source in [
        "a.b.c",
        "a.b",
        "a",
        "a.vide",
        "a.rien",
        "a.liste",
        "a.d",
        "a.d.e",
        "a.vide.x",
        "a.rien.x",
        "d",
        "d.e",
        "a.b.c.d",
        "a.liste.x",
        "true",
        " false ",
        "none",
        "a.b.c | majuscule",
        "a.b.c|majuscule|majuscule",
        "a.nombre | en_lettres",
        "a.nombre | en_lettres(\"f\")",
        "a.nombre | en_lettres()",
        "a.nombre | ordinal | majuscule",
        "a.nombre | accord('un', \"d'autres\")",
        "a.nombre | accord(\"l’un | l’autre\", \"(deux, trois)\")",
        "a.nombre | accord(a.b.c, \"x\")",
        "a.nombre | accord(\"x\", 12)",
        "a.nombre | accord(\"x\", -1)",
        "a.nombre | accord(\"x\\\"y\", \"z\")",
        "a.b.c | contient_mot('mot', \"autre\")",
        "a.liste | compte",
        "a.b.c | compte",
        "a.vide | majuscule",
        "a.rien | majuscule",
        "a.d | majuscule",
        "a.d | accord(\"x\", \"y\")",
        "a.d.e | majuscule",
        "d | a_la_main",
        "a.d | a_la_main(\"lieu\")",
        "a.b.c | date_longue",
        "a.nombre | date_longue",
    ] {
        let value = |read: Result<Value, EvalError>| read.map(|value| value.to_string());
        let computed = Expr(Arc::new(Compiled {
            source: source.to_owned(),
            line: 1,
            paths: OnceLock::new(),
            form: OnceLock::from(Form::Expression(OnceLock::new())),
        }));
        let read = Expr::read(source, 1, &mut Report::unheard("texte.md")).unwrap();
        assert_eq!(
            value(read.eval(&scope)),
            value(computed.eval(&scope)),
            "{source}"
        );
        assert_eq!(read.paths(), computed.paths(), "{source}");
    }
}

/// What takes no compiler, so that the comparison above compares two ways. What filters ask of what was read is compared
/// by the amounts in letters of `tests/participation.rs`.
#[test]
fn a_path_with_plain_filters_is_a_chain_and_nothing_else_is() {
    let is_chain = |source: &str| {
        let read = Expr::read(source, 1, &mut Report::unheard("texte.md")).unwrap();
        matches!(read.0.form(), Form::Chain(_))
    };
    let accord = "a.nombre | accord(\"l’un | l’autre\", \"(deux, trois)\")";
    for source in [
        "a | majuscule",
        "a.b|ordinal|majuscule",
        "a | en_lettres()",
        accord,
    ] {
        assert!(is_chain(source), "{source}");
    }
    let escaped = "a | accord(\"x\\\"y\", \"z\")";
    for source in [
        "a",
        "not a | compte",
        "a | accord(b, \"x\")",
        "a | accord(1.5)",
        "\"x\" | majuscule",
        escaped,
    ] {
        assert!(!is_chain(source), "{source}");
    }
}

#[test]
fn what_the_language_does_not_offer_is_refused() {
    let unread = |source: &str| {
        vec![format!(
            "texte.md, ligne 7 : l’expression « {source} » ne se lit pas"
        )]
    };
    for source in [
        "a b",
        "a |",
        "\"ouvert",
        "range(9)",
        "a.items()",
        "b[0]",
        "{}",
        "a is defined",
        "loop.index",
        "",
    ] {
        assert_eq!(told(source), unread(source), "{source}");
    }
    check(
        "\"x\" if a",
        &["texte.md, ligne 7 : l’expression « \"x\" if a » a un « if » sans « else »"],
    );
    check(
        "a | upper",
        &["texte.md, ligne 7 : le filtre « upper » n’existe pas"],
    );
    check(
        "a | accord(\"x\")",
        &[
            "texte.md, ligne 7 : le filtre « accord » demande deux textes : accord(\"un\", \"plusieurs\")",
        ],
    );
}

#[test]
fn a_long_work_is_stopped() {
    check(
        &vec!["a"; 900].join("~"),
        &["l’expression est trop longue à calculer"],
    );
    let long = vec!["a"; 60_000].join("~");
    let quoted: String = long.chars().take(60).collect();
    check(
        &long,
        &[&format!(
            "texte.md, ligne 7 : l’expression « {quoted}… » ne se lit pas"
        )],
    );
}

proptest! {
    #[test]
    fn no_expression_stops_the_reader(source in r#"([a-c0-9 ."'()|~<=!]|if |else |not |and ){0,24}"#) {
        told(&source);
    }
}
