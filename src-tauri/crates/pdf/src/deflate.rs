//! Streams packed (ISO 32000-1, 7.4.4), by one packer for each thread: its tables are large, and used again.

use libdeflater::{CompressionLvl, Compressor};
use std::cell::RefCell;

/// Level 9 takes seven times as long and saves three bytes in a hundred.
const LEVEL: i32 = 6;

thread_local! {
    static PACKER: RefCell<Compressor> =
        RefCell::new(Compressor::new(CompressionLvl::new(LEVEL).unwrap_or_default()));
}

/// A stream, packed; none when it cannot be.
pub fn packed(content: &[u8]) -> Option<Vec<u8>> {
    PACKER.with_borrow_mut(|packer| {
        let mut packed = vec![0; packer.zlib_compress_bound(content.len())];
        let length = packer.zlib_compress(content, &mut packed).ok()?;
        packed.truncate(length);
        Some(packed)
    })
}
