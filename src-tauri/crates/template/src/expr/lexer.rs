//! Cuts an expression into words, so that what the language does not offer is refused with its line.
//!
//! MiniJinja reads and computes expressions; it also offers calls, subscripts and tests that a modèle
//! has no use for and that would step round the check of the paths.

/// A word of an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A name, a key word, a number.
    Name(String),
    /// A text between quotes, as it is written.
    Text(String),
    /// Any other sign.
    Sign(char),
}

/// Cuts an expression; none when a quote stays open.
pub(super) fn tokens(source: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut signs = source.chars().peekable();
    while let Some(sign) = signs.next() {
        if sign == '"' || sign == '\'' {
            let mut text = String::new();
            loop {
                match signs.next()? {
                    end if end == sign => break,
                    '\\' => text.extend(['\\'].into_iter().chain(signs.next())),
                    inside => text.push(inside),
                }
            }
            tokens.push(Token::Text(text));
        } else if is_of_name(sign) {
            let mut name = String::from(sign);
            while let Some(more) = signs.next_if(|sign| is_of_name(*sign)) {
                name.push(more);
            }
            tokens.push(Token::Name(name));
        } else if !sign.is_whitespace() {
            tokens.push(Token::Sign(sign));
        }
    }
    Some(tokens)
}

fn is_of_name(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '_'
}

/// Whether an expression is a path alone: names that mean nothing else to MiniJinja, with points between.
fn is_path(tokens: &[Token]) -> bool {
    const TAKEN: [&str; 14] = [
        "true", "false", "none", "True", "False", "None", "not", "and", "or", "in", "is", "if",
        "else", "loop",
    ];
    let is_name = |token: &Token| {
        matches!(token, Token::Name(name) if name.is_ascii()
            && !name.starts_with(|sign: char| sign.is_ascii_digit())
            && !TAKEN.contains(&name.as_str()))
    };
    let mut parts = tokens.split(|token| *token == Token::Sign('.'));
    parts.all(|part| matches!(part, [name] if is_name(name)))
}

/// A path alone, dotted.
pub(super) fn path(tokens: &[Token]) -> Option<String> {
    let name = |token: &Token| match token {
        Token::Name(name) => Some(name.clone()),
        _ => None,
    };
    let names: Vec<String> = tokens.iter().filter_map(name).collect();
    is_path(tokens).then(|| names.join("."))
}

/// Whether a source is a path alone, and nothing around it.
pub(super) fn is_bare_path(source: &str) -> bool {
    !source.contains(char::is_whitespace) && tokens(source).is_some_and(|tokens| is_path(&tokens))
}

/// A filter as used: its name and how many arguments it has.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Use {
    pub(super) filter: String,
    pub(super) arguments: usize,
}

/// The filters of an expression, in order.
pub(super) fn filters(tokens: &[Token]) -> Vec<Use> {
    let bars = tokens
        .windows(2)
        .enumerate()
        .filter_map(|(at, pair)| match pair {
            [Token::Sign('|'), Token::Name(name)] => Some((at + 2, name.clone())),
            _ => None,
        });
    bars.map(|(after, filter)| Use {
        filter,
        arguments: arguments(&tokens[after..]),
    })
    .collect()
}

/// How many arguments stand between the parentheses that open here.
fn arguments(tokens: &[Token]) -> usize {
    if tokens.first() != Some(&Token::Sign('(')) || tokens.get(1) == Some(&Token::Sign(')')) {
        return 0;
    }
    let (mut depth, mut commas) = (0, 0);
    for token in tokens {
        match token {
            Token::Sign('(') => depth += 1,
            Token::Sign(')') if depth == 1 => break,
            Token::Sign(')') => depth -= 1,
            Token::Sign(',') if depth == 1 => commas += 1,
            _ => {}
        }
    }
    commas + 1
}

/// Whether only what the language offers is used: no call but of a filter, no subscript, no test, no sum.
pub(super) fn is_plain(tokens: &[Token]) -> bool {
    let allowed = |token: &Token| match token {
        Token::Sign(sign) => "().,|~=!<>".contains(*sign),
        Token::Name(name) => !matches!(name.as_str(), "is" | "in" | "loop" | "self"),
        Token::Text(_) => true,
    };
    tokens.iter().all(allowed) && !has_call(tokens)
}

fn has_call(tokens: &[Token]) -> bool {
    (1..tokens.len()).any(|at| {
        let Token::Name(name) = &tokens[at - 1] else {
            return false;
        };
        let is_filter = at >= 2 && tokens[at - 2] == Token::Sign('|');
        let is_word = matches!(name.as_str(), "if" | "else" | "and" | "or" | "not");
        tokens[at] == Token::Sign('(') && !is_filter && !is_word
    })
}

/// Whether each `if` has its `else`.
pub(super) fn has_every_else(tokens: &[Token]) -> bool {
    let count = |word: &str| {
        tokens
            .iter()
            .filter(|token| matches!(token, Token::Name(name) if name == word))
            .count()
    };
    count("if") == count("else")
}
