//! What messages need of a text that is wrong: its beginning, and the key it was probably meant to be.

/// What a message shows of a text that may be long.
pub(crate) fn shortened(text: &str) -> String {
    text.chars().take(60).collect()
}

/// The known key that another was probably meant to be; none when none is near.
pub fn nearest<'k>(known: impl IntoIterator<Item = &'k str>, written: &str) -> Option<&'k str> {
    known
        .into_iter()
        .find(|known| differ_little(known, written))
}

/// Whether one letter added, left out, changed or two swapped, case and accents apart, makes one key of the other.
fn differ_little(known: &str, written: &str) -> bool {
    let written: Vec<char> = domain::values::fold(&shortened(written))
        .replace([' ', '-'], "_")
        .chars()
        .collect();
    let known: Vec<char> = known.replace('-', "_").chars().collect();
    let same = known
        .iter()
        .zip(&written)
        .take_while(|(a, b)| a == b)
        .count();
    let ends = |known_from: usize, written_from: usize| {
        known.get(known_from..) == written.get(written_from..)
    };
    let swapped =
        known.get(same) == written.get(same + 1) && known.get(same + 1) == written.get(same);
    ends(same, same)
        || ends(same + 1, same)
        || ends(same, same + 1)
        || ends(same + 1, same + 1)
        || (swapped && ends(same + 2, same + 2))
}

#[test]
fn a_name_is_near_whatever_joins_its_words() {
    let known = ["versailles-1d", "creteil-1d"];
    for written in [
        "versailles_1d",
        "Versailles 1d",
        "versaille-1d",
        "versailles-1b",
    ] {
        assert_eq!(nearest(known, written), Some("versailles-1d"), "{written}");
    }
    assert_eq!(nearest(known, "lyon-1d"), None);
}
