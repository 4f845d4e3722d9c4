//! The texts that come with the program, as `build.rs` found them.

include!(concat!(env!("OUT_DIR"), "/shipped.rs"));
