//! The filters of the register of a session: names and pouvoirs as they were typed, read out as a sentence.

use super::{Empty, is_blank};
use domain::french::{Proxy, list, names, proxies};
use domain::values::Email;
use minijinja::Environment;
use minijinja::value::Value;

/// Gives them to an environment.
pub(super) fn add_all(environment: &mut Environment<'static>) {
    environment.add_filter("enumeration", |value: Value| of_names(&value));
    environment.add_filter("pouvoirs", |value: Value| of_proxies(&value));
    environment.add_filter("compte_noms", |value: Value| {
        names(&value.to_string()).len()
    });
    environment.add_filter("compte_pouvoirs", |value: Value| {
        let all = proxies(&value.to_string());
        all.iter().filter(|proxy| proxy.to.is_some()).count()
    });
    environment.add_filter("courriels", |value: Value| addresses(&value.to_string()));
}

/// Whether a text names addresses that read, and nothing else.
fn addresses(typed: &str) -> bool {
    let named = names(typed);
    !named.is_empty() && named.iter().all(|address| address.parse::<Email>().is_ok())
}

/// « M. Durand, Mme Abadie et M. Hamon ».
fn of_names(value: &Value) -> Value {
    if is_blank(value) {
        return value.clone();
    }
    said(&names(&value.to_string()))
}

/// « Mme Adam (pouvoir à Mme Abadie) et M. Blin (pouvoir à M. Bertin) ».
fn of_proxies(value: &Value) -> Value {
    if is_blank(value) {
        return value.clone();
    }
    let said_of = |proxy: Proxy| match proxy.to {
        Some(to) => format!("{} (pouvoir à {to})", proxy.from),
        None => proxy.from,
    };
    let all: Vec<String> = proxies(&value.to_string())
        .into_iter()
        .map(said_of)
        .collect();
    said(&all)
}

/// Nothing but blanks and commas is nothing.
fn said(words: &[String]) -> Value {
    if words.is_empty() {
        Empty::value()
    } else {
        Value::from(list(words))
    }
}
