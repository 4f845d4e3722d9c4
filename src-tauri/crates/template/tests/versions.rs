//! A published version of a modèle never changes: its files are those that `assets/templates/versions.lock` knows.

#![allow(missing_docs, clippy::unwrap_used)]

use template::Shelf;

/// What the lock says of a version: « id version sha256 », one a line; `#` begins a remark.
fn locked(id: &str, version: u32) -> Option<String> {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../assets/templates/versions.lock"
    );
    let lock = std::fs::read_to_string(file).unwrap();
    let head = format!("{id} {version} ");
    lock.lines()
        .find_map(|line| line.strip_prefix(&head))
        .map(str::to_owned)
}

#[test]
fn no_published_version_has_changed() {
    for template in Shelf::shipped().unwrap().all() {
        let (id, version, sha) = (&template.id, template.version, template.sha256());
        let Some(known) = locked(id, version) else {
            panic!("add to versions.lock: {id} {version} {sha}")
        };
        assert_eq!(
            known, sha,
            "{id} {version} is published: raise `version` in modele.toml and lock the new one"
        );
    }
}
