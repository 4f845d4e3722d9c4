//! A list of the dossier, as expressions take it.

use super::facts::{Facts, Node, Sort};
use domain::record::{Path, RecordShape};
use minijinja::value::{Enumerator, Object, ObjectRepr, Value};
use std::sync::Arc;

/// A list of the dossier.
#[derive(Debug)]
pub(super) struct Items {
    pub(super) facts: Arc<Facts>,
    pub(super) list: String,
    pub(super) shape: &'static RecordShape,
}

impl Items {
    /// Its items, in order.
    pub(super) fn all(&self) -> Vec<Value> {
        let ids = self.facts.dossier.ids(&self.list);
        let node = |id: &domain::record::Id| Node {
            facts: Arc::clone(&self.facts),
            at: Path::new(self.list.as_str()).join(id.as_str()),
            shape: self.shape,
            sort: match self.list.as_str() {
                "contacts" => Sort::Contact,
                "ecoles" => Sort::School,
                _ => Sort::Plain,
            },
        };
        ids.iter().map(|id| Value::from_object(node(id))).collect()
    }
}

impl Object for Items {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Seq
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.all().get(key.as_usize()?).cloned()
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Values(self.all())
    }
}
