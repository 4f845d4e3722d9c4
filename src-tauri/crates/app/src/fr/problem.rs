//! Why a deed could not be done, in French: what happened, then what to do. One sentence a cause, exhaustively.
//!
//! It knows the causes of the other rooms; it neither reads nor writes anything.

use super::{picture, sign, spaced};
use crate::problem::Problem;
use crate::view::FindingView;
use delivery::DeliveryError;
use domain::dossier::Dossier;
use domain::record::Path;
use intake::PasteError;
use pdf::WriteError;
use std::io::{Error, ErrorKind};
use store::StoreError;
use template::FillError;

/// What happened and what to do; several lines when there are several faults.
pub fn problem(problem: &Problem) -> String {
    let said = match problem {
        Problem::Store(error) => store(error),
        Problem::Format { errors } => lines(errors.iter().map(super::file::fault)),
        Problem::Misprints { misprints } => lines(misprints.iter().map(ToString::to_string)),
        Problem::ModelUnknown { id, known } => no_model(id, known),
        Problem::ModelNewer { id, asked, known } => newer_model(id, *asked, *known),
        Problem::DocumentUnknown { key, known } => {
            format!(
                "Le modèle n’a pas de document « {key} ». Choisir parmi : {}.",
                known.join(", ")
            )
        }
        Problem::CannotFollow { model, kind } => format!(
            "Le modèle « {model} » ne prévoit pour ce dossier aucune suite de cette nature : {}. En choisir une autre, ou ajouter le document au modèle.",
            kind.label().to_lowercase()
        ),
        Problem::FieldUnknown { path } => {
            format!("Le champ « {path} » n’existe pas. Relire son nom.")
        }
        Problem::Refused { findings } => refused(findings),
        Problem::SignsMissing { missing } => signs(missing),
        Problem::Fill(error) => fill(error),
        Problem::Write(error) => write(error),
        Problem::Delivery(error) => delivery(error),
        Problem::File { file, source } => format!("{} : {}", file.display(), cause(source)),
        Problem::FileExists { file } => {
            format!(
                "{} existe déjà et n’est pas remplacé. Choisir un autre nom.",
                file.display()
            )
        }
        Problem::FileKind { file, expected } => {
            format!(
                "{} n’est pas ce qui est attendu : {expected}. Choisir un autre fichier.",
                file.display()
            )
        }
        Problem::Picture { file, why } => {
            format!("{} : {}", file.display(), picture::fault(*why))
        }
        Problem::Logo(why) => format!("Logo : {}", picture::fault(*why)),
        Problem::Paste(error) => paste(error),
        Problem::TooLong { length } => {
            format!("Le texte a {length} signes, c’est trop pour ce champ. Le raccourcir.")
        }
        Problem::FolderUnknown => {
            "Ce dossier de sortie n’est plus connu. Le choisir de nouveau.".to_owned()
        }
        Problem::FolderNotShown { folder } => {
            format!(
                "Le système n’a pas pu montrer {}. L’ouvrir depuis le gestionnaire de fichiers.",
                folder.display()
            )
        }
        Problem::NoDataFolder => {
            "Le système n’indique pas où garder les données. Le signaler au service informatique."
                .to_owned()
        }
        Problem::Bug => "Cette action a échoué, rien n’a été modifié.".to_owned(),
    };
    spaced(&said)
}

/// The modèles there are, or the one whose name is nearest.
fn no_model(id: &str, known: &[String]) -> String {
    let names = known.iter().map(String::as_str);
    let mend = match format::nearest(names, id) {
        Some(near) => format!("Est-ce « {near} » ?"),
        None if known.is_empty() => "Aucun modèle n’est installé.".to_owned(),
        None => format!("Choisir parmi : {}.", known.join(", ")),
    };
    format!("Le modèle « {id} » n’est pas installé. {mend}")
}

fn newer_model(id: &str, asked: u32, known: u32) -> String {
    format!(
        "Le dossier a été fait avec la version {asked} du modèle « {id} » ; celle de ce ConvENT est la {known}. Mettre ConvENT à jour ; le dossier reste tel quel."
    )
}

fn lines(all: impl Iterator<Item = String>) -> String {
    all.collect::<Vec<_>>().join("\n")
}

/// Each finding that refuses, on its line: where, what is wrong, how to mend it.
fn refused(findings: &[FindingView]) -> String {
    let head = match findings.len() {
        0 | 1 => "1 point bloque les documents demandés :".to_owned(),
        count => format!("{count} points bloquent les documents demandés :"),
    };
    let each = findings.iter().map(|found| {
        let place = if found.field_label.is_empty() {
            String::new()
        } else {
            format!("{} : ", found.field_label)
        };
        format!("— {place}{} {}", found.sentence, found.mend)
            .trim_end()
            .to_owned()
    });
    lines(std::iter::once(head).chain(each))
}

