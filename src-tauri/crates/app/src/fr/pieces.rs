//! What the pieces of a sending are called, and what is said of those that are not as one thinks.

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

/// A file of another service that was counted, and that cannot be laid beside the files made.
pub fn piece_missing(label: &str, file: &str, in_folder: bool) -> String {
    spaced(&if in_folder {
        format!(
            "« {file} » ({label}) n’est pas à côté du dossier, ou a changé depuis : le mettre dans le même dossier que \
             le fichier .json, ou le joindre à la main."
        )
    } else {
        format!(
            "« {file} » ({label}) n’a pas été retrouvé : le choisir de nouveau dans sa rubrique, ou le joindre à la main."
        )
    })
}

/// A telephone or an address that what is put online still shows, because it stands in a free text.
pub fn still_shown(label: &str, sentence: &str) -> String {
    spaced(&format!(
        "À relire avant de mettre en ligne, dans « {label} » : {sentence}"
    ))
}
