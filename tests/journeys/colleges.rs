//! Three establishments typed in the grid, one with a faulty UAI: two conventions are made, the third is told with its
//! row, and is made alone once it is mended.

use std::path::Path;

use fantoccini::key::Key;
use serde_json::Value;

use crate::window::Window;
use crate::{Place, paper};

/// The day of the example: its council has not met yet.
const DAY: &str = "2012-11-20";
const TO_DOCUMENTS: &str = r#"//nav//a[contains(., "Documents")]"#;
const GRID: &str = "//*[@role='grid']";
/// The columns of the grid, in order; those where one chooses have a list.
const COLUMNS: [&str; 11] = [
    "nom",
    "nature",
    "adresse",
    "code_postal",
    "commune",
    "uai",
    "chef_civilite",
    "chef_prenom",
    "chef_nom",
    "acte_numero",
    "acte_date",
];

#[test]
#[ignore = "needs a window: cargo xtask journey"]
fn one_of_three_colleges_is_refused() {
    let place = Place::new();
    let schools = begun(&place);
    let mut window = Window::open_on(DAY, &place.at("donnees"), &place.at("reponses"));
    window.click("//main//table//a");
    window.titled("Parties et signataires");
    window.go("Établissements", "Établissements");
    for (rank, school) in schools.iter().enumerate() {
        row(&mut window, rank, school);
    }
    window.says(GRID, "La lettre A ne correspond pas");
    window.shot("college-1-grille");

    window.click(TO_DOCUMENTS);
    window.says("//main//table", "prêt pour 2 sur 3");
    window.button("Éditer le");
    window.says("//main//*[@role='status']", "2 conventions faites");
    window.says("//main//*[@role='status']", "1 refusée");
    window.shot("college-2-edites");
    assert_eq!(conventions(&place).len(), 2);

    window.button("Aller à la ligne");
    window.titled("Établissements");
    window.button("Retaper le code");
    window.chord(Key::Control, 'a');
    window.type_text(&text(&schools[2], "uai"));
    window.key(Key::Tab);
    window.says(GRID, "3 clés justes sur 3");
    window.click(TO_DOCUMENTS);
    window.says("//main//table", "2 conventions éditées sur 3");
    window.button("Éditer le");
    window.says("//main//*[@role='status']", "1 convention faite");
    let made = conventions(&place);
    assert_eq!(made.len(), 3, "only the one that was left: {made:?}");
    paper::keep_for_judges(&made);
}

/// Puts the example without its establishments into the window's data; gives the first three.
fn begun(place: &Place) -> Vec<Value> {
    let file = tests::house::root().join("assets/examples/colleges-paris-2012.json");
    let text = std::fs::read_to_string(file).expect("the example");
    let mut dossier: Value = serde_json::from_str(&text).expect("JSON");
    let all = std::mem::replace(&mut dossier["ecoles"], Value::Array(Vec::new()));
    std::fs::write(place.at("paris.json"), dossier.to_string()).expect("a file");
    let data = place.at("donnees");
    let words = [
        "store",
        "import",
        "paris.json",
        "--data",
        &data.to_string_lossy(),
    ];
    let said = tests::command::run(&place.at(""), &words);
    assert_eq!(said.code, 0, "{}", said.shown());
    all.as_array().expect("establishments")[..3].to_vec()
}

/// Types a row from its first cell on; Entrée on the last cell begins the next one.
fn row(window: &mut Window, rank: usize, school: &Value) {
    if rank == 0 {
        window.button("Écrire à la main");
    } else {
        window.key(Key::Enter);
    }
    window.says(
        &format!("{GRID}//tbody/tr[th][last()]/th"),
        &(rank + 1).to_string(),
    );
    for (at, key) in COLUMNS.iter().enumerate() {
        if at > 0 {
            window.key(Key::Tab);
        }
        match *key {
            "nature" => window.choose_in_cell("C"),
            "chef_civilite" => window.choose_in_cell("M"),
            // The letter of the third is not that of its number.
            "uai" if rank == 2 => window.type_in_cell("0990115A"),
            _ => window.type_in_cell(&text(school, key)),
        }
    }
}

fn text(school: &Value, key: &str) -> String {
    school[key].as_str().expect("a text").to_owned()
}

/// The conventions in the folder of the documents.
fn conventions(place: &Place) -> Vec<std::path::PathBuf> {
    let is_one = |file: &Path| file.to_string_lossy().contains("-convention-099");
    let mut files = paper::files(&place.at("documents"));
    files.retain(|file| is_one(file));
    files
}
