//! Writes JSON for people: two spaces a level, one member a line, keys in the order given. It knows no dossier.

/// A JSON text being written.
#[derive(Default)]
pub(crate) struct Json {
    text: String,
    depth: usize,
    /// Whether the next member or item is the first of its level.
    fresh: bool,
}

impl Json {
    /// A text of one record.
    pub(crate) fn record(write: impl FnOnce(&mut Self)) -> String {
        let mut json = Self {
            fresh: true,
            ..Self::default()
        };
        json.level('{', '}', write);
        json.text.push('\n');
        json.text
    }

    /// A member: its key, then a value that `write` writes.
    pub(crate) fn member(&mut self, key: &str, write: impl FnOnce(&mut Self)) {
        self.next();
        self.put_text(key);
        self.text.push_str(": ");
        write(self);
    }

    /// A member that is a text.
    pub(crate) fn text_member(&mut self, key: &str, text: &str) {
        self.member(key, |json| json.put_text(text));
    }

    /// A member that is a record.
    pub(crate) fn record_member(&mut self, key: &str, write: impl FnOnce(&mut Self)) {
        self.member(key, |json| json.level('{', '}', write));
    }

    /// A member that is a list.
    pub(crate) fn list_member(&mut self, key: &str, write: impl FnOnce(&mut Self)) {
        self.member(key, |json| json.level('[', ']', write));
    }

    /// An item that is a record.
    pub(crate) fn record_item(&mut self, write: impl FnOnce(&mut Self)) {
        self.next();
        self.level('{', '}', write);
    }

    /// An item that is a text.
    pub(crate) fn text_item(&mut self, text: &str) {
        self.next();
        self.put_text(text);
    }

    /// A number, where a value stands.
    pub(crate) fn put_number(&mut self, number: u64) {
        self.text.push_str(&number.to_string());
    }

    /// A member that is `false`.
    pub(crate) fn member_false(&mut self, key: &str) {
        self.member(key, |json| json.text.push_str("false"));
    }

    /// A text between quotes, where a value stands.
    pub(crate) fn put_text(&mut self, text: &str) {
        self.text
            .push_str(&serde_json::Value::from(text).to_string());
    }

    fn level(&mut self, open: char, close: char, write: impl FnOnce(&mut Self)) {
        self.text.push(open);
        self.depth += 1;
        self.fresh = true;
        write(self);
        self.depth -= 1;
        if !self.fresh {
            self.line();
        }
        self.text.push(close);
        self.fresh = false;
    }

    fn next(&mut self) {
        if !std::mem::take(&mut self.fresh) {
            self.text.push(',');
        }
        self.line();
    }

    fn line(&mut self) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n("  ", self.depth));
    }
}
