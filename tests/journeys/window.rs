//! The window as a person works it: labels are read, things are clicked, keys are pressed.
//!
//! It knows the driver and the page's roles and labels; nothing of conventions.

use std::path::Path;
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tokio::runtime::{Builder, Runtime};

/// How long anything on the screen may take before the journey is given up.
const PATIENCE: Duration = Duration::from_secs(20);
/// Between two looks at the screen.
const GLANCE: Duration = Duration::from_millis(50);
/// A town hall's laptop.
const SCREEN: (u32, u32) = (1366, 768);
/// What a person sees of a place in the page is what stands in the middle of the screen.
const TO_THE_MIDDLE: &str = "arguments[0].scrollIntoView({ block: 'center' });";

/// What a journey cost the person.
#[derive(Default)]
pub struct Tally {
    /// Clicks, and keys that are no text (Tab, Ctrl+V).
    pub actions: u32,
    /// Signs typed.
    pub keystrokes: usize,
}

/// The window, open and driven.
pub struct Window {
    runtime: Runtime,
    client: Client,
    /// What was done so far.
    pub tally: Tally,
}

impl Window {
    /// Opens the program on this data folder, on the day of the example; `answers` stands for the system's dialogs.
    pub fn open(data: &Path, answers: &Path) -> Self {
        Self::open_on("2026-11-22", data, answers)
    }

    /// The same, on another day.
    pub fn open_on(day: &str, data: &Path, answers: &Path) -> Self {
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        let client = runtime.block_on(session(day, data, answers));
        let window = Self {
            runtime,
            client,
            tally: Tally::default(),
        };
        window.find("//h1");
        window.look(async |client| client.set_window_rect(0, 0, SCREEN.0, SCREEN.1).await);
        window
    }

    // ── Seeing ────────────────────────────────────────────────────────────

    /// Waits until a title of the first level reads so; spaces of any kind are one.
    pub fn titled(&self, wanted: &str) {
        self.until(&format!("the title « {wanted} »"), |window| {
            window.texts("//h1").iter().any(|text| text == wanted)
        });
    }

    /// Waits until the keyboard stands at the title, where a new screen puts it.
    pub fn at_title(&self) {
        self.until("the keyboard at the title", |window| {
            let script = "return document.activeElement?.tagName;";
            window.look(async |client| client.execute(script, vec![]).await) == json!("H1")
        });
    }

    /// Waits until some element's text holds these words.
    pub fn says(&self, xpath: &str, words: &str) {
        self.until(&format!("« {words} » in {xpath}"), |window| {
            window.texts(xpath).iter().any(|text| text.contains(words))
        });
    }

    /// The texts of all elements there, spaces of any kind made one.
    pub fn texts(&self, xpath: &str) -> Vec<String> {
        let texts = self.runtime.block_on(async {
            let mut texts = Vec::new();
            for element in self.client.find_all(Locator::XPath(xpath)).await? {
                texts.push(plain(&element.text().await?));
            }
            Ok::<_, CmdError>(texts)
        });
        // An element that went while it was read is looked for again by whoever waits.
        texts.unwrap_or_default()
    }

    /// What stands in a field.
    pub fn value(&self, group: &str, label: &str) -> String {
        let control = self.control(group, label);
        let value = self.look(async |_| control.prop("value").await);
        value.unwrap_or_default()
    }

    /// Waits until this is so.
    pub fn until(&self, what: &str, mut is_so: impl FnMut(&Self) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !is_so(self) {
            if Instant::now() > end {
                self.give_up(what);
            }
            self.rest(GLANCE);
        }
    }

    /// Does nothing for a while; the page goes on.
    pub fn rest(&self, time: Duration) {
        self.runtime
            .block_on(async { tokio::time::sleep(time).await });
    }

    /// Keeps a picture of the window under this name, where `CONVENT_SHOTS` says, if it does.
    pub fn shot(&self, name: &str) {
        let Some(folder) = std::env::var_os("CONVENT_SHOTS") else {
            return;
        };
        let image = self.look(async |client| client.screenshot().await);
        std::fs::create_dir_all(&folder).expect("a folder for pictures");
        let file = Path::new(&folder).join(format!("{name}.png"));
        std::fs::write(file, image).expect("a picture");
    }

    // ── Doing ─────────────────────────────────────────────────────────────

    /// Clicks the first thing there, once it is there.
    pub fn click(&mut self, xpath: &str) {
        let element = self.find(xpath);
        self.press_on(&element);
    }

    /// Clicks the button whose words begin so, or whose label for all does.
    pub fn button(&mut self, words: &str) {
        self.click(&format!(
            r#"//button[not(@disabled)][starts-with(normalize-space(), "{words}") or starts-with(@aria-label, "{words}")]"#
        ));
    }

