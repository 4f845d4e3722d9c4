//! The French grammar that acts need: numbers in letters, gender of titles, articles before names, plurals, lists.
//! It knows words, not schools nor conventions.

mod agreement;
mod amount;
mod articles;
mod numbers;
mod titles;
mod register;

pub use agreement::{Gender, counted, kinds_counted, list, plural};
pub use amount::amount_in_letters;
pub use articles::{is_elided, with_a, with_de, with_le};
pub use numbers::{Ordinal, number_words, ordinal_words};
pub use titles::{TitleReading, read_title, wrong_article};
pub use register::{Proxy, names, proxies};
