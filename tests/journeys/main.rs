//! Journeys: whole pieces of work done on the real window, by keyboard and mouse, as a referent does them.
//!
//! They know screens by their words and files by what another program reads in them; nothing of the rooms within.
//! `cargo xtask journey` builds the window, starts a screen and a driver, and runs them.

mod asks;
mod case;
mod colleges;
mod forms;
mod paper;
mod suites;
mod window;

use std::path::Path;
use std::time::{Duration, Instant};

use asks::{ACT, Ask, By, CONTACTS, CONVENTION, How, PARTIES};
use case::{Case, Where};
use fantoccini::key::Key;
use tempfile::TempDir;
use window::Window;

/// The window says « Enregistrement… » from one second after the first unsaved sign: past it, « Enregistré » is true of all.
const SAID_BY_THEN: Duration = Duration::from_millis(1_300);
const SAVED: &str = "//header//*[@role='status']";

/// What the dossier of a journey is called.
const NAME: &str = "Écoles de la ville";

/// A place of one's own for a journey: the data, the answers of the dialogs, the folder of documents.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        let place = Self(TempDir::new().expect("a folder"));
        for name in ["donnees", "documents"] {
            std::fs::create_dir(place.0.path().join(name)).expect("a folder");
        }
        let answer = format!("{}\n", place.at("documents").display());
        std::fs::write(place.at("reponses"), answer).expect("the answers");
        place
    }

    fn at(&self, name: &str) -> std::path::PathBuf {
        self.0.path().join(name)
    }

    fn open(&self) -> Window {
        Window::open(&self.at("donnees"), &self.at("reponses"))
    }
}

#[test]
#[ignore = "needs a window: cargo xtask journey"]
fn main_job() {
    let (place, case) = (Place::new(), Case::read());
    let mut window = place.open();
    window.titled("Par où commencer ?");
    window.shot("1-accueil");
    let began = Instant::now();

    begin(&mut window);
    section(
        &mut window,
        &case,
        "Parties et signataires",
        PARTIES,
        "2-parties",
    );
    window.button("Continuer");
    schools(&mut window, &case);
    window.button("Continuer");
    section(&mut window, &case, "Contacts", CONTACTS, "4-contacts");
    window.button("Continuer");
    section(&mut window, &case, "Convention", CONVENTION, "5-convention");
    window.button("Continuer");
    section(&mut window, &case, "Délibération", ACT, "6-deliberation");
    // What is typed last is kept and checked before one goes on: the button then leads where nothing is left to do.
    window.says("//footer//button", "Continuer : Documents");
    window.button("Continuer");
    documents(&mut window);
    let seconds = began.elapsed().as_secs_f64();
    read_the_paper(&case, &place.at("documents"));
    let tally = &window.tally;
    // A line of its own: the harness has begun one with the name of the test.
    println!();
    println!(
        r#"{{"actions":{},"keystrokes":{},"seconds":{seconds:.1}}}"#,
        tally.actions, tally.keystrokes
    );
}

