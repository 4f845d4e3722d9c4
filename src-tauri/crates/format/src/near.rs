//! What messages need of a text that is wrong: its beginning, and the key it was probably meant to be.

/// What a message shows of a text that may be long.
pub(crate) fn shortened(text: &str) -> String {
    text.chars().take(60).collect()
}

/// Whether one letter added, left out, changed or two swapped, case and accents apart, makes one key of the other.
pub(crate) fn differ_little(known: &str, written: &str) -> bool {
    let written: Vec<char> = domain::values::fold(&shortened(written))
        .replace([' ', '-'], "_")
        .chars()
        .collect();
    let known: Vec<char> = known.chars().collect();
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
