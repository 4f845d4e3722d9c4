//! The example that comes with the program, as text.

/// The example that « Voir un exemple » opens: public schools, invented people.
pub(crate) const EXAMPLE: &str =
    include_str!("../../../../assets/examples/fontenay-aux-roses.json");