    /// Goes to a rubrique by the list on the left.
    pub fn go(&mut self, title: &str, heading: &str) {
        self.click(&format!(r#"//nav//a[contains(., "{title}")]"#));
        self.titled(heading);
    }

    /// Types in a field that was clicked.
    pub fn fill(&mut self, group: &str, label: &str, text: &str) {
        let control = self.control(group, label);
        self.enter(&control);
        self.write(&control, text);
    }

    /// Types in the field that Tab leads to from the one before.
    pub fn fill_next(&mut self, group: &str, label: &str, text: &str) {
        let control = self.next(group, label);
        self.write(&control, text);
    }

    /// Types over what stands in the field that has the keyboard.
    fn write(&mut self, control: &Element, text: &str) {
        let standing = self.look(async |_| control.prop("value").await);
        if !standing.unwrap_or_default().is_empty() {
            self.chord(Key::Control, 'a');
        }
        self.type_text(text);
        let kept = self.look(async |_| control.prop("value").await);
        assert_eq!(kept.unwrap_or_default(), text, "what was typed is there");
    }

    /// The control of this label, to which Tab has led from the field before.
    fn next(&mut self, group: &str, label: &str) -> Element {
        let control = self.control(group, label);
        self.key(Key::Tab);
        assert!(
            self.has_keyboard(&control),
            "Tab leads to « {label} », {group}"
        );
        control
    }

    fn has_keyboard(&self, control: &Element) -> bool {
        let place = serde_json::to_value(control).expect("an element");
        let script = "return document.activeElement === arguments[0];";
        let there = self.look(async |client| client.execute(script, vec![place.clone()]).await);
        there == json!(true)
    }

    /// Puts the keyboard in a field. What is said of the field before may move this one under the pointer:
    /// one sees where the keyboard is, and clicks again.
    fn enter(&mut self, control: &Element) {
        for _ in 0..3 {
            self.press_on(control);
            if self.has_keyboard(control) {
                return;
            }
        }
        self.give_up("the keyboard in a field that was clicked three times");
    }

    /// Chooses in a list with the mouse: one click opens it, another takes the line of these words.
    pub fn choose(&mut self, group: &str, label: &str, choice: &str) {
        let control = self.control(group, label);
        self.scroll_to(&control);
        self.tally.actions += 2;
        self.look(async |_| control.select_by_label(choice).await);
    }

    /// Chooses in the list that Tab leads to, by the first letters of the words.
    pub fn choose_next(&mut self, group: &str, label: &str, choice: &str, letters: &str) {
        let control = self.next(group, label);
        self.type_text(letters);
        let script = "return arguments[0].selectedOptions[0].text;";
        let place = serde_json::to_value(&control).expect("an element");
        self.until(&format!("« {choice} » in « {label} »"), |window| {
            let chosen =
                window.look(async |client| client.execute(script, vec![place.clone()]).await);
            chosen == json!(choice)
        });
    }

    /// Takes what is offered under a field.
    pub fn take_offer(&mut self, group: &str, label: &str, offered: &str) {
        self.click(&format!(
            r#"{}//label[translate(normalize-space(), "  ", "  ")="{label}"]/ancestor::div[contains(@class, "field")][1]//button[contains(., "{offered}")]"#,
            within(group)
        ));
        let control = self.control(group, label);
        self.until(&format!("« {offered} » in « {label} »"), |window| {
            let value = window.look(async |_| control.prop("value").await);
            value.as_deref() == Some(offered)
        });
    }

    /// Clicks one answer of a question: « oui », « non »; it shows as chosen.
    pub fn answer(&mut self, group: &str, label: &str, answer: &str) {
        let question = format!(
            r#"{}//span[translate(normalize-space(), "  ", "  ")="{label}"]/ancestor::div[contains(@class, "field")][1]//label[translate(normalize-space(), "  ", "  ")="{answer}"]"#,
            within(group)
        );
        self.click(&question);
        let answer = self.find(&format!("{question}//input"));
        self.until(&format!("the answer to « {label} » shows"), |window| {
            window.look(async |_| answer.is_selected().await)
        });
    }

    /// Types where the keyboard stands.
    pub fn type_text(&mut self, text: &str) {
        self.tally.keystrokes += text.chars().count();
        self.look(async |client| client.active_element().await?.send_keys(text).await);
    }

    /// Types in the cell of a table where the keyboard stands: its first sign opens it.
    pub fn type_in_cell(&mut self, text: &str) {
        let first = text.chars().next().map_or(0, char::len_utf8);
        self.type_text(&text[..first]);
        self.find("//td//input");
        self.type_text(&text[first..]);
    }

    /// Chooses in the cell of a table where the keyboard stands, by the first letters of the words.
    pub fn choose_in_cell(&mut self, letters: &str) {
        self.type_text(letters);
        self.find("//td//select");
    }

    /// Puts a block on the system's clipboard, as a spreadsheet does: no part of the journey.
    pub fn copied_elsewhere(&mut self, block: &str) {
        let script = "const from = document.createElement('textarea');
            from.value = arguments[0]; from.id = 'tableur'; document.body.append(from); from.select(); from.focus();";
        self.look(async |client| client.execute(script, vec![json!(block)]).await);
        let before = self.tally.actions;
        self.chord(Key::Control, 'c');
        self.tally.actions = before;
        let script =
            "document.getElementById('tableur').remove(); document.querySelector('h1').focus();";
        self.look(async |client| client.execute(script, vec![]).await);
    }

    /// Pastes what was copied into a page of another program; the HTML that it takes.
    pub fn pasted_here(&mut self) -> String {
        let script = "const page = document.createElement('div'); page.contentEditable = 'true';
            page.id = 'traitement'; document.body.append(page); page.focus();";
        self.look(async |client| client.execute(script, vec![]).await);
        let before = self.tally.actions;
        self.chord(Key::Control, 'v');
        self.tally.actions = before;
        let script = "const page = document.getElementById('traitement'), pasted = page.innerHTML; page.remove();
            document.querySelector('h1').focus(); return pasted;";
        let pasted = self.look(async |client| client.execute(script, vec![]).await);
        pasted.as_str().unwrap_or_default().to_owned()
    }

    /// Makes the window as small as a laptop's seen twice as large.
    pub fn narrow(&self) {
        self.look(async |client| {
            client
                .set_window_rect(0, 0, SCREEN.0 / 2, SCREEN.1 / 2)
                .await
        });
    }

    /// Presses and lets go one key.
    pub fn key(&mut self, key: Key) {
        self.tally.actions += 1;
        let code = char::from(key);
        self.look(async |client| {
            let element = client.active_element().await?;
            element.send_keys(&code.to_string()).await
        });
    }

    /// Presses a key while another is held.
    pub fn chord(&mut self, held: Key, key: char) {
        self.tally.actions += 1;
        let held = char::from(held);
        let actions = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: held })
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key })
            .then(KeyAction::Up { value: held });
        self.look(async |client| client.perform_actions(actions.clone()).await);
    }

    // ── Finding ───────────────────────────────────────────────────────────

    fn find(&self, xpath: &str) -> Element {
        let wait = || async {
            let wait = self.client.wait().at_most(PATIENCE).every(GLANCE);
            wait.for_element(Locator::XPath(xpath)).await
        };
        match self.runtime.block_on(wait()) {
            Ok(element) => element,
            Err(error) => self.give_up(&format!("{xpath} ({error})")),
        }
    }

    /// The control that a label of this group names.
    fn control(&self, group: &str, label: &str) -> Element {
        let place = format!(
            r#"{}//label[translate(normalize-space(), "  ", "  ")="{label}"]"#,
            within(group)
        );
        let named = self.find(&place);
        let id = self.look(async |_| named.attr("for").await);
        self.find(&format!(r#"//*[@id="{}"]"#, id.unwrap_or_default()))
    }

    fn scroll_to(&self, element: &Element) {
        let place = serde_json::to_value(element).expect("an element");
        self.look(async |client| client.execute(TO_THE_MIDDLE, vec![place.clone()]).await);
    }

    fn press_on(&mut self, element: &Element) {
        self.tally.actions += 1;
        self.scroll_to(element);
        self.look(async |_| element.click().await);
    }

    fn look<T>(&self, deed: impl AsyncFnOnce(&Client) -> Result<T, CmdError>) -> T {
        match self.runtime.block_on(deed(&self.client)) {
            Ok(value) => value,
            Err(error) => self.give_up(&format!("{error:?}")),
        }
    }

    /// Ends the journey with what was awaited, and a picture of what was there instead.
    fn give_up(&self, what: &str) -> ! {
        if let (Some(folder), Ok(image)) = (
            std::env::var_os("CONVENT_SHOTS"),
            self.runtime.block_on(self.client.screenshot()),
        ) {
            let _ = std::fs::write(Path::new(&folder).join("journey-stopped.png"), image);
        }
        let said = self.texts("//h1 | //*[@role='alert']");
        panic!("the window did not do this: {what}. It says: {said:?}");
    }
}

impl Drop for Window {
    /// Ends the session whatever became of the window: the driver holds one at a time.
    fn drop(&mut self) {
        // A window that was killed has nobody left to say goodbye to.
        let _ = self.runtime.block_on(self.client.clone().close());
    }
}

async fn session(day: &str, data: &Path, answers: &Path) -> Client {
    let program = std::env::var("CONVENT_WINDOW").expect("CONVENT_WINDOW: the window's program");
    let driver = std::env::var("CONVENT_DRIVER").expect("CONVENT_DRIVER: where the driver listens");
    let args = json!(["--data", data, "--today", day, "--dialog-answers", answers]);
    let options = json!({ "tauri:options": { "application": program, "args": args } });
    let capabilities = options.as_object().cloned().unwrap_or_default();
    let mut builder = ClientBuilder::new(HttpConnector::new());
    builder.capabilities(capabilities);
    builder.connect(&driver).await.expect("the window opens")
}

/// The part of the page under a title of the second level; the whole work when it has none.
fn within(group: &str) -> String {
    match group {
        "" => "//main".to_owned(),
        title => format!(r#"//main//section[.//h2[normalize-space()="{title}"]]"#),
    }
}

/// Spaces of any kind made one.
pub fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
