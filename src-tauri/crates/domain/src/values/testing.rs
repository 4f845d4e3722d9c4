//! What the tests of the values share: reading a text and comparing what comes out.

use crate::entry::{Entry, Leaf, Value};
use std::fmt::{Debug, Display};
use std::str::FromStr;

/// The text reads as the value of this spelling, and this spelling reads as itself; or it fails for this reason.
#[track_caller]
pub(crate) fn check<T>(typed: &str, expected: Result<&str, T::Err>)
where
    T: FromStr + Display + Value,
    T::Err: Debug + PartialEq,
{
    let read = typed.parse::<T>().map(|value| value.to_string());
    assert_eq!(read, expected.map(str::to_owned), "reading {typed:?}");
    if let Ok(spelling) = read {
        assert_eq!(
            Entry::<T>::of(&spelling).typed(),
            spelling,
            "reading {spelling:?} again"
        );
    }
}
