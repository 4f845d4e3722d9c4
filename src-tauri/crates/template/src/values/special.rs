//! The values that are more than words: nothing yet, a day, a dotted line, a check box.

use document::{Dotted, Inline};
use domain::values::Date;
use minijinja::value::{DynObject, Object, ObjectRepr, Value};
use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

/// A field that holds nothing: false, prints nothing, and remembers that it is to be filled.
#[derive(Debug)]
pub(crate) struct Empty;

impl Object for Empty {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn is_true(self: &Arc<Self>) -> bool {
        false
    }

    fn custom_cmp(self: &Arc<Self>, other: &DynObject) -> Option<Ordering> {
        other.downcast_ref::<Self>().map(|_| Ordering::Equal)
    }

    fn render(self: &Arc<Self>, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl Empty {
    /// Such a value.
    pub(crate) fn value() -> Value {
        Value::from_object(Self)
    }

    /// Whether a value is one.
    pub(crate) fn is(value: &Value) -> bool {
        value.downcast_object_ref::<Self>().is_some()
    }
}

/// What differs from one convention to the next, in the text that stands for all: « [nom du collège] ».
#[derive(Debug)]
pub(crate) struct Variable(pub(crate) String);

impl Object for Variable {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}]", self.0)
    }
}

impl Variable {
    /// Such a value, from the words between the brackets.
    pub(crate) fn value(words: &str) -> Value {
        Value::from_object(Self(words.to_owned()))
    }

    /// Whether a value is one.
    pub(crate) fn is(value: &Value) -> bool {
        value.downcast_object_ref::<Self>().is_some()
    }
}

/// A day: printed in full, compared as a day.
#[derive(Debug)]
pub(crate) struct Day(pub(crate) Date);

impl Object for Day {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn custom_cmp(self: &Arc<Self>, other: &DynObject) -> Option<Ordering> {
        other
            .downcast_ref::<Self>()
            .map(|other| self.0.cmp(&other.0))
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.long())
    }
}

/// A dotted line.
#[derive(Debug)]
pub(crate) struct HandBlank(pub(crate) Dotted);

impl Object for HandBlank {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn render(self: &Arc<Self>, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

/// Words with their own marks and fields: a passage of a text, what differs in bold.
#[derive(Debug)]
pub(crate) struct Passage(pub(crate) Vec<Inline>);

impl Object for Passage {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn is_true(self: &Arc<Self>) -> bool {
        !self.0.is_empty()
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|inline| match inline {
            Inline::Text(text) => f.write_str(&text.words),
            _ => f.write_str(" "),
        })
    }
}

/// A check box.
#[derive(Debug)]
pub(crate) struct CheckBox(pub(crate) bool);

impl Object for CheckBox {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn render(self: &Arc<Self>, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}
