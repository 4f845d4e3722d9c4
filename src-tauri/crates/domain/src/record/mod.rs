//! CONTRACT. The shape of a dossier, said once: every record declares its fields with [`record!`], and
//! the JSON, the tables, the templates and the window's forms all follow from that declaration.
//!
//! This file must not know which records exist.

mod path;
mod search;

pub use path::{Id, Path};
pub use search::{find, find_mut, shape_at, walk};

use crate::entry::{Entry, Kind, Leaf, Value};

/// One field of a record, as declared.
#[derive(Clone, Copy, Debug)]
pub struct FieldShape {
    /// Its key in the JSON, in templates and in paths: French without accents.
    pub key: &'static str,
    /// Its column in the store: the Rust name, English.
    pub column: &'static str,
    /// Its French label, as the window, the messages and LISEZ-MOI show it.
    pub label: &'static str,
    /// One line of French help: what to put there; may be empty.
    pub help: &'static str,
    /// What it holds.
    pub holds: Holds,
    /// Whether it reaches a person directly: masked in what is put online.
    pub personal: bool,
}

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub enum Holds {
    /// A value of this kind.
    Leaf(Kind),
    /// A record.
    Record(&'static RecordShape),
    /// A list of records.
    List(&'static RecordShape),
}

/// A record, as declared.
#[derive(Clone, Copy, Debug)]
pub struct RecordShape {
    /// Its table in the store.
    pub table: &'static str,
    /// Its fields, in order.
    pub fields: &'static [FieldShape],
}

/// A part of a dossier, seen without its type.
pub enum Part<'a> {
    /// A field.
    Leaf(&'a dyn Leaf),
    /// A record.
    Record(&'a dyn Record),
    /// A list.
    List(&'a dyn Items),
}

/// A part of a dossier, to be changed, seen without its type.
pub enum PartMut<'a> {
    /// A field.
    Leaf(&'a mut dyn Leaf),
    /// A record.
    Record(&'a mut dyn Record),
    /// A list.
    List(&'a mut dyn Items),
}

/// A record whose type is not known.
pub trait Record {
    /// What was declared of it.
    fn shape(&self) -> &'static RecordShape;
    /// The part under this key.
    fn part(&self, key: &str) -> Option<Part<'_>>;
    /// The part under this key, to be changed.
    fn part_mut(&mut self, key: &str) -> Option<PartMut<'_>>;
}

/// A list whose type is not known.
pub trait Items {
    /// What was declared of its items.
    fn shape(&self) -> &'static RecordShape;
    /// The ids, in order.
    fn ids(&self) -> Vec<Id>;
    /// The item of this id.
    fn item(&self, id: &str) -> Option<&dyn Record>;
    /// The item of this id, to be changed.
    fn item_mut(&mut self, id: &str) -> Option<&mut dyn Record>;
    /// Adds an empty item at this rank (at the end when beyond); false when the id is taken.
    fn insert(&mut self, at: usize, id: Id) -> bool;
    /// Takes an item away; false when there is none of this id.
    fn remove(&mut self, id: &str) -> bool;
    /// Moves an item to this rank; false when there is none of this id.
    fn move_to(&mut self, id: &str, to: usize) -> bool;
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Item<T> {
    /// Its identity.
    pub id: Id,
    /// The record.
    pub value: T,
}

/// A list of records, in the order in which they are printed.
#[derive(Clone, Debug, PartialEq)]
pub struct List<T>(pub Vec<Item<T>>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> List<T> {
    /// The items, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Item<T>> {
        self.0.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn rank(&self, id: &str) -> Option<usize> {
        self.0.iter().position(|item| item.id.as_str() == id)
    }
}

/// What may stand as a field of a record: an entry, a record, a list.
pub trait Field {
    /// What it holds.
    const HOLDS: Holds;
    /// Seen without its type.
    fn seen(&self) -> Part<'_>;
    /// Seen without its type, to be changed.
    fn seen_mut(&mut self) -> PartMut<'_>;
}

impl<T: Value> Field for Entry<T> {
    const HOLDS: Holds = Holds::Leaf(T::KIND);
    fn seen(&self) -> Part<'_> {
        Part::Leaf(self)
    }
    fn seen_mut(&mut self) -> PartMut<'_> {
        PartMut::Leaf(self)
    }
}

/// A record whose shape is known at compile time.
pub trait Shaped: Record + Default {
    /// What was declared of it.
    const SHAPE: &'static RecordShape;
}

impl<T: Shaped> Field for List<T> {
    const HOLDS: Holds = Holds::List(T::SHAPE);
    fn seen(&self) -> Part<'_> {
        Part::List(self)
    }
    fn seen_mut(&mut self) -> PartMut<'_> {
        PartMut::List(self)
    }
}

impl<T: Shaped> Items for List<T> {
    fn shape(&self) -> &'static RecordShape {
        T::SHAPE
    }

    fn ids(&self) -> Vec<Id> {
        self.0.iter().map(|item| item.id.clone()).collect()
    }

    fn item(&self, id: &str) -> Option<&dyn Record> {
        self.rank(id).map(|rank| &self.0[rank].value as &dyn Record)
    }

    fn item_mut(&mut self, id: &str) -> Option<&mut dyn Record> {
        self.rank(id)
            .map(|rank| &mut self.0[rank].value as &mut dyn Record)
    }

    fn insert(&mut self, at: usize, id: Id) -> bool {
        if self.rank(id.as_str()).is_some() {
            return false;
        }
        let at = at.min(self.0.len());
        self.0.insert(
            at,
            Item {
                id,
                value: T::default(),
            },
        );
        true
    }

    fn remove(&mut self, id: &str) -> bool {
        self.rank(id).map(|rank| self.0.remove(rank)).is_some()
    }

    fn move_to(&mut self, id: &str, to: usize) -> bool {
        let Some(rank) = self.rank(id) else {
            return false;
        };
        let item = self.0.remove(rank);
        self.0.insert(to.min(self.0.len()), item);
        true
    }
}

/// Declares a record: the struct, and its shape for everything that works without its type. A field that reaches a
/// person directly (telephone, mailbox) ends on `, personal`: it is masked in what is put online.
///
/// ```text
/// record! {
///     /// What it is.
///     pub struct Collectivity in "collectivity" {
///         /// What the field is.
///         name: Entry<Text> = "nom", "Nom de la commune", "Tel qu’il s’écrit dans les actes.";
///     }
/// }
/// ```
#[macro_export]
macro_rules! record {
    (@personal) => { false };
    (@personal personal) => { true };
    ($(#[$doc:meta])* pub struct $name:ident in $table:literal {
        $($(#[$field_doc:meta])* $field:ident : $type:ty = $key:literal, $label:literal, $help:literal $(, $personal:ident)?;)*
    }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Default)]
        pub struct $name { $($(#[$field_doc])* pub $field: $type,)* }

        impl $crate::record::Shaped for $name {
            const SHAPE: &'static $crate::record::RecordShape = &$crate::record::RecordShape {
                table: $table,
                fields: &[$($crate::record::FieldShape {
                    key: $key, column: stringify!($field), label: $label, help: $help,
                    holds: <$type as $crate::record::Field>::HOLDS,
                    personal: $crate::record!(@personal $($personal)?),
                },)*],
            };
        }

        impl $crate::record::Record for $name {
            fn shape(&self) -> &'static $crate::record::RecordShape {
                <Self as $crate::record::Shaped>::SHAPE
            }
            fn part(&self, key: &str) -> Option<$crate::record::Part<'_>> {
                match key { $($key => Some($crate::record::Field::seen(&self.$field)),)* _ => None }
            }
            fn part_mut(&mut self, key: &str) -> Option<$crate::record::PartMut<'_>> {
                match key { $($key => Some($crate::record::Field::seen_mut(&mut self.$field)),)* _ => None }
            }
        }

        impl $crate::record::Field for $name {
            const HOLDS: $crate::record::Holds =
                $crate::record::Holds::Record(<$name as $crate::record::Shaped>::SHAPE);
            fn seen(&self) -> $crate::record::Part<'_> { $crate::record::Part::Record(self) }
            fn seen_mut(&mut self) -> $crate::record::PartMut<'_> { $crate::record::PartMut::Record(self) }
        }
    };
}
