//! A path and the filters its value goes through, as « ecoles | compte | accord("école", "écoles") »: most of what is
//! computed. MiniJinja's filters are called with what it would give them; only its compiler is left out.

use super::environment::ENVIRONMENT;
use super::lexer;
use minijinja::Template;
use minijinja::value::Value;
use std::sync::LazyLock;

/// The sign between a path and its filters.
const BAR: char = '|';

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
    pub(super) fn read(source: &str) -> Option<Self> {
        let mut parts = parts(source, BAR).into_iter();
        let path = parts.next()?.trim();
        let filters: Option<Vec<Filter>> = parts.map(Filter::read).collect();
        let is_path = lexer::is_bare_path(path);
        let filters = filters.filter(|filters| is_path && !filters.is_empty())?;
        let path = path.to_owned();
        Some(Self { path, filters })
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
    fn read(source: &str) -> Option<Self> {
        let source = source.trim();
        let (name, arguments) = match source.split_once('(') {
            Some((name, rest)) => (name.trim(), parts(rest.strip_suffix(')')?, ',')),
            None => (source, Vec::new()),
        };
        let is_name = lexer::is_bare_path(name) && !name.contains('.');
        let arguments: Option<Vec<Value>> = arguments.into_iter().map(literal).collect();
        let (name, arguments) = (name.to_owned(), arguments.filter(|_| is_name)?);
        Some(Self { name, arguments })
    }
}

/// A text between quotes that holds none and escapes nothing, or a whole number.
fn literal(source: &str) -> Option<Value> {
    let source = source.trim();
    for quote in ['"', '\''] {
        let inside = source
            .strip_prefix(quote)
            .and_then(|rest| rest.strip_suffix(quote));
        if let Some(inside) = inside {
            return (!inside.contains([quote, '\\'])).then(|| Value::from(inside));
        }
    }
    let figures = !source.is_empty() && source.bytes().all(|byte| byte.is_ascii_digit());
    let number = source.parse::<i32>().ok();
    number.filter(|_| figures).map(Value::from)
}

/// The parts between the signs that stand outside quotes.
fn parts(source: &str, between: char) -> Vec<&str> {
    let (mut parts, mut start, mut quote) = (Vec::new(), 0, None);
    for (at, sign) in source.char_indices() {
        match quote {
            Some(open) if open == sign => quote = None,
            Some(_) => {}
            None if sign == '"' || sign == '\'' => quote = Some(sign),
            None if sign == between => {
                parts.push(&source[start..at]);
                start = at + sign.len_utf8();
            }
            None => {}
        }
    }
    parts.push(&source[start..]);
    parts
}
