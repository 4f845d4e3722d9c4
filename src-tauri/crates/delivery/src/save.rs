//! Writing: first beside, under a name of its own, then all at once under the name asked for.

use crate::DeliveryError;
use crate::names::{is_sound, numbered};
use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use tempfile::NamedTempFile;

/// Files of one name that a folder may hold.
const MOST: u32 = 999;
/// Files under way at one time: systems let a program open a few hundreds.
const MOST_OPEN: usize = 128;

/// What to do when a file of this name is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhenThere {
    /// Leave it, and take the next name: « note (2).pdf ».
    Number,
    /// Put the new one in its place. A link is replaced, never followed.
    Replace,
}

/// Writes one file into a folder, whole or not at all; says under which name.
///
/// # Errors
/// The name is not sound, the folder takes no file, the file does not write. Nothing is left behind.
pub fn save(
    bytes: &[u8],
    folder: &Path,
    name: &str,
    when_there: WhenThere,
) -> Result<String, DeliveryError> {
    let written = write_beside(name, bytes, folder)?;
    flush(name, &written)?;
    let name = settle(written, folder, name, when_there)?;
    keep_folder(folder);
    Ok(name)
}

/// Writes files into a folder: all of them, or none. Says under which names, in the same order.
/// A name that is taken, by a file or by another of the batch, is numbered: « note (2).pdf ».
///
/// # Errors
/// As [`save`]; then what had been written is removed.
pub fn save_all(files: &[(&str, &[u8])], folder: &Path) -> Result<Vec<String>, DeliveryError> {
    let written = written(files, folder)?;
    // All are handed to the system before the first is waited for: the disk is asked for them together.
    flush_all(files, &written)?;
    let names = settle_all(files, written, folder)?;
    keep_folder(folder);
    Ok(names)
}

/// Writes groups of files into a folder: of each group all or none, whatever becomes of the others. Says of each under
/// which names, in the same order. The disk is waited for once for many groups, which is what takes time.
///
/// # Errors
/// Those of each group, as [`save_all`].
pub fn save_groups(
    groups: &[Vec<(&str, &[u8])>],
    folder: &Path,
) -> Vec<Result<Vec<String>, DeliveryError>> {
    let mut saved = Vec::with_capacity(groups.len());
    let mut rest = groups;
    while !rest.is_empty() {
        let (some, after) = rest.split_at(together(rest));
        let written: Vec<_> = some.iter().map(|files| written(files, folder)).collect();
        let flushed = some.iter().zip(written).map(|(files, written)| {
            written.and_then(|written| flush_all(files, &written).map(|()| written))
        });
        let flushed: Vec<_> = flushed.collect();
        saved.extend(some.iter().zip(flushed).map(|(files, flushed)| {
            flushed.and_then(|written| settle_all(files, written, folder))
        }));
        rest = after;
    }
    keep_folder(folder);
    saved
}

/// How many of the groups are written before the disk is waited for: one at least.
fn together(groups: &[Vec<(&str, &[u8])>]) -> usize {
    let mut files = 0;
    let fits = groups.iter().take_while(|group| {
        files += group.len();
        files <= MOST_OPEN
    });
    fits.count().max(1)
}

fn written(files: &[(&str, &[u8])], folder: &Path) -> Result<Vec<NamedTempFile>, DeliveryError> {
    files
        .iter()
        .map(|(name, bytes)| write_beside(name, bytes, folder))
        .collect()
}

fn flush_all(files: &[(&str, &[u8])], written: &[NamedTempFile]) -> Result<(), DeliveryError> {
    files
        .iter()
        .zip(written)
        .try_for_each(|((name, _), file)| flush(name, file))
}

fn settle_all(
    files: &[(&str, &[u8])],
    written: Vec<NamedTempFile>,
    folder: &Path,
) -> Result<Vec<String>, DeliveryError> {
    let mut settled = Settled {
        folder,
        names: Vec::new(),
    };
    for ((name, _), file) in files.iter().zip(written) {
        settled
            .names
            .push(settle(file, folder, name, WhenThere::Number)?);
    }
    Ok(std::mem::take(&mut settled.names))
}

