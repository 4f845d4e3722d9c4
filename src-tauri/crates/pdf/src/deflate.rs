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
    static PACKER: RefCell<Packer> = RefCell::new(Packer {
        compressor: Compressor::new(CompressionLvl::new(LEVEL).unwrap_or_default()),
        room: Vec::new(),
    });
}

/// A stream, packed; none when it cannot be.
pub fn packed(content: &[u8]) -> Option<Vec<u8>> {
    PACKER.with_borrow_mut(|Packer { compressor, room }| {
        let most = compressor.zlib_compress_bound(content.len());
        room.resize(room.len().max(most), 0);
        let length = compressor.zlib_compress(content, room).ok()?;
        Some(room.get(..length)?.to_vec())
    })
}

/// A stream packed as small as can be, at leisure.
pub fn packed_small(content: &[u8]) -> Option<Vec<u8>> {
    let mut compressor = Compressor::new(CompressionLvl::best());
    let mut packed = vec![0; compressor.zlib_compress_bound(content.len())];
    let length = compressor.zlib_compress(content, &mut packed).ok()?;
    packed.truncate(length);
    Some(packed)
}
