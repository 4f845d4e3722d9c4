//! Dossiers for the tests: the example of the house, changed field by field as the window does.
//! People and schools are invented: `exemple.fr`, fiction telephones, schools of département 099.

use crate::house;
use chrono::NaiveDateTime;
use domain::dossier::Dossier;
use domain::record::{Id, PartMut, Path, find_mut};

/// The moment it is for the tests, that of [`crate::command::TODAY`].
///
/// # Panics
/// Never: the day is in the calendar.
pub fn now() -> NaiveDateTime {
    let day = crate::command::TODAY.parse::<chrono::NaiveDate>();
    day.expect("a day").and_time(chrono::NaiveTime::MIN)
}

/// The text of the example that comes with the program.
pub fn example_text() -> String {
    house::text(&house::root().join("assets/examples/fontenay-aux-roses.json"))
}

/// The example that comes with the program.
///
/// # Panics
/// When it does not read.
pub fn example() -> Dossier {
    format::read(&example_text()).expect("the example reads")
}

/// An example that comes with the program, by the name of its file without `.json`.
///
/// # Panics
/// When it is not there, or does not read.
pub fn shipped(name: &str) -> Dossier {
    let file = house::root().join(format!("assets/examples/{name}.json"));
    format::read(&house::text(&file)).expect("the example reads")
}

/// The example once the council has voted.
pub fn after_vote() -> Dossier {
    shipped("fontenay-apres-vote")
}

/// The example with texts put at paths.
///
/// # Panics
/// When there is no such field.
pub fn example_with(typed: &[(&str, &str)]) -> Dossier {
    let mut dossier = example();
    for (path, text) in typed {
        put(&mut dossier, path, text);
    }
    dossier
}

/// Puts a text at a path; what is typed is no longer left to the hand.
///
/// # Panics
/// When there is no such field.
#[track_caller]
pub fn put(dossier: &mut Dossier, path: &str, typed: &str) {
    let path = Path::new(path);
    assert!(
        dossier.put(&path, typed),
        "there is no field {}",
        path.as_str()
    );
    dossier
        .by_hand
        .retain(|blank| typed.is_empty() || *blank != path);
}

/// Empties a field and leaves it to be filled by hand.
///
/// # Panics
/// When there is no such field.
pub fn by_hand(dossier: &mut Dossier, path: &str) {
    put(dossier, path, "");
    dossier.by_hand.push(Path::new(path));
}

/// Adds an item to a list, with texts in its fields.
///
/// # Panics
/// When there is no such list, or the id is taken.
pub fn add(dossier: &mut Dossier, list: &str, id: &str, typed: &[(&str, &str)]) {
    match find_mut(&mut dossier.sheet, &Path::new(list)) {
        Some(PartMut::List(items)) => {
            let id = Id::new(id).expect("an id");
            assert!(items.insert(usize::MAX, id), "{list} has it already");
        }
        _ => panic!("there is no list {list}"),
    }
    for (field, text) in typed {
        put(dossier, &format!("{list}/{id}/{field}"), text);
    }
}

/// Takes an item out of a list.
///
/// # Panics
/// When it is not there.
pub fn take(dossier: &mut Dossier, list: &str, id: &str) {
    match find_mut(&mut dossier.sheet, &Path::new(list)) {
        Some(PartMut::List(items)) => assert!(items.remove(id), "there is no {list}/{id}"),
        _ => panic!("there is no list {list}"),
    }
}

/// The example with so many schools; beyond its own six, they are invented.
pub fn example_of(schools: usize) -> Dossier {
    let mut dossier = example();
    for id in dossier.ids("ecoles").iter().skip(schools) {
        take(&mut dossier, "ecoles", id.as_str());
    }
    for rank in dossier.ids("ecoles").len()..schools {
        invented(&mut dossier, rank);
    }
    dossier
}

/// An invented school: a UAI of département 099 with its right letter, the kinds in turn.
fn invented(dossier: &mut Dossier, rank: usize) {
    let digits = 990_000 + rank;
    let letter = char::from(b"ABCDEFGHJKLMNPRSTUVWXYZ"[digits % 23]);
    let (kind, words) = [("elementaire", "élémentaire"), ("maternelle", "maternelle")][rank % 2];
    let name = format!("École {words} publique d’essai n° {}", rank + 1);
    let address = format!("{}, rue de l’Exemple", rank + 1);
    let uai = format!("{digits:07}{letter}");
    let typed = [
        ("nom", name.as_str()),
        ("nature", kind),
        ("secteur", "public"),
        ("adresse", &address),
        ("uai", &uai),
    ];
    add(dossier, "ecoles", &format!("essai-{}", rank + 1), &typed);
}
