//! Streams packed (ISO 32000-1, 7.4.4), by one packer for each thread: its tables are large, and used again.

use libdeflater::{CompressionLvl, Compressor};
use std::cell::RefCell;

/// The fastest: level 6 saves seven bytes in a hundred and costs a twentieth of all the work, level 9 much more.
const LEVEL: i32 = 1;

/// A packer, and where it works.
struct Packer {
    compressor: Compressor,
    room: Vec<u8>,
}

thread_local! {
    static PACKER: RefCell<Packer> =
        RefCell::new(Packer::new(CompressionLvl::new(LEVEL).unwrap_or_default()));
}

impl Packer {
    fn new(level: CompressionLvl) -> Self {
        Self {
            compressor: Compressor::new(level),
            room: Vec::new(),
        }
    }

    fn packed(&mut self, content: &[u8]) -> Option<Vec<u8>> {
        let most = self.compressor.zlib_compress_bound(content.len());
        self.room.resize(self.room.len().max(most), 0);
        let length = self.compressor.zlib_compress(content, &mut self.room);
        Some(self.room.get(..length.ok()?)?.to_vec())
    }
}

/// A stream, packed; none when it cannot be.
pub fn packed(content: &[u8]) -> Option<Vec<u8>> {
    PACKER.with_borrow_mut(|packer| packer.packed(content))
}

/// A stream packed as small as can be, at leisure.
pub fn packed_small(content: &[u8]) -> Option<Vec<u8>> {
    Packer::new(CompressionLvl::best()).packed(content)
}
