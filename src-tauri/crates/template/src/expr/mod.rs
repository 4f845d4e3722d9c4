//! `{{ … }}`: an expression, checked when the modèle is read, and compiled once if it takes more than a path and filters.
//!
//! MiniJinja is used for expressions alone, never for text: structure is ours. Its strictness too:
//! an unknown path gives `undefined` without a word, so every path is resolved when the modèle is loaded.

mod chain;
mod environment;
mod lexer;
#[cfg(test)]
mod tests;

use crate::filters;
use crate::misprint::{MisprintKind, Report};
use chain::Chain;
use environment::ENVIRONMENT;
use minijinja::value::Value;
use minijinja::{ErrorKind, Expression};
use std::sync::{Arc, OnceLock};

/// How many signs an expression may have: what reads one goes as deep as it is long.
const LONGEST: usize = 2_000;

/// An expression of a modèle.
#[derive(Clone)]
pub(crate) struct Expr(Arc<Compiled>);

struct Compiled {
    source: String,
    line: usize,
    paths: OnceLock<Vec<String>>,
    /// Told when it is first computed, or when its misprints are looked for.
    form: OnceLock<Form>,
}

/// What is computed.
enum Form {
    /// A path alone, as most expressions are: it is followed without MiniJinja.
    Path,
    /// A path whose value goes through filters, likewise.
    Chain(Chain),
    /// Yes or no, as most conditions are that nobody wrote.
    Truth(bool),
    /// Compiled when it is first computed, or when its misprints are looked for; none for what cannot be.
    Expression(OnceLock<Option<Expression<'static, 'static>>>),
}

impl std::fmt::Debug for Expr {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{{{{ {} }}}}", self.0.source)
    }
}

/// Why an expression gave nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EvalError {
    /// It has no value: a path that leads nowhere, a list where a text is expected.
    #[error("l’expression n’a pas de résultat")]
    Nothing,
    /// It takes too many steps.
    #[error("l’expression est trop longue à calculer")]
    TooLong,
}

impl Expr {
    /// Reads an expression; none when it cannot be read, and the report says why. For a report that nobody asks for, it
    /// is taken as it is.
    pub(crate) fn read(source: &str, line: usize, report: &mut Report) -> Option<Self> {
        let form = match report.is_unheard() {
            true => OnceLock::new(),
            false => OnceLock::from(Self::form(source, line, report)?),
        };
        let source = source.trim().to_owned();
        Some(Self(Arc::new(Compiled {
            source,
            line,
            paths: OnceLock::new(),
            form,
        })))
    }

    fn form(source: &str, line: usize, report: &mut Report) -> Option<Form> {
        let wrong = || MisprintKind::Expression(shortened(source));
        let short = Some(source).filter(|source| source.len() <= LONGEST);
        let Some(tokens) = short
            .and_then(lexer::tokens)
            .filter(|tokens| lexer::is_plain(tokens))
        else {
            report.add(line, wrong());
            return None;
        };
        if !lexer::has_every_else(&tokens) {
            report.add(line, MisprintKind::WithoutElse(shortened(source)));
        }
        for used in lexer::filters(&tokens) {
            if let Some(misprint) = filters::misprint(&used.filter, used.arguments) {
                report.add(line, misprint);
            }
        }
        let form = Form::of(source);
        if form.is_read(source) {
            return Some(form);
        }
        report.add(line, wrong());
        None
    }

    /// The paths it reads, dotted.
    pub(crate) fn paths(&self) -> &[String] {
        let found = || {
            match self.0.form() {
                Form::Path => return vec![self.0.source.clone()],
                Form::Chain(chain) => return vec![chain.path.clone()],
                Form::Truth(_) | Form::Expression(_) => {}
            }
            let expression = self.0.form().expression(&self.0.source);
            let paths = expression.map(|it| it.undeclared_variables(true));
            let mut paths: Vec<String> = paths.into_iter().flatten().collect();
            paths.sort();
            paths
        };
        self.0.paths.get_or_init(found)
    }

    /// Its line in the file.
    pub(crate) fn line(&self) -> usize {
        self.0.line
    }

    /// Its value, where the names stand for what `scope` gives.
    ///
    /// # Errors
    /// When it has no value, or takes too long.
    pub(crate) fn eval(&self, scope: &Value) -> Result<Value, EvalError> {
        match self.0.form() {
            Form::Path => return something(followed(&self.0.source, scope)?),
            Form::Chain(chain) => {
                let filtered = chain.filtered(followed(&chain.path, scope)?, scope);
                return something(filtered.ok_or(EvalError::Nothing)?);
            }
            Form::Truth(truth) => return Ok((*truth).into()),
            Form::Expression(_) => {}
        }
        let expression = self.0.form().expression(&self.0.source);
        match expression.ok_or(EvalError::Nothing)?.eval(scope.clone()) {
            Ok(value) if value.is_undefined() => Err(EvalError::Nothing),
            Ok(value) => Ok(value),
            Err(error) if error.kind() == ErrorKind::OutOfFuel => Err(EvalError::TooLong),
            Err(_) => Err(EvalError::Nothing),
        }
    }
}

/// What a path leads to; undefined at its end, maybe.
fn followed(path: &str, scope: &Value) -> Result<Value, EvalError> {
    let mut value = scope.clone();
    for name in path.split('.') {
        value = value.get_attr(name).map_err(|_| EvalError::Nothing)?;
    }
    Ok(value)
}

/// A value, if it is one.
fn something(value: Value) -> Result<Value, EvalError> {
    if value.is_undefined() {
        Err(EvalError::Nothing)
    } else {
        Ok(value)
    }
}

impl Compiled {
    fn form(&self) -> &Form {
        self.form.get_or_init(|| Form::of(&self.source))
    }
}

impl Form {
    fn of(source: &str) -> Self {
        match source.trim() {
            "true" => Self::Truth(true),
            "false" => Self::Truth(false),
            trimmed if lexer::is_bare_path(trimmed) => Self::Path,
            trimmed => match lexer::tokens(trimmed).and_then(|tokens| Chain::read(&tokens)) {
                Some(chain) => Self::Chain(chain),
                None => Self::Expression(OnceLock::new()),
            },
        }
    }

    /// Whether it can be computed.
    fn is_read(&self, source: &str) -> bool {
        match self {
            Self::Path | Self::Truth(_) => true,
            Self::Chain(_) => compiled(source).is_some(),
            Self::Expression(_) => self.expression(source).is_some(),
        }
    }

    /// What MiniJinja computes it with; none for what it has no part in, and for what it does not read.
    fn expression(&self, source: &str) -> Option<&Expression<'static, 'static>> {
        match self {
            Self::Expression(once) => once.get_or_init(|| compiled(source)).as_ref(),
            _ => None,
        }
    }
}

/// An expression as MiniJinja reads it.
fn compiled(source: &str) -> Option<Expression<'static, 'static>> {
    ENVIRONMENT.compile_expression_owned(source.to_owned()).ok()
}

/// An expression as a message quotes it.
fn shortened(source: &str) -> String {
    let cut: String = source.chars().take(60).collect();
    if cut.len() < source.len() {
        format!("{cut}…")
    } else {
        cut
    }
}
