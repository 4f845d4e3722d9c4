//! Words that must fit a place: items at their end go first, then words, and « … » says so.

use super::band::SetText;
use super::bench::{Bench, plain};
use super::header::shorter;
use crate::pages::{Artifact, Length};
use crate::para::Style;
use document::Inline;

/// Words in a place of so many lines: as many as wanted while items can go, the most when a single item is longer.
/// Words that are cut are noted.
pub fn fitted(
    bench: &mut Bench<'_, '_>,
    words: &[Inline],
    (style, artifact): (Style, Artifact),
    room: Length,
    (wanted, most): (usize, usize),
) -> SetText {
    let mut words = words.to_vec();
    let mut text = bench.artifact(artifact, &words, style, room);
    while text.len() > wanted {
        let Some(fewer) = shorter(&words) else { break };
        words = fewer;
        text = bench.artifact(artifact, &words, style, room);
    }
    if text.len() <= most {
        return text;
    }
    bench.cut_short.push(plain(&words));
    cut(bench, &text, (style, artifact), room, most)
}

/// The words of the first lines, as many as fit with « … » after them.
fn cut(
    bench: &mut Bench<'_, '_>,
    text: &SetText,
    (style, artifact): (Style, Artifact),
    room: Length,
    most: usize,
) -> SetText {
    let lines = text.setting.lines.iter().take(most);
    let kept: String = lines.map(|line| line.words()).collect();
    let words: Vec<&str> = kept.split_whitespace().collect();
    let mut count = words.len();
    loop {
        let ended = format!("{}…", words[..count].join(" "));
        let text = bench.artifact(artifact, &[Inline::words(ended)], style, room);
        if text.len() <= most || count == 0 {
            return text;
        }
        count -= 1;
    }
}
