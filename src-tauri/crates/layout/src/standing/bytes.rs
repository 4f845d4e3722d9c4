//! Numbers, texts and lists as bytes. A number takes seven bits a byte, the low ones first. Knows nothing of what they say.

/// Bytes of a number of fixed width.
pub const WIDE: usize = 4;

/// What is left to read. Everything is `None` at the end of the bytes, and on bytes that nobody wrote.
pub struct Reader<'a>(pub &'a [u8]);

impl<'a> Reader<'a> {
    /// A number of fixed width.
    pub fn wide(&mut self) -> Option<u32> {
        let (number, rest) = self.0.split_at_checked(WIDE)?;
        self.0 = rest;
        Some(u32::from_le_bytes(number.try_into().ok()?))
    }

    /// Bytes preceded by their length.
    pub fn text(&mut self) -> Option<&'a [u8]> {
        let length = self.count()?;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(text)
    }

    /// A text that may be absent.
    pub fn perhaps(&mut self) -> Option<Option<String>> {
        let mut texts = self.list(|it| String::from_utf8(it.text()?.to_vec()).ok())?;
        Some(texts.pop())
    }

    pub fn list<T>(&mut self, mut one: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.count()?;
        // Each takes a byte at least: a false count asks for no more memory than there are bytes.
        let mut list = Vec::with_capacity(count.min(self.0.len()));
        for _ in 0..count {
            list.push(one(self)?);
        }
        Some(list)
    }

    pub fn count(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    /// A number that may be below zero: its sign is its lowest bit.
    pub fn signed(&mut self) -> Option<i32> {
        let number = self.number()?;
        let size = (number >> 1).cast_signed();
        Some(if number & 1 > 0 { !size } else { size })
    }

    pub fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for (rank, byte) in self.0.iter().take(5).enumerate() {
            number |= u32::from(byte & 0x7f).checked_shl(7 * rank as u32)?;
            if byte & 0x80 == 0 {
                self.0 = &self.0[rank + 1..];
                return Some(number);
            }
        }
        None
    }
}

/// What is written so far.
#[derive(Default)]
pub struct Writer(pub Vec<u8>);

impl Writer {
    /// A number of fixed width.
    pub fn wide(&mut self, number: u32) {
        self.0.extend(number.to_le_bytes());
    }

    /// Bytes preceded by their length.
    pub fn text(&mut self, text: &[u8]) {
        self.count(text.len());
        self.0.extend(text);
    }

    pub fn perhaps(&mut self, text: Option<&str>) {
        self.list(text.as_slice(), |it, text| it.text(text.as_bytes()));
    }

    pub fn list<T>(&mut self, list: &[T], mut one: impl FnMut(&mut Self, &T)) {
        self.count(list.len());
        for item in list {
            one(self, item);
        }
    }

    /// No list of a page comes near what a number holds.
    pub fn count(&mut self, count: usize) {
        self.number(u32::try_from(count).unwrap_or(u32::MAX));
    }

    pub fn signed(&mut self, number: i32) {
        let size = if number < 0 { !number } else { number };
        self.number(size.cast_unsigned() << 1 | u32::from(number < 0));
    }

    pub fn number(&mut self, mut number: u32) {
        while number > 0x7f {
            self.0.push((number & 0x7f) as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }
}

#[test]
fn numbers_come_back() {
    for number in [0, 1, -1, 63, -64, 64, 8191, -8192, i32::MAX, i32::MIN] {
        let mut writer = Writer::default();
        writer.signed(number);
        let mut reader = Reader(&writer.0);
        assert_eq!((reader.signed(), reader.0.len()), (Some(number), 0));
        for short in 0..writer.0.len() {
            assert_eq!(Reader(&writer.0[..short]).signed(), None);
        }
    }
    assert_eq!(Reader(&[0xff; 9]).number(), None);
}
