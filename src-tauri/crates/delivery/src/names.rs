//! Names of files: lower case, ASCII, hyphens, that every system and every mail takes.
//!
//! NTFS, exFAT and ext4 each refuse other names; what is kept here is what all three take, and what a
//! person reads aloud without a doubt.

/// Longest name, extension included, with room for « (99) » within [`LONGEST`].
const LONGEST_MADE: usize = 112;

/// Longest name that is written.
pub(crate) const LONGEST: usize = 120;

/// Names that Windows keeps for its devices, whatever their extension (Microsoft, « Naming Files »).
const DEVICES: [&str; 7] = ["con", "prn", "aux", "nul", "conin$", "conout$", "clock$"];

/// The name of a file: reference, kind, extension; `2026-001`, `convention-exemplaires`, `pdf` give
/// `2026-001-convention-exemplaires.pdf`.
///
/// Any text comes in; what comes out is at most 112 bytes of `a-z0-9-` and a point. The reference gives
/// way when that is too long, never the kind. An empty reference leaves the kind alone.
pub fn file_name(reference: &str, kind: &str, extension: &str) -> String {
    let extension: String = plain(extension)
        .chars()
        .filter(|sign| *sign != '-')
        .take(8)
        .collect();
    let dot = if extension.is_empty() { "" } else { "." };
    let room = LONGEST_MADE - extension.len() - dot.len();
    let kind = cut(plain(kind), room);
    let hyphen = usize::from(!kind.is_empty());
    let reference = cut(plain(reference), room.saturating_sub(kind.len() + hyphen));
    let parts = [reference, kind]
        .into_iter()
        .filter(|part| !part.is_empty());
    let stem = parts.collect::<Vec<_>>().join("-");
    format!("{}{dot}{extension}", sound(stem))
}

/// Letters and digits of ASCII in lower case; anything else is one hyphen between them.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for sign in deunicode::deunicode(&text.replace('°', " ")).chars() {
        if sign.is_ascii_alphanumeric() {
            plain.push(sign.to_ascii_lowercase());
        } else if !plain.is_empty() && !plain.ends_with('-') && sign != '\'' {
            plain.push('-');
        }
    }
    plain.truncate(plain.trim_end_matches('-').len());
    plain
}

fn cut(mut text: String, room: usize) -> String {
    text.truncate(room); // All of it is ASCII.
    text.truncate(text.trim_end_matches('-').len());
    text
}

/// Something, and no device.
fn sound(stem: String) -> String {
    match stem.as_str() {
        "" => "document".to_owned(),
        device if is_device(device) => format!("document-{device}"),
        _ => stem,
    }
}

/// Whether Windows takes this name, up to its first point, for a device.
fn is_device(name: &str) -> bool {
    let stem = name
        .split('.')
        .next()
        .unwrap_or_default()
        .trim_end()
        .to_lowercase();
    let port = stem
        .strip_prefix("com")
        .or_else(|| stem.strip_prefix("lpt"));
    let number = |rest: &str| {
        let mut signs = rest.chars();
        signs
            .next()
            .is_some_and(|sign| sign.is_ascii_digit() || "¹²³".contains(sign))
            && signs.next().is_none()
    };
    DEVICES.contains(&stem.as_str()) || port.is_some_and(number)
}

/// Whether a name can be written as it is, on every system, and stays in its folder.
pub(crate) fn is_sound(name: &str) -> bool {
    let refused = |sign: char| sign.is_control() || "<>:\"/\\|?*".contains(sign) || is_hidden(sign);
    !name.is_empty()
        && name.len() <= LONGEST
        && !name.contains(refused)
        && !name.ends_with(['.', ' '])
        && !name.starts_with([' ', '.', '-'])
        && !is_device(name)
}

