//! New identities: UUIDv7, so that two laptops never make the same one and ids sort by the moment they were made.

use crate::Stamp;
use domain::record::Id;
use uuid::{Timestamp, Uuid};

/// A new id, made at this moment.
pub fn new_id(now: Stamp) -> Id {
    loop {
        // The text of a UUID is always an id; the loop says so without a way to fail.
        if let Some(id) = Id::new(&uuid(now).hyphenated().to_string()) {
            return id;
        }
    }
}

fn uuid(now: Stamp) -> Uuid {
    let millis = u64::try_from(now.millis()).unwrap_or(0);
    let nanos = u32::try_from(millis % 1_000).unwrap_or(0) * 1_000_000;
    Uuid::new_v7(Timestamp::from_unix_time(millis / 1_000, nanos, 0, 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn ids_differ_and_say_their_moment() {
        let made: BTreeSet<Id> = (0..1_000)
            .map(|_| new_id(Stamp::of(1_795_505_999_007)))
            .collect();
        assert_eq!(made.len(), 1_000);
        assert!(
            made.iter()
                .all(|id| id.as_str().len() == 36 && id.as_str().as_bytes()[14] == b'7')
        );
        assert!(new_id(Stamp::of(1_000)) < new_id(Stamp::of(2_000)));
    }
}
