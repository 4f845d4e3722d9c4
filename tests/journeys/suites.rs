//! A signed convention is followed by an avenant: begun under its documents, it changes one answer, shows what it
//! changes, and is made as a draft; the convention itself is left as it was.

use serde_json::Value;

use crate::window::Window;
use crate::{Place, paper};

/// A day of the year in which the convention of the example was signed.
const DAY: &str = "2027-02-01";
const TO_DOCUMENTS: &str = r#"//nav//a[contains(., "Documents")]"#;
const TO_CONTROL: &str = r#"//nav//a[contains(., "Vérification")]"#;
const CHANGES: &str = "//section[@aria-labelledby='changements']";

#[test]
#[ignore = "needs a window: cargo xtask journey"]
fn an_avenant_follows_a_convention() {
    let place = Place::new();
    signed(&place);
    let mut window = Window::open_on(DAY, &place.at("donnees"), &place.at("reponses"));
    window.click("//main//table//a");
    window.titled("Parties et signataires");
    window.click(TO_DOCUMENTS);
    window.says(
        "//section[@aria-labelledby='suites']",
        "Renouveler la convention",
    );
    window.click("//h2[@id='suites']");
    window.shot("suite-1-documents");
    window.click(
        "//section[@aria-labelledby='suites']//li[contains(., 'Préparer un avenant')]//button",
    );
    window.titled("Convention");
    window.says("//main", "Avenant");
    window.shot("suite-2-avenant");

    window.click(TO_CONTROL);
    window.button("Ce qui change");
    window.says(CHANGES, "Rien ne change encore");
    window.shot("suite-3-rien");
    window.go("Convention", "Convention");
    window.fill(
        "Le suivi et la durée",
        "Réunions du comité de pilotage par an",
        "3",
    );
    window.click(TO_CONTROL);
    window.button("Ce qui change");
    window.says(&format!("{CHANGES}//tbody"), "3");
    window.shot("suite-4-ce-qui-change");

    window.click(TO_DOCUMENTS);
    window.button("Éditer un projet");
    window.says("//main//*[@role='status']", "projets édités");
    window.shot("suite-5-edites");
    let made = avenants(&place);
    assert_eq!(made.len(), 1, "{made:?}");
    let words = paper::bare(&paper::text(&made[0]));
    for said in ["deux fois par an", "trois fois par an", "projet"] {
        assert!(words.contains(&paper::bare(said)), "{said}: {words}");
    }
    paper::keep_for_judges(&made);
}

/// Puts the example after the vote, signed by all, into the window's data.
fn signed(place: &Place) {
    let file = tests::house::root().join("assets/examples/fontenay-apres-vote.json");
    let text = std::fs::read_to_string(file).expect("the example");
    let mut dossier: Value = serde_json::from_str(&text).expect("JSON");
    for signatory in dossier["signataires"].as_array_mut().expect("signatories") {
        signatory["signe_le"] = "2027-01-16".into();
    }
    std::fs::write(place.at("signe.json"), dossier.to_string()).expect("a file");
    let data = place.at("donnees");
    let words = [
        "store",
        "import",
        "signe.json",
        "--data",
        &data.to_string_lossy(),
    ];
    let said = tests::command::run(&place.at(""), &words);
    assert_eq!(said.code, 0, "{}", said.shown());
}

/// The avenants in the folder of the documents.
fn avenants(place: &Place) -> Vec<std::path::PathBuf> {
    let mut files = tests::house::entries(&place.at("documents"));
    files.retain(|file| file.to_string_lossy().ends_with("-avenant-exemplaires.pdf"));
    files
}