/// Signs that show nothing, or turn the reading round: a name with one is not the name one reads.
fn is_hidden(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The `number`th file of a name: `note.pdf`, 2 give `note (2).pdf`.
pub(crate) fn numbered(name: &str, number: u32) -> String {
    match (number, name.rsplit_once('.')) {
        (1, _) => name.to_owned(),
        (_, Some((stem, extension))) if !stem.is_empty() => {
            format!("{stem} ({number}).{extension}")
        }
        _ => format!("{name} ({number})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(reference: &str, kind: &str, extension: &str, expected: &str) {
        assert_eq!(
            file_name(reference, kind, extension),
            expected,
            "{reference:?}"
        );
    }

    #[test]
    fn names_of_the_house() {
        check(
            "2026-001",
            "convention-exemplaires",
            "pdf",
            "2026-001-convention-exemplaires.pdf",
        );
        check(
            "FAR-2026-ENT-01",
            "note-synthese",
            "pdf",
            "far-2026-ent-01-note-synthese.pdf",
        );
        check(
            "Délibération n° 12/2026 — Œuvre",
            "deliberation",
            "pdf",
            "deliberation-n-12-2026-oeuvre-deliberation.pdf",
        );
        check(
            "L’Haÿ-les-Roses",
            "courriel-ien",
            "eml",
            "lhay-les-roses-courriel-ien.eml",
        );
    }

    #[test]
    fn nothing_leaves_the_folder() {
        check("../../etc/passwd", "x", "pdf", "etc-passwd-x.pdf");
        check("C:\\Users\\a:b", "x", ".pdf", "c-users-a-b-x.pdf");
        check("\u{202e}fdp\u{200b}.exe\0", "x", "pdf", "fdp-exe-x.pdf");
        check("...   ", "x", "pdf", "x.pdf");
    }

    #[test]
    fn no_name_is_a_device() {
        check("CON", "", "pdf", "document-con.pdf");
        check("", "com¹", "pdf", "document-com1.pdf");
        check("nul", "", "", "document-nul");
        check("", "", "", "document");
        check("con", "note", "pdf", "con-note.pdf");
        for name in [
            "CON",
            "nul.txt",
            "Com1.tar.gz",
            "LPT¹",
            "aux .pdf",
            "CONIN$",
        ] {
            assert!(!is_sound(name), "{name}");
        }
        assert!(is_sound("command.pdf") && is_sound("com.pdf") && is_sound("com10.pdf"));
    }

    #[test]
    fn names_that_are_not_sound() {
        let long = "a".repeat(121);
        let not = [
            "",
            ".",
            "..",
            "a/b",
            "a\\b",
            "a:b",
            "a.",
            "a ",
            " a",
            ".a",
            "-a",
            "a\u{202e}",
            "a\nb",
            "a\u{feff}",
            &long,
        ];
        for name in not {
            assert!(!is_sound(name), "{name:?}");
        }
    }

    #[test]
    fn a_long_reference_gives_way_to_the_kind() {
        let name = file_name(&"é".repeat(300), "convention-exemplaires", "pdf");
        assert_eq!(name.len(), 112);
        assert!(name.ends_with("e-convention-exemplaires.pdf"), "{name}");
    }

    #[test]
    fn the_second_of_a_name() {
        assert_eq!(numbered("a-note.pdf", 1), "a-note.pdf");
        assert_eq!(numbered("a-note.pdf", 2), "a-note (2).pdf");
        assert_eq!(numbered("note", 3), "note (3)");
        assert_eq!(numbered(".note", 3), ".note (3)");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(10_000))]

        #[test]
        fn any_text_gives_a_sound_name(reference in hostile(), kind in hostile(), extension in hostile()) {
            let name = file_name(&reference, &kind, &extension);
            prop_assert!(is_sound(&name), "{name:?}");
            prop_assert!(is_sound(&numbered(&name, 999)), "{name:?}");
            prop_assert!(name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-.".contains(&byte)));
            let (stem, extension) = name.rsplit_once('.').unwrap_or((&name, ""));
            prop_assert_eq!(file_name(stem, "", extension), name.clone(), "a name made is a name kept");
        }
    }

    /// Any text, and often one of what has bitten others.
    fn hostile() -> impl Strategy<Value = String> {
        let bites = vec![
            "CON",
            "nul.txt",
            "COM¹",
            "LPT¹",
            "a. ",
            "..",
            "/",
            "\\",
            ":",
            "a:b",
            "\u{202e}",
            "\u{200b}",
            "\u{feff}",
            "e\u{301}",
            "é",
            "👩‍🏫",
            "ﬁ",
            "İ",
            "aux",
        ];
        let bite = prop::sample::select(bites).prop_map(str::to_owned);
        prop_oneof![
            any::<String>(),
            bite.clone(),
            (bite, any::<String>()).prop_map(|(bite, rest)| bite + &rest),
            "[a-zé'. -]{0,300}"
        ]
    }
}
