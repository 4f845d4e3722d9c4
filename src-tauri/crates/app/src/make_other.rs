//! What is made and is no page: a message with its files, a workbook.

use crate::make::{From, Made, Order, document, file_name, make};
use crate::{Problem, Workshop};
use delivery::Mail;
use template::{DocumentKey, Edition, Message};

/// The tables of a document as a workbook.
pub(crate) fn workbook(order: &Order<'_>, edition: Edition) -> Result<Made, Problem> {
    let document = document(order, edition)?;
    let bytes = delivery::xlsx(&document, order.now.date()).map_err(Problem::Delivery)?;
    Ok(made(order, bytes))
}

/// A message that carries the files of its pieces, made as it is made: for good, or as drafts.
pub(crate) fn mail(
    workshop: &Workshop,
    order: &Order<'_>,
    edition: Edition,
    pieces: &[DocumentKey],
) -> Result<Made, Problem> {
    let message = message(order, edition)?;
    let mut files = Vec::new();
    for key in pieces {
        let piece = Order {
            key,
            separate: false,
            ..*order
        };
        files.extend(make(workshop, &piece)?);
    }
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|file| (file.name.as_str(), file.bytes.as_slice()))
        .collect();
    let mail = Mail {
        to: &message.to,
        copies: &message.copies,
        subject: &message.subject,
        text: &message.text,
        files: &files,
    };
    let bytes = delivery::eml(&mail, order.now).map_err(Problem::Delivery)?;
    Ok(made(order, bytes))
}

fn message(order: &Order<'_>, edition: Edition) -> Result<Message, Problem> {
    match order.from {
        From::Ready(ready) => template::message(order.template, ready, order.key, edition),
        From::Draft(dossier) => {
            template::draft_message(order.template, dossier, order.key, edition)
        }
    }
    .map_err(Problem::Fill)
}

fn made(order: &Order<'_>, bytes: Vec<u8>) -> Made {
    Made {
        key: order.key.to_owned(),
        name: file_name(order.dossier, order.template, order.key, order.unit, None),
        bytes,
        pages: 0,
        originals: 1,
    }
}
