//! What the pieces of a sending are called.

use super::spaced;

/// « Convention, texte fourni par l’académie ».
pub fn supplied_text_title(title: &str) -> String {
    format!("{title}, texte fourni par l’académie")
}

/// « Annexe 1 : liste des écoles ».
pub fn annexe_title(label: &str, title: &str) -> String {
    let mut letters = title.trim().chars();
    let small = letters
        .next()
        .map(|first| first.to_lowercase().collect::<String>() + letters.as_str())
        .unwrap_or_default();
    spaced(&format!("{label} : {small}"))
}

/// « Délibération n° DEL261214_20 ».
pub fn act_title(number: Option<&str>) -> String {
    match number {
        Some(number) => spaced(&format!("Délibération n° {number}")),
        None => "Délibération".to_owned(),
    }
}