/// Begins a dossier after the modèle of Versailles; where there is but one modèle, it is not asked.
fn begin(window: &mut Window) {
    window.button("Nouvelle convention");
    window.until("a modèle to take, or a new dossier", |window| {
        let seen = window.texts("//h1 | //h2");
        seen.iter()
            .any(|title| title == "D’après quel modèle ?" || title == "Parties et signataires")
    });
    if !window
        .texts("//h1")
        .iter()
        .any(|title| title == "Parties et signataires")
    {
        window.click(r#"//main//li[contains(., "Versailles")]//button"#);
    }
}

/// Answers every question of one screen, then looks at it from the top.
fn section(window: &mut Window, case: &Case, heading: &str, asks: &[Ask], shot: &str) {
    window.titled(heading);
    window.at_title();
    for ask in asks {
        answer(window, case, ask);
    }
    window.shot(shot);
}

fn answer(window: &mut Window, case: &Case, ask: &Ask) {
    let (group, label, typed) = (ask.group, ask.label, case.typed(ask));
    match (&ask.how, &ask.by) {
        (How::Choice(words, letters), By::Tab) => window.choose_next(group, label, words, letters),
        (How::Choice(words, _), By::Click) => window.choose(group, label, words),
        (How::YesNo, _) => window.answer(group, label, &typed),
        (How::Offer, _) => window.take_offer(group, label, &typed),
        (_, By::Tab) => window.fill_next(group, label, &typed),
        (_, By::Click) => window.fill(group, label, &typed),
    }
}

/// Pastes the list of schools as a spreadsheet gives it, and reads it back in the grid.
fn schools(window: &mut Window, case: &Case) {
    let rows = case.schools();
    let block: Vec<String> = rows.iter().map(|cells| cells.join("\t")).collect();
    window.titled("Écoles");
    window.at_title();
    window.copied_elsewhere(&block.join("\n"));
    window.chord(Key::Control, 'v');
    for row in &rows {
        window.says("//*[@role='grid']//td", &row[0]);
        window.says("//*[@role='grid']//td", &row[4]);
    }
    window.says("//*[@role='grid']", "6 clés justes sur 6");
    window.shot("3-ecoles");
}

/// Makes the documents into the folder of the dialog, and waits until the window says that they are made.
fn documents(window: &mut Window) {
    window.says("//nav//a[@aria-current]", "Documents");
    window.says("//nav", "rien ne bloque");
    window.button("Éditer les");
    window.says("//main//*[@role='status']", "documents édités");
    window.shot("7-documents");
}

/// Every value is read in the file it is printed in; the convention is there twice, each copy named.
fn read_the_paper(case: &Case, folder: &Path) {
    let files = paper::files(folder);
    let to_sign: Vec<_> = files
        .iter()
        .filter(|file| {
            file.to_string_lossy()
                .ends_with("-convention-exemplaires.pdf")
        })
        .collect();
    assert_eq!(
        to_sign.len(),
        1,
        "one file to print and sign among {files:?}"
    );
    let convention = paper::bare(&paper::text(to_sign[0]));
    let boxes = paper::bare(&paper::boxes(to_sign[0]));
    let all: String = files.iter().map(|file| paper::text(file)).collect();
    let all = paper::bare(&all);
    let asks = [PARTIES, CONTACTS, CONVENTION, ACT].into_iter().flatten();
    let mut missing: Vec<String> = asks
        .map(|ask| case.on_paper(ask))
        .chain(case.deduced())
        .filter(|read| {
            let text = match read.place {
                Where::Convention => &convention,
                Where::Boxes => &boxes,
                Where::Act => &all,
            };
            !text.contains(&paper::bare(&read.words))
        })
        .map(|read| read.words)
        .collect();
    for [name, _, _, address, uai] in case.schools() {
        missing.extend(
            [name, address, uai]
                .into_iter()
                .filter(|value| !convention.contains(&paper::bare(value))),
        );
    }
    for copy in ["Exemplaire 1/2", "Exemplaire 2/2"] {
        assert!(
            convention.contains(&paper::bare(copy)),
            "{copy} is not on paper"
        );
    }
    assert!(missing.is_empty(), "not on paper: {missing:#?}");
    paper::keep_for_judges(&files);
}

#[test]
#[ignore = "needs a window: cargo xtask journey"]
fn killed_while_typing() {
    let place = Place::new();
    let mut window = place.open();
    begin(&mut window);
    window.titled("Parties et signataires");
    window.fill("La commune", "Nom de la collectivité", "Fontenay-aux-Roses");
    window.go("Convention", "Convention");
    window.fill("Le dossier", "Nom du dossier", NAME);
    saved(&window);
    window.go("Écoles", "Écoles");
    window.button("Écrire à la main");
    window.says("//*[@role='grid']", "1");
    window.type_in_cell("École des Tilleuls");
    for _ in 0..4 {
        window.key(Key::Tab);
    }
    window.type_in_cell("09216");
    saved(&window);
    kill(&place.at("donnees"));
    drop(window);

    let mut window = place.open();
    window.click(&format!(r#"//main//table//a[normalize-space()="{NAME}"]"#));
    window.titled("Parties et signataires");
    assert_eq!(
        window.value("La commune", "Nom de la collectivité"),
        "Fontenay-aux-Roses"
    );
    window.go("Écoles", "Écoles");
    window.says("//*[@role='grid']//td", "École des Tilleuls");
    window.says("//*[@role='grid']//td", "09216");
    window.shot("9-apres-coupure");
}

/// Waits until the window says that all that is typed is kept.
fn saved(window: &Window) {
    window.rest(SAID_BY_THEN);
    window.says(SAVED, "Enregistré à");
}

/// Kills the program that holds this data folder, without a word: what a power cut does.
fn kill(data: &Path) {
    let program = std::env::var("CONVENT_WINDOW").expect("CONVENT_WINDOW");
    let data = data.to_string_lossy();
    let is_ours = |pid: &u32| {
        let line = std::fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
        let words: Vec<_> = line
            .split(|byte| *byte == 0)
            .map(String::from_utf8_lossy)
            .collect();
        words.first().is_some_and(|word| *word == program) && words.contains(&data)
    };
    let processes = std::fs::read_dir("/proc").expect("/proc");
    let ids = processes.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
    let ours: Vec<u32> = ids.filter(is_ours).collect();
    assert_eq!(ours.len(), 1, "one window holds these data: {ours:?}");
    let killed = std::process::Command::new("kill")
        .args(["-KILL", &ours[0].to_string()])
        .status();
    assert!(killed.expect("kill").success());
    gone(ours[0]);
}

/// Waits until no thread of a killed process is left: until then the system keeps its lock on the data.
fn gone(process: u32) {
    let threads = format!("/proc/{process}/task");
    let alive = |thread: std::fs::DirEntry| {
        let stat = std::fs::read_to_string(thread.path().join("stat")).unwrap_or_default();
        !(stat.is_empty() || stat.contains(") Z") || stat.contains(") X"))
    };
    let any = || {
        let threads = std::fs::read_dir(&threads);
        threads.is_ok_and(|threads| threads.flatten().any(alive))
    };
    for _ in 0..100 {
        if !any() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    panic!("the process {process} was killed and is still there");
}
