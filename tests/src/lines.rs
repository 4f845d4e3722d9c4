//! What differs between two texts, line by line: so that a golden text shows an option and nothing else.

/// The lines taken away (`-`) and put (`+`), each group under the last line that both have (`@`). Nothing when
/// the texts are the same.
pub fn difference(before: &str, after: &str) -> String {
    let (before, after): (Vec<&str>, Vec<&str>) =
        (before.lines().collect(), after.lines().collect());
    let common = common(&before, &after);
    let (mut left, mut right, mut out, mut last) = (0, 0, String::new(), "");
    let mut shown = false;
    while left < before.len() || right < after.len() {
        let same = left < before.len() && right < after.len() && before[left] == after[right];
        if same {
            (last, shown) = (before[left], false);
            (left, right) = (left + 1, right + 1);
            continue;
        }
        if !shown {
            out.push_str(&format!("@ {}\n", last.trim_start()));
            shown = true;
        }
        let put = left == before.len()
            || right < after.len() && common[left][right + 1] > common[left + 1][right];
        if put {
            out.push_str(&format!("+ {}\n", after[right]));
            right += 1;
        } else {
            out.push_str(&format!("- {}\n", before[left]));
            left += 1;
        }
    }
    out
}

/// For each pair of places, how many lines are common from there to the ends.
fn common(before: &[&str], after: &[&str]) -> Vec<Vec<u32>> {
    let mut common = vec![vec![0; after.len() + 1]; before.len() + 1];
    for left in (0..before.len()).rev() {
        for right in (0..after.len()).rev() {
            common[left][right] = if before[left] == after[right] {
                common[left + 1][right + 1] + 1
            } else {
                common[left + 1][right].max(common[left][right + 1])
            };
        }
    }
    common
}

#[test]
fn shows_what_is_taken_and_what_is_put_and_where() {
    assert_eq!(difference("a\nb\nc\n", "a\nb\nc\n"), "");
    assert_eq!(
        difference("a\nb\nc\nd\n", "a\nx\nc\nd\ne\n"),
        "@ a\n- b\n+ x\n@ d\n+ e\n"
    );
    assert_eq!(difference("", "a\n"), "@ \n+ a\n");
    assert_eq!(difference("a\n", ""), "@ \n- a\n");
}
