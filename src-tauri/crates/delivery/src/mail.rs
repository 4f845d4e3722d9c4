//! A message as a file that the system's mail program opens as a draft (`X-Unsent: 1`).
//!
//! The same message gives the same bytes: boundary and identifier come from what it holds, the date from outside.

use crate::DeliveryError;
use chrono::NaiveDateTime;
use mail_builder::MessageBuilder;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::raw::Raw;
use mail_builder::mime::MimePart;
use sha2::{Digest, Sha256};

/// A message to be sent by a person.
#[derive(Clone, Debug, Default)]
pub struct Mail<'a> {
    /// Addresses.
    pub to: &'a [String],
    /// Addresses that receive a copy.
    pub copies: &'a [String],
    /// What it is about.
    pub subject: &'a str,
    /// Its text.
    pub text: &'a str,
    /// The files it carries: name, bytes.
    pub files: &'a [(&'a str, &'a [u8])],
}

/// Writes a message, dated `now` (taken as universal time). It names no sender: the mail program does.
///
/// # Errors
/// An address holds what no address holds.
pub fn eml(mail: &Mail<'_>, now: NaiveDateTime) -> Result<Vec<u8>, DeliveryError> {
    let addresses = mail.to.iter().chain(mail.copies);
    if let Some(address) = addresses.into_iter().find(|address| !is_address(address)) {
        return Err(DeliveryError::Address {
            address: address.clone(),
        });
    }
    let seal = seal(mail);
    let mut message = MessageBuilder::new()
        .date(now.and_utc().timestamp())
        .message_id(format!("{seal}@convent.invalid"))
        .header("X-Unsent", Raw::new("1"))
        .subject(mail.subject);
    if !mail.to.is_empty() {
        message = message.to(list(mail.to));
    }
    if !mail.copies.is_empty() {
        message = message.cc(list(mail.copies));
    }
    message
        .body(body(mail, &seal))
        .write_to_vec()
        .map_err(|source| DeliveryError::File {
            name: mail.subject.to_owned(),
            source,
        })
}

fn body<'a>(mail: &Mail<'a>, seal: &str) -> MimePart<'a> {
    let mut parts = vec![MimePart::new("text/plain", mail.text)];
    parts.extend(
        mail.files
            .iter()
            .map(|(name, bytes)| MimePart::new(media(name), *bytes).attachment(*name)),
    );
    let mixed =
        ContentType::new("multipart/mixed").attribute("boundary", format!("_convent_{seal}"));
    MimePart::new(mixed, parts)
}

fn list(addresses: &[String]) -> Vec<&str> {
    addresses.iter().map(String::as_str).collect()
}

/// What a mail program needs to know of a file to open it.
fn media(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("pdf") => "application/pdf",
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}

/// One @ between words without blank nor bracket: a line feed here would write another header.
fn is_address(address: &str) -> bool {
    let sound = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|sign| sign.is_ascii_graphic() && !matches!(sign, '<' | '>' | ',' | ';' | '@'))
    };
    address
        .split_once('@')
        .is_some_and(|(before, after)| sound(before) && sound(after))
}

/// What tells this message from another.
fn seal(mail: &Mail<'_>) -> String {
    let mut hash = Sha256::new();
    for word in mail.to.iter().chain(mail.copies) {
        hash.update(format!("{}\n{word}\n", word.len()));
    }
    for word in [mail.subject, mail.text] {
        hash.update(format!("{}\n{word}\n", word.len()));
    }
    for (name, bytes) in mail.files {
        hash.update(format!("{name}\n{}\n", bytes.len()));
        hash.update(bytes);
    }
    let bytes = hash.finalize();
    bytes
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn now() -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2026, 11, 22)
            .and_then(|day| day.and_hms_opt(9, 30, 0))
            .unwrap()
    }

    fn written(to: &[String], copies: &[String], files: &[(&str, &[u8])]) -> Vec<u8> {
        let mail = Mail {
            to,
            copies,
            subject: "Convention ENT : écoles de L’Haÿ",
            text: "Madame l’Inspectrice,\n\nVoici les annexes.\n.\nFrom ici",
            files,
        };
        eml(&mail, now()).unwrap()
    }

    fn header(mail: &mailparse::ParsedMail<'_>, name: &str) -> Option<String> {
        use mailparse::MailHeaderMap;
        mail.headers.get_first_value(name)
    }

    /// Read by a library that knows nothing of the one that writes.
    #[test]
    fn another_reader_finds_exactly_what_was_put() {
        let pdf: Vec<u8> = (0..=255u8).cycle().take(5_000).collect();
        let files: &[(&str, &[u8])] = &[
            ("2026-001-annexes.pdf", &pdf),
            ("2026-001-ecoles-uai.xlsx", b"PK"),
        ];
        let to = ["ien@exemple.fr".to_owned()];
        let copies = ["a@exemple.fr".to_owned(), "b@exemple.fr".to_owned()];
        let bytes = written(&to, &copies, files);
        let mail = mailparse::parse_mail(&bytes).unwrap();
        assert_eq!(header(&mail, "X-Unsent").as_deref(), Some("1"));
        assert_eq!(
            header(&mail, "Subject").as_deref(),
            Some("Convention ENT : écoles de L’Haÿ")
        );
        assert_eq!(header(&mail, "From"), None);
        let addresses = |name: &str| {
            let list = mailparse::addrparse(&header(&mail, name).unwrap()).unwrap();
            let address = |one: &mailparse::MailAddr| match one {
                mailparse::MailAddr::Single(one) => one.addr.clone(),
                mailparse::MailAddr::Group(group) => panic!("a group: {group:?}"),
            };
            list.iter().map(address).collect::<Vec<_>>()
        };
        assert_eq!(addresses("To"), ["ien@exemple.fr"]);
        assert_eq!(addresses("Cc"), ["a@exemple.fr", "b@exemple.fr"]);
        assert_eq!(mail.subparts.len(), 3);
        let text = mail.subparts[0].get_body().unwrap().replace("\r\n", "\n");
        assert_eq!(
            text.trim_end(),
            "Madame l’Inspectrice,\n\nVoici les annexes.\n.\nFrom ici"
        );
        for (part, (name, bytes)) in mail.subparts[1..].iter().zip(files) {
            let disposition = part.get_content_disposition();
            assert_eq!(
                disposition.params.get("filename").map(String::as_str),
                Some(*name)
            );
            assert_eq!(part.get_body_raw().unwrap(), *bytes, "{name}");
        }
        assert_eq!(mail.subparts[1].ctype.mimetype, "application/pdf");
    }

    #[test]
    fn the_same_message_gives_the_same_bytes_and_another_does_not() {
        let one = ["ien@exemple.fr".to_owned()];
        assert_eq!(written(&one, &[], &[]), written(&one, &[], &[]));
        assert_ne!(written(&one, &[], &[]), written(&[], &one, &[]));
    }

    #[test]
    fn no_address_writes_a_header() {
        for bad in [
            "a@b.fr\r\nBcc: x@y.fr",
            "a b@c.fr",
            "<a@b.fr>",
            "a",
            "@b.fr",
            "a@b@c",
        ] {
            let mail = Mail {
                to: &[bad.to_owned()],
                ..Mail::default()
            };
            let refused = eml(&mail, now());
            assert!(
                matches!(refused, Err(DeliveryError::Address { .. })),
                "{bad:?}"
            );
        }
    }

    #[test]
    fn a_message_without_recipient_is_still_a_draft() {
        let bytes = written(&[], &[], &[]);
        let mail = mailparse::parse_mail(&bytes).unwrap();
        assert_eq!(header(&mail, "To"), None);
    }
}