/// What a batch has put in its place; taken away again if the batch is not finished.
struct Settled<'a> {
    folder: &'a Path,
    names: Vec<String>,
}

impl Drop for Settled<'_> {
    fn drop(&mut self) {
        for name in &self.names {
            // There is no one left to tell: the first error is on its way.
            let _ = std::fs::remove_file(self.folder.join(name));
        }
    }
}

fn write_beside(name: &str, bytes: &[u8], folder: &Path) -> Result<NamedTempFile, DeliveryError> {
    if !is_sound(name) {
        return Err(DeliveryError::Name {
            name: name.to_owned(),
        });
    }
    let refused = |source| DeliveryError::Folder {
        folder: folder.to_owned(),
        source,
    };
    let mut file = beside().tempfile_in(folder).map_err(refused)?;
    let written = file.write_all(bytes).and_then(|()| file.flush());
    written.map_err(|source| DeliveryError::File {
        name: name.to_owned(),
        source,
    })?;
    Ok(file)
}

/// How a file under way is called. It gets the rights of any file of its user, not those of a secret.
fn beside() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".convent-").suffix(".tmp");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}

fn flush(name: &str, file: &NamedTempFile) -> Result<(), DeliveryError> {
    file.as_file()
        .sync_all()
        .map_err(|source| DeliveryError::File {
            name: name.to_owned(),
            source,
        })
}

/// Gives a written file its name.
fn settle(
    mut file: NamedTempFile,
    folder: &Path,
    name: &str,
    when_there: WhenThere,
) -> Result<String, DeliveryError> {
    let failed = |source| DeliveryError::File {
        name: name.to_owned(),
        source,
    };
    if when_there == WhenThere::Replace {
        file.persist(folder.join(name))
            .map_err(|error| failed(error.error))?;
        return Ok(name.to_owned());
    }
    for number in 1..=MOST {
        let free = numbered(name, number);
        match file.persist_noclobber(folder.join(&free)) {
            Ok(_) => return Ok(free),
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => file = error.file,
            Err(error) => return Err(failed(error.error)),
        }
    }
    Err(DeliveryError::Crowded {
        name: name.to_owned(),
    })
}

