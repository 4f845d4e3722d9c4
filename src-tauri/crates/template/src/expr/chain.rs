//! A path and the filters its value goes through, as « ecoles | compte | accord("école", "écoles") »: most of what is
//! computed. MiniJinja's filters are called with what it would give them; only its compiler is left out.

use super::environment::ENVIRONMENT;
use super::lexer::{self, Token};
use minijinja::Template;
use minijinja::value::Value;
use std::sync::LazyLock;

/// A text without a word: computing it leads nowhere, and filters are called from there.
static NOTHING: LazyLock<Option<Template<'static, 'static>>> =
    LazyLock::new(|| ENVIRONMENT.template_from_str("").ok());

/// A path, then filters.
pub(super) struct Chain {
    pub(super) path: String,
    filters: Vec<Filter>,
}

struct Filter {
    name: String,
    arguments: Vec<Value>,
}

impl Chain {
    /// Reads one; none for anything else than a path, then filters whose arguments are plain texts and whole numbers.
    pub(super) fn read(tokens: &[Token]) -> Option<Self> {
        let mut parts = tokens.split(|token| *token == Token::Sign('|'));
        let path = lexer::path(parts.next()?)?;
        let filters: Vec<Filter> = parts.map(Filter::read).collect::<Option<_>>()?;
        (!filters.is_empty()).then_some(Self { path, filters })
    }

    /// A value, filtered where the names stand for what `scope` gives, since some filters ask what was read; none when a
    /// filter has no value to give.
    pub(super) fn filtered(&self, value: Value, scope: &Value) -> Option<Value> {
        let mut captured = NOTHING.as_ref()?.render_captured(scope.clone()).ok()?;
        captured.with_state_mut(|state| {
            self.filters.iter().try_fold(value, |value, filter| {
                let mut arguments = vec![value];
                arguments.extend(filter.arguments.iter().cloned());
                state.apply_filter(&filter.name, &arguments).ok()
            })
        })
    }
}

impl Filter {
    fn read(tokens: &[Token]) -> Option<Self> {
        let [Token::Name(name), rest @ ..] = tokens else {
            return None;
        };
        let arguments = match rest {
            [] | [Token::Sign('('), Token::Sign(')')] => Vec::new(),
            [Token::Sign('('), inside @ .., Token::Sign(')')] => {
                let all = inside.split(|token| *token == Token::Sign(','));
                all.map(literal).collect::<Option<_>>()?
            }
            _ => return None,
        };
        let name = name.clone();
        Some(Self { name, arguments })
    }
}

/// A text that escapes nothing, or a whole number.
fn literal(tokens: &[Token]) -> Option<Value> {
    match tokens {
        [Token::Text(text)] if !text.contains('\\') => Some(Value::from(text.as_str())),
        [Token::Name(figures)] => figures.parse::<i32>().ok().map(Value::from),
        _ => None,
    }
}