fn signs(missing: &[(char, Vec<String>)]) -> String {
    let each = missing.iter().map(|(found, fields)| {
        let place = if fields.is_empty() {
            String::new()
        } else {
            format!(" : {}", fields.join(", "))
        };
        let code = format!("U+{:04X}", u32::from(*found));
        let shown = sign(*found);
        if shown.contains(&code) {
            format!("— signe {shown}{place}")
        } else {
            format!("— {shown} ({code}){place}")
        }
    });
    let head = "La police n’a pas tous les signes du dossier. Remplacer :".to_owned();
    lines(std::iter::once(head).chain(each))
}

fn fill(error: &FillError) -> String {
    match error {
        FillError::NoDocument(key) => format!("Le modèle n’a pas de document « {key} »."),
        FillError::NotReady(key) => {
            format!("Le document « {key} » n’est pas prêt. Voir les points de la vérification.")
        }
        FillError::Incomplete(paths) => {
            let labels: Vec<String> = paths.iter().map(label).collect();
            format!("Il manque : {}. Compléter ces champs.", labels.join(", "))
        }
        FillError::Expression { file, line, why } => {
            format!("Le modèle est à corriger : {file}, ligne {line} : {why}")
        }
    }
}

fn label(path: &Path) -> String {
    Dossier::field(path).map_or_else(|| format!("« {path} »"), |field| field.label.to_owned())
}

fn write(error: &WriteError) -> String {
    let told = match error {
        WriteError::Face { face, .. } => {
            format!("la police {face} n’a pas pu être mise dans le fichier")
        }
        WriteError::NoOriginal { rank } => format!("l’original n° {} n’existe pas", rank + 1),
        WriteError::NotWhole { .. } => "les pages ne sont pas complètes".to_owned(),
    };
    format!("Le PDF n’a pas été écrit : {told}. C’est un défaut de ConvENT, à signaler.")
}

fn delivery(error: &DeliveryError) -> String {
    match error {
        DeliveryError::Name { name } => {
            format!("« {name} » ne convient pas comme nom de fichier. En choisir un autre.")
        }
        DeliveryError::Folder { folder, source } => {
            format!("{} : {}", folder.display(), cause(source))
        }
        DeliveryError::File { name, source } => {
            format!("{name} n’a pas été écrit : {}", cause(source))
        }
        DeliveryError::Address { address } => {
            format!("« {address} » n’est pas une adresse de courriel. La corriger.")
        }
        DeliveryError::Workbook { why } => {
            format!("Le classeur n’a pas pu être écrit ({why}). Signaler ce message.")
        }
        DeliveryError::Crowded { name } => {
            format!("Trop de fichiers s’appellent déjà {name}. Choisir un autre dossier.")
        }
    }
}

/// What the system says, for the causes that people can mend.
fn cause(source: &Error) -> String {
    match source.kind() {
        ErrorKind::NotFound => "introuvable. Vérifier l’emplacement.".to_owned(),
        ErrorKind::PermissionDenied => {
            "l’accès est refusé. Choisir un autre emplacement.".to_owned()
        }
        ErrorKind::ReadOnlyFilesystem => {
            "le support est en lecture seule. En choisir un autre.".to_owned()
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "le disque est plein. Libérer de la place.".to_owned()
        }
        ErrorKind::AlreadyExists => {
            "un fichier de ce nom existe déjà. Choisir un autre nom.".to_owned()
        }
        _ => format!("le système répond « {source} ». Réessayer, ou choisir un autre emplacement."),
    }
}

fn paste(error: &PasteError) -> String {
    match error {
        PasteError::Empty => "Il n’y a rien à coller. Copier d’abord les lignes.".to_owned(),
        PasteError::Rows { found } => {
            format!(
                "{found} lignes, c’est plus que les {} acceptées. Coller en plusieurs fois.",
                intake::ROWS
            )
        }
        PasteError::Columns { row, found } => {
            format!(
                "La ligne {row} a {found} colonnes, plus que les {} acceptées. En copier moins.",
                intake::COLUMNS
            )
        }
        PasteError::Cell { row, column, found } => format!(
            "La case de la ligne {row}, colonne {column}, a {found} signes, plus que les {} acceptés. La raccourcir.",
            intake::CELL
        ),
    }
}

