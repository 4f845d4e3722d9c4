//! Applies conditions and repetitions: what remains is a plain sequence of parts, each with its names.

use super::FillError;
use super::run::Filler;
use crate::source::{Each, Part, What};
use crate::values::Scope;

/// A part that is printed, and the names it is printed with.
pub(super) type Step<'p> = (&'p Part, Scope);

impl Filler<'_> {
    /// The parts that are printed, in order.
    pub(super) fn flat<'p>(
        &self,
        parts: &'p [Part],
        scope: &Scope,
    ) -> Result<Vec<Step<'p>>, FillError> {
        let mut steps = Vec::new();
        for part in parts {
            match &part.what {
                What::If {
                    condition,
                    then,
                    otherwise,
                } => {
                    let holds = self.eval(condition, scope)?.is_true();
                    steps.extend(self.flat(if holds { then } else { otherwise }, scope)?);
                }
                What::Each { each, body } => {
                    for turn in turns(each, scope) {
                        steps.extend(self.flat(body, &turn)?);
                    }
                }
                _ => steps.push((part, scope.clone())),
            }
        }
        self.facts.recorder.take();
        Ok(steps)
    }
}

/// The scope of each turn of a repetition.
pub(super) fn turns(each: &Each, scope: &Scope) -> Vec<Scope> {
    let items = scope.items(&each.list).into_iter().enumerate();
    items
        .map(|(rank, item)| scope.turn(&each.name, item, rank + 1))
        .collect()
}
