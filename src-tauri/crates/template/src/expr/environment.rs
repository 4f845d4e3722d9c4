//! Where MiniJinja computes: our filters, and nothing of a dossier.

use crate::filters;
use minijinja::{Environment, UndefinedBehavior};
use std::sync::LazyLock;

/// How many steps an expression may take: some fifteen times what the longest shipped one takes.
const FUEL: u64 = 600;

/// One environment for all: it holds our filters and nothing of a dossier.
pub(super) static ENVIRONMENT: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut environment = Environment::empty();
    environment.set_fuel(Some(FUEL));
    environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    filters::add_all(&mut environment);
    environment
});
