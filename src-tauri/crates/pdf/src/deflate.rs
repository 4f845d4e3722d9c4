//! Streams packed (ISO 32000-1, 7.4.4), by one packer for each thread: its tables are large, and used again.

use libdeflater::{CompressionLvl, Compressor};
use std::cell::RefCell;

/// The fastest: level 6 saves seven bytes in a hundred and costs a twentieth of all the work, level 9 much more.
const LEVEL: i32 = 1;

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