/// Asks the disk to keep the folder's new names too. Systems that cannot do so keep them by themselves.
fn keep_folder(folder: &Path) {
    let _ = File::open(folder).and_then(|open| open.sync_all());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn of_each_group_all_or_none_whatever_becomes_of_the_others() {
        let folder = tempfile::tempdir().unwrap();
        let many: Vec<String> = (0..300).map(|rank| format!("{rank}.pdf")).collect();
        let mut groups: Vec<Vec<(&str, &[u8])>> = many
            .iter()
            .map(|name| vec![(name.as_str(), &b"x"[..])])
            .collect();
        groups.insert(1, vec![("sain.pdf", b"x"), ("a/b.pdf", b"x")]);
        groups.push(vec![("0.pdf", b"y"), ("fin.pdf", b"z")]);
        let saved = save_groups(&groups, folder.path());
        assert!(matches!(&saved[1], Err(DeliveryError::Name { name }) if name == "a/b.pdf"));
        assert_eq!(saved[301].as_deref().unwrap(), ["0 (2).pdf", "fin.pdf"]);
        assert_eq!(saved.iter().filter(|saved| saved.is_ok()).count(), 301);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 302);
    }

    #[test]
    fn a_file_is_whole_under_its_name() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(
            save(b"%PDF", folder.path(), "a.pdf", WhenThere::Number).unwrap(),
            "a.pdf"
        );
        assert_eq!(std::fs::read(folder.path().join("a.pdf")).unwrap(), b"%PDF");
        assert_eq!(names(folder.path()), ["a.pdf"]);
    }

    #[test]
    fn nothing_is_replaced_unless_told() {
        let folder = tempfile::tempdir().unwrap();
        let at = |bytes: &[u8], when| save(bytes, folder.path(), "a.pdf", when).unwrap();
        assert_eq!(at(b"1", WhenThere::Number), "a.pdf");
        assert_eq!(at(b"2", WhenThere::Number), "a (2).pdf");
        assert_eq!(at(b"3", WhenThere::Replace), "a.pdf");
        assert_eq!(std::fs::read(folder.path().join("a.pdf")).unwrap(), b"3");
        assert_eq!(
            std::fs::read(folder.path().join("a (2).pdf")).unwrap(),
            b"2"
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_never_followed() {
        let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let target = elsewhere.path().join("target");
        std::fs::write(&target, b"mine").unwrap();
        for name in ["a.pdf", "b.pdf"] {
            std::os::unix::fs::symlink(&target, folder.path().join(name)).unwrap();
        }
        std::os::unix::fs::symlink(elsewhere.path().join("absent"), folder.path().join("c.pdf"))
            .unwrap();
        assert_eq!(
            save(b"x", folder.path(), "a.pdf", WhenThere::Number).unwrap(),
            "a (2).pdf"
        );
        assert_eq!(
            save(b"x", folder.path(), "b.pdf", WhenThere::Replace).unwrap(),
            "b.pdf"
        );
        assert_eq!(
            save(b"x", folder.path(), "c.pdf", WhenThere::Number).unwrap(),
            "c (2).pdf"
        );
        assert_eq!(std::fs::read(&target).unwrap(), b"mine");
        assert_eq!(names(elsewhere.path()), ["target"]);
    }

    #[cfg(unix)]
    #[test]
    fn others_may_read_it_as_any_file() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("plain"), b"").unwrap();
        save(b"x", folder.path(), "a.pdf", WhenThere::Number).unwrap();
        let mode = |name| {
            std::fs::metadata(folder.path().join(name))
                .unwrap()
                .permissions()
                .mode()
        };
        assert_eq!(mode("a.pdf"), mode("plain"));
    }

    #[test]
    fn a_batch_takes_a_name_for_each() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.pdf"), b"old").unwrap();
        let names_given = save_all(
            &[("a.pdf", b"1"), ("b.pdf", b"2"), ("b.pdf", b"3")],
            folder.path(),
        )
        .unwrap();
        assert_eq!(names_given, ["a (2).pdf", "b.pdf", "b (2).pdf"]);
        assert_eq!(std::fs::read(folder.path().join("a.pdf")).unwrap(), b"old");
        assert_eq!(
            names(folder.path()),
            ["a (2).pdf", "a.pdf", "b (2).pdf", "b.pdf"]
        );
    }

    #[test]
    fn a_batch_leaves_nothing_when_one_fails() {
        let folder = tempfile::tempdir().unwrap();
        let refused = save_all(&[("a.pdf", b"1"), ("b/c.pdf", b"2")], folder.path());
        assert!(matches!(refused, Err(DeliveryError::Name { name }) if name == "b/c.pdf"));
        assert_eq!(names(folder.path()), Vec::<String>::new());
        for number in 1..=MOST {
            std::fs::write(folder.path().join(numbered("b.pdf", number)), b"").unwrap();
        }
        let before = names(folder.path());
        let refused = save_all(&[("z.pdf", b"1"), ("b.pdf", b"2")], folder.path());
        assert!(matches!(refused, Err(DeliveryError::Crowded { .. })));
        assert_eq!(names(folder.path()), before);
    }

    #[test]
    fn a_folder_that_is_not_there_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let absent = folder.path().join("absent");
        let refused = save(b"x", &absent, "a.pdf", WhenThere::Number);
        assert!(matches!(refused, Err(DeliveryError::Folder { folder, .. }) if folder == absent));
    }
}
