//! What was asked: reads the words after `cargo xtask`.

use crate::problem::Problem;

/// What each command does, for people.
pub const HELP: &str = "\
Les commandes du projet ConvENT

  cargo xtask run [--headless]
      Installe ce qui manque, construit, écrit les documents de l’exemple dans out/,
      puis ouvre la fenêtre s’il y a un écran (jamais avec --headless).

  cargo xtask test [--only rust|ui|journeys|pdf]…
      Installe ce qui manque et passe toutes les vérifications : mise en forme et
      relecture du code, essais Rust, essais de la fenêtre, parcours sur une vraie
      fenêtre, validation des PDF par veraPDF. --only n’en passe qu’une partie.

  cargo xtask journey NOM [--release]
      Passe un seul parcours, par exemple main-job ; la dernière ligne est du JSON.
      --release : sur le programme tel qu’il est livré.

  cargo xtask bench [MESURE…]
      Mesure les temps.

  cargo xtask bench --against typst
      La même convention par ConvENT et par Typst, dans une même passe : temps, mémoire,
      taille. La première fois, construit Typst (une demi-heure).

  cargo xtask bench --france
      Une convention pour chaque commune de France : le temps et la mémoire à mesure.
      Pour ces deux-là, CONVENT_COMMUNES dit où est la table des communes (CSV).

  cargo xtask bindings
      Réécrit ce qui est produit à partir du code Rust : types de la fenêtre, schéma du format.

  cargo xtask plates DOSSIER
      Pose chaque planche de DOSSIER à côté de notre page, une image par paire, dans target/plates/.

  cargo xtask fuzz [--minutes 5] [--seed GRAINE]
      Compose des documents au hasard, les écrit en PDF et les vérifie. Un défaut est réduit,
      montré, et refait par sa graine.

  cargo xtask golden
      Réécrit les textes de référence. À relire avec git diff avant de les garder.";

/// A part of the tests that may be asked for alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Rust,
    Ui,
    Journeys,
    Pdf,
}

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub enum Order {
    Help,
    Run {
        headless: bool,
    },
    /// Every part when `only` is empty.
    Test {
        only: Vec<Part>,
    },
    Journey {
        name: String,
        release: bool,
    },
    Bench {
        rest: Vec<String>,
    },
    Bindings,
    Fuzz {
        minutes: u64,
        seed: Option<u64>,
    },
    /// The folder of the plates.
    Plates {
        folder: String,
    },
    Golden,
}

impl Order {
    /// Reads the words after `cargo xtask`; one that does not fit is named.
    pub fn read(words: &[String]) -> Result<Self, Problem> {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words.as_slice() {
            [] | ["help" | "-h" | "--help"] | [_, "-h" | "--help"] => Ok(Order::Help),
            ["run"] => Ok(Order::Run { headless: false }),
            ["run", "--headless"] => Ok(Order::Run { headless: true }),
            ["test", rest @ ..] => Ok(Order::Test { only: parts(rest)? }),
            ["journey", rest @ ..] => journey(rest),
            ["bench", rest @ ..] => Ok(Order::Bench {
                rest: rest.iter().map(ToString::to_string).collect(),
            }),
            ["bindings"] => Ok(Order::Bindings),
            ["plates", folder] if !folder.starts_with('-') => Ok(Order::Plates {
                folder: (*folder).to_owned(),
            }),
            ["golden"] => Ok(Order::Golden),
            ["fuzz", rest @ ..] => fuzz(rest),
            _ => Err(not_understood(&words.join(" "))),
        }
    }
}

fn parts(words: &[&str]) -> Result<Vec<Part>, Problem> {
    match words {
        [] => Ok(Vec::new()),
        ["--only", name, rest @ ..] => {
            let mut parts = vec![part(name)?];
            parts.extend(self::parts(rest)?);
            Ok(parts)
        }
        _ => Err(not_understood(&words.join(" "))),
    }
}

fn part(name: &str) -> Result<Part, Problem> {
    match name {
        "rust" => Ok(Part::Rust),
        "ui" => Ok(Part::Ui),
        "journeys" => Ok(Part::Journeys),
        "pdf" => Ok(Part::Pdf),
        _ => Err(not_understood(name)),
    }
}

fn journey(words: &[&str]) -> Result<Order, Problem> {
    match words {
        [name] | [name, "--release"] | ["--release", name] if !name.starts_with('-') => {
            Ok(Order::Journey {
                name: (*name).to_owned(),
                release: words.len() == 2,
            })
        }
        _ => Err(not_understood(&format!("journey {}", words.join(" ")))),
    }
}

fn fuzz(words: &[&str]) -> Result<Order, Problem> {
    let (mut minutes, mut seed) = (crate::fuzzing::MINUTES, None);
    for pair in words.chunks(2) {
        let number = |word: &&str| word.parse::<u64>().ok();
        match (pair[0], pair.get(1).and_then(number)) {
            ("--minutes", Some(asked)) => minutes = asked,
            ("--seed", Some(asked)) => seed = Some(asked),
            _ => return Err(not_understood(&format!("fuzz {}", words.join(" ")))),
        }
    }
    Ok(Order::Fuzz { minutes, seed })
}

fn not_understood(words: &str) -> Problem {
    Problem::Order(format!(
        "« {words} » n’est pas compris. « cargo xtask help » dit ce qui existe."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expected: Order) {
        let words: Vec<String> = typed.split_whitespace().map(str::to_owned).collect();
        assert_eq!(Order::read(&words).unwrap(), expected, "reading {typed:?}");
    }

    #[test]
    fn reads_every_command() {
        check("", Order::Help);
        check("test --help", Order::Help);
        check("run", Order::Run { headless: false });
        check("run --headless", Order::Run { headless: true });
        check("test", Order::Test { only: vec![] });
        check(
            "test --only ui --only pdf",
            Order::Test {
                only: vec![Part::Ui, Part::Pdf],
            },
        );
        check(
            "journey main-job --release",
            Order::Journey {
                name: "main-job".to_owned(),
                release: true,
            },
        );
        check(
            "bench export",
            Order::Bench {
                rest: vec!["export".to_owned()],
            },
        );
    }

    #[test]
    fn reads_the_folder_of_the_plates() {
        let folder = "planches".to_owned();
        check("plates planches", Order::Plates { folder });
    }

    #[test]
    fn reads_how_long_to_fuzz() {
        let (minutes, seed) = (2, Some(7));
        check("fuzz --seed 7 --minutes 2", Order::Fuzz { minutes, seed });
        let (minutes, seed) = (5, None);
        check("fuzz", Order::Fuzz { minutes, seed });
    }

    #[test]
    fn names_what_it_does_not_understand() {
        for typed in [
            "fly",
            "run --fast",
            "test --only",
            "test --only all",
            "journey",
            "journey --release",
            "fuzz --minutes",
            "fuzz --minutes long",
        ] {
            let words: Vec<String> = typed.split_whitespace().map(str::to_owned).collect();
            assert!(
                matches!(Order::read(&words), Err(Problem::Order(_))),
                "reading {typed:?}"
            );
        }
    }

    #[test]
    fn the_help_names_every_command() {
        for command in [
            "run", "test", "journey", "bench", "bindings", "plates", "fuzz", "golden",
        ] {
            assert!(
                HELP.contains(&format!("cargo xtask {command}")),
                "{command} is not in the help"
            );
        }
    }
}