fn store(error: &StoreError) -> String {
    match error {
        StoreError::InUse => {
            "Un autre ConvENT est ouvert sur ces données. Le fermer, puis réessayer.".to_owned()
        }
        StoreError::Newer { found, known } => format!(
            "Ces données viennent d’un ConvENT plus récent (version {found} ; celui-ci lit la {known}). Mettre ConvENT à jour."
        ),
        StoreError::NotOurs { .. } => {
            "Ce fichier de données vient d’un autre programme. Choisir un autre dossier.".to_owned()
        }
        StoreError::Damaged { places } => format!(
            "Les données sont abîmées et laissées telles quelles ({}). Reprendre une sauvegarde.",
            places.join(" ; ")
        ),
        StoreError::Full => {
            "Le disque est plein, rien n’a été modifié. Libérer de la place, puis réessayer."
                .to_owned()
        }
        StoreError::ReadOnly => {
            "Les données ne peuvent pas être écrites. Vérifier les droits sur leur dossier."
                .to_owned()
        }
        StoreError::Disk { source, .. } => {
            format!("Le disque ne répond pas comme il faut : {}", cause(source))
        }
        StoreError::Sql(_) => {
            "Cette action a échoué, rien n’a été modifié. C’est un défaut de ConvENT, à signaler."
                .to_owned()
        }
        StoreError::NoSuchConvention { id } => format!(
            "Le dossier « {} » n’existe pas. Choisir dans la liste.",
            id.as_str()
        ),
        StoreError::NoSuchField { path } => {
            format!("Le champ « {path} » n’existe pas dans ce dossier. Relire son nom.")
        }
        StoreError::NoSuchList { list } => {
            format!("La liste « {list} » n’existe pas. Relire son nom.")
        }
        StoreError::NoSuchItem { list, .. } => {
            format!("Cette ligne n’est plus dans la liste « {list} ». Rouvrir le dossier.")
        }
        StoreError::SameItem { list, .. } => {
            format!("Cette ligne est déjà dans la liste « {list} ».")
        }
        StoreError::TooLong { path, length, most } => {
            format!(
                "{} : {length} signes, le champ en accepte {most}. Raccourcir le texte.",
                label(path)
            )
        }
        StoreError::TooMany { list, most } => {
            format!("La liste « {list} » accepte {most} lignes au plus. En retirer.")
        }
        StoreError::BadTemplate { id, version } => {
            format!(
                "Le modèle « {id} », version {version}, ne se trouve pas. Choisir un des modèles présents."
            )
        }
        StoreError::Moved { .. }
        | StoreError::WrongEdition { .. }
        | StoreError::NoSuchDocument { .. }
        | StoreError::NothingToUndo
        | StoreError::NothingToRedo
        | StoreError::Conflict { .. }
        | StoreError::NoSuchPiece { .. }
        | StoreError::PieceDamaged { .. } => after_reading(error),
    }
}

/// The causes that come of a dossier changed, an action turned back, a piece or a document that is gone.
fn after_reading(error: &StoreError) -> String {
    match error {
        StoreError::Moved { .. } => "Le dossier a changé entre-temps, rien n’a été modifié. Recommencer.".to_owned(),
        StoreError::WrongEdition { document, expected, .. } => {
            format!("La prochaine version de « {document} » est la {expected}. Recommencer l’édition.")
        }
        StoreError::NoSuchDocument { document, edition } => {
            format!("Le document « {document} », version {edition}, n’a pas été édité.")
        }
        StoreError::NothingToUndo => "Il n’y a rien à annuler.".to_owned(),
        StoreError::NothingToRedo => "Il n’y a rien à rétablir.".to_owned(),
        StoreError::Conflict { .. } => {
            "Ces champs ont changé depuis : l’action ne peut plus être annulée. Les corriger à la main.".to_owned()
        }
        StoreError::NoSuchPiece { .. } => "La pièce jointe est introuvable. La joindre de nouveau.".to_owned(),
        StoreError::PieceDamaged { .. } => "La pièce jointe est abîmée. La joindre de nouveau.".to_owned(),
        _ => "Cette action a échoué, rien n’a été modifié.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_happened() {
        let table = [
            (Problem::Bug, "Cette action a échoué, rien n’a été modifié."),
            (
                Problem::Store(StoreError::NothingToUndo),
                "Il n’y a rien à annuler.",
            ),
            (
                Problem::SignsMissing {
                    missing: vec![('☃', vec!["Nom".to_owned()])],
                },
                "La police n’a pas tous les signes du dossier. Remplacer :\n— « ☃ » (U+2603) : Nom",
            ),
        ];
        for (cause, expected) in table {
            assert_eq!(
                problem(&cause).replace(['\u{a0}', '\u{202f}'], " "),
                expected
            );
        }
    }
}
