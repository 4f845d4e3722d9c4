//! Real numbers, read beside the project when they are there; never kept in it. A test without them says so.

use super::{Department, Email, InseeCode, Phone, PostalCode, SchoolKind, Siren, Siret, Uai};
use std::{fs, path::PathBuf, process::Command};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/data")
}

/// The lines of a file of the folder, cut at `;`; `None`, and a word on it, when it is absent.
fn rows(file: &str) -> Option<Vec<Vec<String>>> {
    let Ok(text) = fs::read_to_string(folder().join(file)) else {
        eprintln!("{file} is absent: nothing was tried on real data");
        return None;
    };
    let cut = |line: &str| line.trim_end().split(';').map(str::to_owned).collect();
    Some(
        text.trim_start_matches('\u{feff}')
            .lines()
            .map(cut)
            .collect(),
    )
}

#[test]
fn every_real_uai_reads() {
    let path = folder().join("uai-reels.txt.gz");
    let Ok(unzipped) = Command::new("gzip").arg("-dc").arg(&path).output() else {
        eprintln!("gzip is absent: no real UAI was tried");
        return;
    };
    let text = String::from_utf8(unzipped.stdout).unwrap();
    if text.is_empty() {
        eprintln!("uai-reels.txt.gz is absent: no real UAI was tried");
    }
    for typed in text.lines() {
        let uai: Uai = typed
            .parse()
            .unwrap_or_else(|error| panic!("{typed}: {error}"));
        assert_eq!(uai.to_string(), typed);
        assert!(
            Department::of_uai_prefix(uai.prefix()).is_some(),
            "{typed} is of no département"
        );
    }
}

#[test]
fn real_mistakes_are_caught() {
    for row in rows("uai-saisies-reelles-fautives.csv")
        .unwrap_or_default()
        .iter()
        .skip(1)
    {
        let [typed, fault, expected] = &row[..] else {
            panic!("{row:?}")
        };
        let read = typed
            .parse::<Uai>()
            .map(|uai| uai.to_string())
            .unwrap_or_default();
        assert_eq!(&read, expected, "{typed} ({fault})");
    }
}

#[test]
fn every_commune_reads() {
    for row in rows("communes.csv").unwrap_or_default().iter().skip(1) {
        let insee: InseeCode = row[0]
            .parse()
            .unwrap_or_else(|error| panic!("{row:?}: {error}"));
        // An associated commune may have passed to the next département with its old code; 984 and 989 have no school.
        if row[2] == "C" && !matches!(row[3].as_str(), "984" | "989") {
            assert_eq!(
                Department::of_insee(&insee).map(Department::code),
                Some(row[3].as_str()),
                "{row:?}"
            );
        }
        if !row[5].is_empty() {
            row[5]
                .parse::<Siren>()
                .unwrap_or_else(|error| panic!("{row:?}: {error}"));
        }
        for code in row[8]
            .split([',', '|', ' '])
            .filter(|code| !code.is_empty())
        {
            code.parse::<PostalCode>()
                .unwrap_or_else(|error| panic!("{row:?}: {error}"));
        }
    }
}

#[test]
fn the_directory_reads() {
    for file in [
        "annuaire-sample.csv",
        "annuaire-sample-2026-val-de-marne.csv",
    ] {
        let rows = rows(file).unwrap_or_default();
        let Some(head) = rows.first() else { continue };
        let column = |name: &str| head.iter().position(|title| title == name).unwrap();
        let columns = [
            column("Telephone"),
            column("Mail"),
            column("SIREN_SIRET"),
            column("Identifiant_de_l_etablissement"),
        ];
        let (kind, nature, sector) = (
            column("Type_etablissement"),
            column("code_nature"),
            column("Statut_public_prive"),
        );
        for row in rows.iter().skip(1).filter(|row| row.len() == head.len()) {
            let [phone, mail, siret, uai] = columns.map(|column| row[column].as_str());
            let uai: Uai = uai.parse().unwrap();
            assert!(
                phone.is_empty() || phone.parse::<Phone>().is_ok(),
                "{uai}: {phone}"
            );
            assert!(
                mail.is_empty() || mail.parse::<Email>().is_ok(),
                "{uai}: {mail}"
            );
            // Private schools without a number of their own carry an invented one, such as …99999.
            let known = !siret.is_empty() && row[sector] == "Public";
            assert!(!known || siret.parse::<Siret>().is_ok(), "{uai}: {siret}");
            if row[kind] == "Ecole" {
                assert!(
                    SchoolKind::of_nature(row[nature].parse().unwrap(), true, true).is_some(),
                    "{uai}: {}",
                    row[nature]
                );
            }
        }
    }
}
