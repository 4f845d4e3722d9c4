//! Lists of names as a secretary types them for the register of a session: who is present, who gives a pouvoir to whom.
//!
//! Names are never corrected nor put in another order: only what stands between them is read.

/// A councillor represented by another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proxy {
    /// Who gives the pouvoir.
    pub from: String,
    /// Who bears it; none when the line names one person only.
    pub to: Option<String>,
}

/// The names of a list: one a line, or parted by commas or semicolons.
pub fn names(typed: &str) -> Vec<String> {
    parted(typed, &['\n', ',', ';'])
}

/// The pouvoirs of a list: one a line, or parted by semicolons.
pub fn proxies(typed: &str) -> Vec<Proxy> {
    parted(typed, &['\n', ';'])
        .iter()
        .map(|line| proxy(line))
        .collect()
}

fn parted(typed: &str, at: &[char]) -> Vec<String> {
    let tidy = |name: &str| {
        let words: Vec<&str> = name.split_whitespace().collect();
        words.join(" ").trim_end_matches([',', '.']).to_owned()
    };
    typed
        .split(at)
        .map(tidy)
        .filter(|name| !name.is_empty())
        .collect()
}

/// What people write between the two names; the longest first, since each holds the ones after it.
const BETWEEN: &[&str] = &[
    " a donné pouvoir à ",
    " donne pouvoir à ",
    " (pouvoir à ",
    ", pouvoir à ",
    " pouvoir à ",
    " à ",
    " → ",
    " : ",
];

fn proxy(line: &str) -> Proxy {
    let cut = BETWEEN.iter().find_map(|between| line.split_once(between));
    match cut {
        Some((from, to)) => Proxy {
            from: from.trim().to_owned(),
            to: Some(to.trim().trim_end_matches(')').to_owned()),
        },
        None => Proxy {
            from: line.to_owned(),
            to: None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_parted_by_lines_or_commas() {
        assert_eq!(
            names("M. Durand, Mme Abadie\n\n  Mme   Le Fur ;M. Hamon."),
            ["M. Durand", "Mme Abadie", "Mme Le Fur", "M. Hamon"]
        );
        assert!(names(" \n, ").is_empty());
    }

    #[test]
    fn a_pouvoir_is_read_as_people_write_it() {
        let told = |line: &str| {
            let all = proxies(line);
            all.into_iter()
                .map(|proxy| (proxy.from, proxy.to.unwrap_or_default()))
                .collect::<Vec<_>>()
        };
        let both = |from: &str, to: &str| vec![(from.to_owned(), to.to_owned())];
        for line in [
            "Mme Adam à Mme Abadie",
            "Mme Adam donne pouvoir à Mme Abadie",
            "Mme Adam (pouvoir à Mme Abadie)",
            "Mme Adam → Mme Abadie",
            "Mme Adam : Mme Abadie",
        ] {
            assert_eq!(told(line), both("Mme Adam", "Mme Abadie"), "{line}");
        }
        assert_eq!(told("Mme Adam"), both("Mme Adam", ""));
        assert_eq!(told("A à B\nC à D").len(), 2);
    }
}
