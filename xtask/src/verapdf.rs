//! Every PDF we make is judged by veraPDF: PDF/UA-1 for people who do not see, PDF/A-2a for archives.
//!
//! A judge who never condemns proves nothing: each run also shows it files spoilt on purpose, each in one thing.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::building::EMBEDDED;
use crate::house::House;
use crate::packages;
use crate::problem::Problem;
use crate::running;
use crate::shell;
use crate::verdicts::{self, Verdict};

/// The two norms, by the names veraPDF gives them.
const PROFILES: [&str; 2] = ["ua1", "2a"];
const VERSION: &str = "1.28.2";

/// What Maven is asked for. The release before this one names a parent that was never published.
const POM: &str = r#"<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>fr.convent</groupId>
  <artifactId>verapdf</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.verapdf.apps</groupId>
      <artifactId>greenfield-apps</artifactId>
      <version>VERSION</version>
    </dependency>
  </dependencies>
</project>
"#;

/// Makes the example in each of its forms, then judges it with all the PDFs that the tests left.
pub fn judge_everything(house: &House, command: &Path) -> Result<String, Problem> {
    for (form, options) in [
        ("original", &[][..]),
        ("projet", &["--draft"]),
        ("separes", &["--separate"]),
    ] {
        let folder = house.pdfs().join("exemple").join(form);
        running::empty(&folder)?;
        running::export(house, command, &house.example(), &folder, options)?;
    }
    let files = pdfs_under(&house.pdfs())?;
    if files.is_empty() {
        return Err(Problem::Faults("il n’y a aucun PDF à juger.".to_owned()));
    }
    let jars = fetch(house)?;
    let spoilt = prove_the_judge(house, &jars)?;
    for profile in PROFILES {
        no_fault(
            &judge(house, &jars, profile, &house.pdfs())?,
            &files,
            profile,
        )?;
    }
    Ok(format!(
        "{} fichiers conformes à PDF/UA-1 et PDF/A-2a ; {spoilt} abîmés exprès, jugés comme il se doit",
        files.len()
    ))
}

/// veraPDF and what it depends on, fetched once by Maven.
fn fetch(house: &House) -> Result<PathBuf, Problem> {
    let folder = house.tools().join(format!("verapdf-{VERSION}"));
    let (jars, complete) = (folder.join("lib"), folder.join("complete"));
    if !(packages::on_path("java") && packages::on_path("mvn")) {
        return Err(Problem::Unverified(
            "Java et Maven sont nécessaires à veraPDF.".to_owned(),
        ));
    }
    if complete.is_file() {
        return Ok(jars);
    }
    fs::create_dir_all(&folder).map_err(Problem::file(&folder))?;
    let pom = folder.join("pom.xml");
    fs::write(&pom, POM.replace("VERSION", VERSION)).map_err(Problem::file(&pom))?;
    let mut maven = shell::program(house, "mvn");
    maven
        .args(["-B", "-q", "-C", "-Dstyle.color=never", "-f"])
        .arg(&pom);
    maven.arg("org.apache.maven.plugins:maven-dependency-plugin:2.8:copy-dependencies");
    maven.arg(format!("-DoutputDirectory={}", jars.display()));
    shell::run(&mut maven)
        .map_err(|_| Problem::Unverified("veraPDF n’a pas pu être téléchargé.".to_owned()))?;
    fs::write(&complete, VERSION).map_err(Problem::file(&complete))?;
    Ok(jars)
}

/// Judges a whole folder in one Java machine. Its exit code says no more than the report, which is kept.
fn judge(
    house: &House,
    jars: &Path,
    profile: &str,
    folder: &Path,
) -> Result<Vec<Verdict>, Problem> {
    let mut java = shell::program(house, "java");
    java.arg("-cp").arg(jars.join("*")).args([
        "org.verapdf.apps.GreenfieldCliWrapper",
        "--format",
        "xml",
    ]);
    java.args(["-f", profile, "-r"]).arg(folder);
    let done = java
        .output()
        .map_err(|cause| shell::not_started(&java, cause))?;
    let report = String::from_utf8_lossy(&done.stdout);
    let kept = house.tools().join(format!("verapdf-{profile}.xml"));
    fs::write(&kept, report.as_bytes()).map_err(Problem::file(&kept))?;
    Ok(verdicts::read(&report))
}

