//! After the vote: the text of the délibération is copied and pasted, the forms that can be edited are written, and what
//! is put online shows how to reach nobody.

use crate::window::Window;
use crate::{Place, paper};

const DAY: &str = "2026-12-15";
const TO_DOCUMENTS: &str = r#"//nav//a[contains(., "Documents")]"#;

#[test]
#[ignore = "needs a window: cargo xtask journey"]
fn forms_of_a_document() {
    let place = Place::new();
    begun(&place);
    let mut window = Window::open_on(DAY, &place.at("donnees"), &place.at("reponses"));
    window.click("//main//table//a");
    window.titled("Parties et signataires");
    window.click(TO_DOCUMENTS);
    window.says("//main//table", "Copier le texte");
    window.shot("formes-1-documents");
    window.click(&acting(
        "Délibération, extrait du registre",
        "Copier le texte",
    ));
    window.says("//*[@role='status']", "Texte copié");
    let pasted = window.pasted_here();
    for kept in ["<h1", "<table", "Le conseil municipal,", "</strong>"] {
        assert!(pasted.contains(kept), "{kept} in {pasted}");
    }

    window.click(r#"//main//label[contains(., "(.docx)")]//input"#);
    window.button("Éditer les");
    window.says("//main//*[@role='status']", "documents édités");
    window.says("//main//ul", ".docx");
    window.shot("formes-2-edites");

    window.click(&acting("originaux", "Version à mettre en ligne"));
    window.says(
        "//main//*[@role='status']",
        "Version à mettre en ligne écrite",
    );
    window.shot("formes-3-en-ligne");
    let files = paper::files(&place.at("documents"));
    let online: Vec<_> = files
        .iter()
        .filter(|file| {
            file.to_string_lossy()
                .ends_with("-convention-version-en-ligne.pdf")
        })
        .collect();
    assert_eq!(online.len(), 1, "{files:?}");
    let text = paper::bare(&paper::text(online[0]));
    assert!(text.contains("[masqué]") && !text.contains("julien.marchais@exemple.fr"));
    window.narrow();
    window.shot("formes-4-etroit");
}

/// A button in the row of a document.
fn acting(document: &str, words: &str) -> String {
    format!(r#"//main//tr[th[contains(., "{document}")]]//button[contains(., "{words}")]"#)
}

/// Puts the example, its council having voted, into the window's data.
fn begun(place: &Place) {
    let file = tests::house::root().join("assets/examples/fontenay-apres-vote.json");
    std::fs::copy(file, place.at("vote.json")).expect("a copy");
    let data = place.at("donnees");
    let words = [
        "store",
        "import",
        "vote.json",
        "--data",
        &data.to_string_lossy(),
    ];
    let said = tests::command::run(&place.at(""), &words);
    assert_eq!(said.code, 0, "{}", said.shown());
}
