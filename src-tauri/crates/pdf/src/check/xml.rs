//! Just enough XML to tell whether a packet of metadata is well-formed, and to read its words.

/// Whether the text is one element, well-formed, every prefix declared; else what is not.
pub fn well_formed(text: &str) -> Result<(), String> {
    let mut open: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut roots = 0;
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    while let Some(at) = rest.find('<') {
        words_are_sound(&rest[..at], open.is_empty())?;
        rest = &rest[at..];
        let end = |close: &str| {
            rest.find(close)
                .map(|end| end + close.len())
                .ok_or_else(|| format!("no {close}"))
        };
        let length = if rest.starts_with("<?") {
            end("?>")?
        } else if rest.starts_with("<!--") {
            end("-->")?
        } else {
            end(">")?
        };
        let (tag, after) = rest.split_at(length);
        rest = after;
        if tag.starts_with("<?") || tag.starts_with("<!--") {
            continue;
        }
        if let Some(name) = tag.strip_prefix("</") {
            let name = name.trim_end_matches('>').trim_end();
            if open.pop().is_none_or(|(opened, _)| opened != name) {
                return Err(format!("</{name}> closes nothing"));
            }
            continue;
        }
        roots += usize::from(open.is_empty());
        let inner = tag[1..].trim_end_matches('>');
        let closed = inner.ends_with('/');
        let (name, declared) = start(inner.trim_end_matches('/'))?;
        open.push((name, declared));
        prefix_is_declared(name, &open)?;
        if closed {
            open.pop();
        }
    }
    words_are_sound(rest, true)?;
    match (open.is_empty(), roots) {
        (true, 1) => Ok(()),
        (true, _) => Err(format!("{roots} roots")),
        (false, _) => Err("an element stays open".to_owned()),
    }
}

/// The words between the first `<name …>` and its `</name>`, tags left out and entities read.
pub fn words(text: &str, name: &str) -> Option<String> {
    let start = [">", " "]
        .iter()
        .filter_map(|end| text.find(&format!("<{name}{end}")))
        .min()?;
    let inner = &text[start..text[start..].find(&format!("</{name}>"))? + start];
    let mut words = String::new();
    for piece in inner.split('<').filter_map(|piece| piece.split_once('>')) {
        words.push_str(piece.1);
    }
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&amp;", "&"),
    ];
    Some(
        entities
            .iter()
            .fold(words, |words, (entity, sign)| words.replace(entity, sign)),
    )
}

fn words_are_sound(words: &str, outside: bool) -> Result<(), String> {
    if outside && !words.trim().is_empty() {
        return Err("words outside the root".to_owned());
    }
    if words
        .chars()
        .any(|sign| sign.is_control() && !matches!(sign, '\t' | '\n' | '\r'))
    {
        return Err("a control character".to_owned());
    }
    for entity in words.split('&').skip(1) {
        let name = entity
            .split_once(';')
            .map(|(name, _)| name)
            .unwrap_or_default();
        let known = ["amp", "lt", "gt", "quot", "apos"].contains(&name) || name.starts_with('#');
        if !known {
            return Err("a bare &".to_owned());
        }
    }
    Ok(())
}

/// Name of a start tag, and the prefixes that it declares.
fn start(tag: &str) -> Result<(&str, Vec<&str>), String> {
    let (name, mut rest) = tag.split_at(tag.find(char::is_whitespace).unwrap_or(tag.len()));
    if name.is_empty() || name.contains(['<', '&', '"', '\'']) {
        return Err(format!("{name:?} is no name"));
    }
    let mut met: Vec<&str> = Vec::new();
    while !rest.trim_start().is_empty() {
        let (key, after) = rest
            .trim_start()
            .split_once('=')
            .ok_or("an attribute without value")?;
        let quote = after
            .chars()
            .next()
            .filter(|quote| ['"', '\''].contains(quote))
            .ok_or("a value without quotes")?;
        let (value, after) = after[1..].split_once(quote).ok_or("a value without end")?;
        words_are_sound(value, false)?;
        if met.contains(&key.trim()) || value.contains('<') {
            return Err(format!("attribute {key}"));
        }
        met.push(key.trim());
        rest = after;
    }
    let prefixes = met
        .into_iter()
        .filter_map(|key| key.strip_prefix("xmlns:"))
        .collect();
    Ok((name, prefixes))
}

fn prefix_is_declared(name: &str, open: &[(&str, Vec<&str>)]) -> Result<(), String> {
    let Some((prefix, _)) = name.split_once(':') else {
        return Ok(());
    };
    let declared = open.iter().any(|(_, prefixes)| prefixes.contains(&prefix));
    if declared {
        Ok(())
    } else {
        Err(format!("prefix {prefix} is not declared"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_well_formed() {
        for text in [
            "<a/>",
            "\u{feff}<?x y?><a xmlns:b=\"u\"><b:c d='&lt;'>e &amp; f</b:c></a>\n",
            "<a><!-- < --></a>",
        ] {
            assert_eq!(well_formed(text), Ok(()), "{text}");
        }
    }

    #[test]
    fn what_is_not() {
        let not = [
            "",
            "a",
            "<a>",
            "<a></b>",
            "<a/><b/>",
            "<a>&</a>",
            "<a>&eacute;</a>",
            "<a b=c/>",
            "<a b='1' b='2'/>",
            "<b:a/>",
            "<a>\u{1}</a>",
            "<a",
        ];
        for text in not {
            assert!(well_formed(text).is_err(), "{text}");
        }
    }

    #[test]
    fn words_are_read_without_their_tags() {
        let text = "<a><t x=\"1\"><l>un &lt;deux&gt; &amp;amp;</l></t></a>";
        assert_eq!(words(text, "t").as_deref(), Some("un <deux> &amp;"));
        assert_eq!(words(text, "absent"), None);
    }
}