/// Fails unless every file was judged and none has a fault.
fn no_fault(verdicts: &[Verdict], files: &[PathBuf], profile: &str) -> Result<(), Problem> {
    let clean: BTreeSet<&Path> = verdicts
        .iter()
        .filter(|verdict| verdict.is_clean())
        .map(|verdict| Path::new(&verdict.file))
        .collect();
    let bad: Vec<&PathBuf> = files
        .iter()
        .filter(|file| !clean.contains(file.as_path()))
        .collect();
    for file in &bad {
        eprintln!("  {profile} : {}", file.display());
        let verdict = verdicts
            .iter()
            .find(|verdict| Path::new(&verdict.file) == file.as_path());
        verdict
            .map_or(&[][..], |verdict| &verdict.faults)
            .iter()
            .for_each(|fault| eprintln!("    {fault}"));
    }
    match bad.len() {
        0 => Ok(()),
        count => Err(Problem::Faults(format!(
            "{profile} : {count} PDF sur {} non conformes.",
            files.len()
        ))),
    }
}

/// Shows the judge the files that a test spoils, each in one thing, and one that is sound; how many.
fn prove_the_judge(house: &House, jars: &Path) -> Result<usize, Problem> {
    running::empty(&house.spoilt())?;
    let mut test = shell::cargo(house);
    shell::run(
        test.args([
            "test",
            "--locked",
            "--quiet",
            "--workspace",
            "--test",
            "spoilt",
        ])
        .args(EMBEDDED),
    )?;
    let files = pdfs_under(&house.spoilt())?;
    for profile in PROFILES {
        let verdicts = judge(house, jars, profile, &house.spoilt())?;
        let misjudged = files
            .iter()
            .filter(|file| !is_judged_well(file, &verdicts, profile));
        let names: Vec<String> = misjudged.map(|file| file.display().to_string()).collect();
        if !names.is_empty() {
            let names = names.join(", ");
            return Err(Problem::Faults(format!(
                "{profile} : veraPDF ne juge pas comme il se doit {names}."
            )));
        }
    }
    match files.len() {
        0 | 1 => Err(Problem::Faults(
            "il n’y a aucun PDF abîmé exprès.".to_owned(),
        )),
        count => Ok(count - 1),
    }
}

/// Which norms must refuse a file stands in its name: `ua1+2a--no-mark-info.pdf`; none may refuse `none--…`.
fn is_judged_well(file: &Path, verdicts: &[Verdict], profile: &str) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let (by, _) = name.split_once("--").unwrap_or_default();
    let refused = by.split('+').any(|by| by == profile);
    let verdict = verdicts
        .iter()
        .find(|verdict| Path::new(&verdict.file) == file);
    verdict.is_some_and(|verdict| verdict.failed_checks.is_some() && verdict.is_clean() != refused)
}

/// Every PDF in the folder and below, in order.
fn pdfs_under(folder: &Path) -> Result<Vec<PathBuf>, Problem> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)
        .map_err(Problem::file(folder))?
        .filter_map(Result::ok)
    {
        let path = entry.path();
        if path.is_dir() {
            found.extend(pdfs_under(&path)?);
        } else if path
            .extension()
            .is_some_and(|end| end.eq_ignore_ascii_case("pdf"))
        {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(file: &str, failed_checks: Option<u32>) -> Verdict {
        Verdict {
            file: file.to_owned(),
            failed_checks,
            faults: Vec::new(),
        }
    }

    #[test]
    fn every_file_must_be_judged_and_clean() {
        let files = [PathBuf::from("/a.pdf"), PathBuf::from("/b.pdf")];
        assert!(
            no_fault(
                &[verdict("/a.pdf", Some(0)), verdict("/b.pdf", Some(0))],
                &files,
                "ua1"
            )
            .is_ok()
        );
        assert!(
            no_fault(
                &[verdict("/a.pdf", Some(0)), verdict("/b.pdf", Some(3))],
                &files,
                "ua1"
            )
            .is_err()
        );
        assert!(
            no_fault(
                &[verdict("/a.pdf", Some(0)), verdict("/b.pdf", None)],
                &files,
                "ua1"
            )
            .is_err()
        );
        assert!(
            no_fault(&[verdict("/a.pdf", Some(0))], &files, "ua1").is_err(),
            "a file left out is not clean"
        );
    }

    #[test]
    fn a_spoilt_file_is_refused_by_the_norms_of_its_name_and_no_other() {
        let judged =
            |name: &str, failed| is_judged_well(Path::new(name), &[verdict(name, failed)], "2a");
        assert!(judged("/t/ua1+2a--x.pdf", Some(1)) && judged("/t/ua1--x.pdf", Some(0)));
        assert!(judged("/t/none--x.pdf", Some(0)));
        assert!(!judged("/t/ua1+2a--x.pdf", Some(0)) && !judged("/t/ua1--x.pdf", Some(1)));
        assert!(
            !judged("/t/ua1+2a--x.pdf", None),
            "a file that was not read is not refused"
        );
        assert!(
            !is_judged_well(Path::new("/t/ua1--x.pdf"), &[], "2a"),
            "a file left out is not judged"
        );
    }
}
