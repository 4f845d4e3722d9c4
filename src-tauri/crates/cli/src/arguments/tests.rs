//! What the words after `convent` are read as, and what is named when they are not.

use super::*;

fn reading(words: &str) -> Result<Command, String> {
    read(words.split_whitespace().map(OsString::from))
}

#[test]
fn reads_an_export() {
    let read = reading(
        "export a.json b.json --out out --date 2026-11-22 --only convention,note-synthese --draft --separate --print-file --signature-fields --editable --online --json",
    );
    let Ok(Command::Export(export)) = read else {
        panic!("{read:?}")
    };
    assert_eq!(
        export.dossiers,
        [PathBuf::from("a.json"), PathBuf::from("b.json")]
    );
    assert_eq!(export.only, ["convention", "note-synthese"]);
    assert_eq!(export.common.now().to_string(), "2026-11-22 00:00:00");
    assert!(export.draft && export.separate && export.print_file);
    assert!(export.signature_fields && export.common.json);
    assert!(export.editable && export.online);
}

#[test]
fn names_what_it_does_not_know() {
    for (words, named) in [
        ("exporter", "exporter"),
        ("export a.json", "--out"),
        ("export --out x", ".json"),
        ("check a.json --toto", "--toto"),
        ("export a.json --out x --date 22/11/2026", "22/11/2026"),
        ("store", "list"),
        ("tags", "PDF"),
        ("text --only note-synthese", ".json"),
        ("text a.json", "--only"),
        ("text a.json --only a,b", "un seul"),
        ("tags a.pdf b.pdf", "un seul"),
        ("store vider", "vider"),
        ("new", "--model"),
        ("new --from a.json", "--as"),
        ("new --as avenant", "--from"),
        ("new --from a.json --as modification", "renouvellement"),
        ("new --model x --from a.json --as avenant", "s’excluent"),
    ] {
        assert!(reading(words).unwrap_err().contains(named), "{words}");
    }
}

#[test]
fn helps() {
    assert_eq!(reading(""), Ok(Command::Help(Topic::All)));
    assert_eq!(reading("export --help"), Ok(Command::Help(Topic::Export)));
}
