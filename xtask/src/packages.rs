//! Debian packages: finds which are missing and installs them, or says the exact line to type.

use std::io::IsTerminal;

use crate::house::House;
use crate::problem::Problem;
use crate::shell;

/// A Debian package, and a program that proves the need is met by another package.
pub struct Package {
    name: &'static str,
    program: Option<&'static str>,
}

const fn package(name: &'static str) -> Package {
    Package {
        name,
        program: None,
    }
}

const fn or_program(name: &'static str, program: &'static str) -> Package {
    Package {
        name,
        program: Some(program),
    }
}

/// What the build asks for: the system's web view, a C compiler, and libclang for SQLite's bindings.
pub const BUILD: &[Package] = &[
    package("libwebkit2gtk-4.1-dev"),
    package("build-essential"),
    or_program("pkg-config", "pkg-config"),
    package("libclang-dev"),
];

/// What the tests ask for besides: a screen without a screen, a driver for the window, readers and judges of PDF,
/// a word processor.
pub const TEST: &[Package] = &[
    or_program("xvfb", "Xvfb"),
    package("xauth"),
    or_program("webkit2gtk-driver", "WebKitWebDriver"),
    package("imagemagick"),
    or_program("dbus", "dbus-daemon"),
    or_program("poppler-utils", "pdftotext"),
    or_program("qpdf", "qpdf"),
    or_program("default-jre-headless", "java"),
    or_program("maven", "mvn"),
    or_program("libreoffice-writer-nogui", "soffice"),
];

/// What looking at pages asks for: a reader of PDF that draws, a tool that lays pictures side by side.
pub const LOOK: &[Package] = &[
    or_program("poppler-utils", "pdftoppm"),
    or_program("imagemagick", "convert"),
];

/// Installs what is missing among `wanted`. On a system without apt, says what to install and goes on.
pub fn install(house: &House, wanted: &[&[Package]]) -> Result<(), Problem> {
    let wanted = wanted.iter().copied().flatten();
    if !shell::succeeds(shell::program(house, "dpkg-query").arg("--version")) {
        advise(wanted);
        return Ok(());
    }
    let missing: Vec<&str> = wanted
        .filter(|package| is_missing(house, package))
        .map(|package| package.name)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    shell::say(&format!("Paquets à installer : {}", missing.join(", ")));
    let Some(rights) = rights(house) else {
        return Err(Problem::Missing(by_hand(&missing)));
    };
    apt(house, rights, &["update"])?;
    let mut words = vec!["install", "--yes", "--no-install-recommends"];
    words.extend(&missing);
    apt(house, rights, &words)
}

fn is_missing(house: &House, package: &Package) -> bool {
    let met = package.program.is_some_and(on_path);
    !met && !is_installed(&status(house, package.name))
}

fn status(house: &House, name: &str) -> String {
    let mut ask = shell::program(house, "dpkg-query");
    let answer = ask
        .args(["--show", "--showformat=${db:Status-Status}", name])
        .output();
    answer
        .map(|done| String::from_utf8_lossy(&done.stdout).into_owned())
        .unwrap_or_default()
}

/// A package may be known in several architectures; their states then follow one another.
fn is_installed(status: &str) -> bool {
    status.replace("not-installed", "").contains("installed")
}

/// Whether a folder of `PATH` holds this program.
pub fn on_path(name: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).any(|folder| folder.join(name).is_file())
}

/// The words to put before `apt-get`, or none when nobody here may install packages.
fn rights(house: &House) -> Option<&'static [&'static str]> {
    let is_root =
        shell::read(shell::program(house, "id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if is_root {
        return Some(&[]);
    }
    let without_asking = shell::succeeds(shell::program(house, "sudo").args(["-n", "true"]));
    let someone_answers = on_path("sudo") && std::io::stdin().is_terminal();
    (without_asking || someone_answers).then_some(&["sudo"])
}

/// Downloads go to a folder of ours: some images empty apt's own after every package, which breaks a long install.
fn apt(house: &House, rights: &[&str], words: &[&str]) -> Result<(), Problem> {
    let archives = house.target.join("tools/apt");
    let partial = archives.join("partial");
    std::fs::create_dir_all(&partial).map_err(Problem::file(&partial))?;
    let mut all: Vec<String> = rights.iter().map(ToString::to_string).collect();
    all.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"].map(str::to_owned));
    let private = format!("Dir::Cache::archives={}", archives.display());
    for option in [
        "DPkg::Lock::Timeout=400",
        &private,
        "APT::Sandbox::User=root",
        "Acquire::Retries=3",
    ] {
        all.extend(["-o".to_owned(), option.to_owned()]);
    }
    all.extend(words.iter().map(ToString::to_string));
    shell::run(shell::program(house, &all[0]).args(&all[1..]))
}

fn by_hand(missing: &[&str]) -> String {
    format!(
        "Il manque des paquets, et cette session n’a pas le droit de les installer. Tapez, puis recommencez :\n\n  \
         sudo apt-get update && sudo apt-get install --yes --no-install-recommends {}",
        missing.join(" ")
    )
}

fn advise<'a>(wanted: impl Iterator<Item = &'a Package>) {
    let names: Vec<&str> = wanted.map(|package| package.name).collect();
    if cfg!(windows) {
        shell::say(
            "Windows : WebView2 (présent d’origine depuis Windows 11) et les outils C++ de Visual Studio sont nécessaires.",
        );
    } else if cfg!(target_os = "macos") {
        shell::say(
            "macOS : les outils de ligne de commande de Xcode sont nécessaires (xcode-select --install).",
        );
    } else {
        shell::say(&format!(
            "Ce système n’a pas apt : installez l’équivalent de {}.",
            names.join(", ")
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_state_of_a_package() {
        assert!(is_installed("installed"));
        assert!(
            is_installed("not-installedinstalled"),
            "one architecture is enough"
        );
        assert!(!is_installed("not-installed"));
        assert!(!is_installed("config-files"));
        assert!(!is_installed(""), "dpkg has never heard of it");
    }

    #[test]
    fn finds_programs() {
        assert!(on_path("cargo") || on_path("cargo.exe"));
        assert!(!on_path("a-program-nobody-has"));
    }

    #[test]
    fn says_the_exact_line() {
        assert!(
            by_hand(&["qpdf", "maven"])
                .ends_with("sudo apt-get install --yes --no-install-recommends qpdf maven")
        );
    }
}
