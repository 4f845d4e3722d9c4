//! What a convention between a collectivity and an académie is made of: values that cannot be wrong,
//! the dossier that holds them, the French grammar of acts, and the rules of law.
//!
//! This room knows no file, no clock, no SQL, no JSON and no page. Today's date is handed in.

pub mod changes;
pub mod dossier;
pub mod entry;
pub mod fees;
pub mod findings;
pub mod french;
pub mod record;
pub mod rules;
pub mod values;
