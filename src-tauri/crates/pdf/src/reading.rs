//! What is asked of a PDF that comes from elsewhere: how many pages it has. It is read, never changed.

use lopdf::{Document, LoadOptions};

/// A stream that inflates beyond this is a trap, not a page.
const LONGEST_STREAM: usize = 64 << 20;

/// The pages of a PDF; none when the bytes are no PDF that reads.
pub fn page_count(bytes: &[u8]) -> Option<u32> {
    let options = LoadOptions {
        max_decompressed_size: Some(LONGEST_STREAM),
        ..LoadOptions::default()
    };
    let document = Document::load_mem_with_options(bytes, options).ok()?;
    u32::try_from(document.get_pages().len())
        .ok()
        .filter(|pages| *pages > 0)
}

#[test]
fn what_is_no_pdf_has_no_pages() {
    assert_eq!(page_count(b""), None);
    assert_eq!(page_count(b"%PDF-1.7\nnothing"), None);
}
