//! The French grammar that acts need: numbers in letters, gender of titles, articles before names, plurals, lists.
//! It knows words, not schools nor conventions.

mod agreement;
mod amount;
mod articles;
mod number_reading;
mod numbers;
mod register;
mod titles;

pub use agreement::{Gender, counted, kinds_counted, list, plural};
pub use amount::amount_in_letters;
pub use articles::{is_elided, with_a, with_de, with_le};
pub use number_reading::read_number_words;
pub use numbers::{Ordinal, number_words, ordinal_words};
pub use register::{Proxy, names, proxies};
pub use titles::{TitleReading, capital, read_title, wrong_article};
