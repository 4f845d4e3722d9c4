//! What is made and is no page: a message with its files, a workbook, a form to be edited.

use crate::Problem;
use crate::made::{Made, about, file_name, own_kind};
use crate::make_order::{From, Order, document};
use delivery::{Mail, Said};
use document::Document;
use domain::record::Path;
use template::{Edition, Message};

/// The tables of a document as a workbook.
pub(crate) fn workbook(order: &Order<'_>, edition: Edition) -> Result<Made, Problem> {
    let document = document(order, edition)?;
    let bytes = delivery::xlsx(&document, order.now.date()).map_err(Problem::Delivery)?;
    Ok(made(order, bytes))
}

/// A message that carries files.
pub(crate) fn mail(order: &Order<'_>, edition: Edition, files: &[Made]) -> Result<Made, Problem> {
    let message = message(order, edition)?;
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

/// A document in the form that a word processor changes, with the typography of its pages.
pub(crate) fn editable(order: &Order<'_>, document: &Document) -> Result<Made, Problem> {
    let about = about(order.dossier, order.now);
    let said = Said {
        author: about.author,
        subject: about.subject,
        date: about.date,
    };
    let bytes = delivery::docx(&layout::dressed(document), &said).map_err(Problem::Delivery)?;
    let reference = order.dossier.typed(&Path::new("reference"));
    Ok(Made {
        name: delivery::file_name(&reference, &own_kind(order.key, order.unit), "docx"),
        aside: true,
        ..made(order, bytes)
    })
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
        aside: false,
    }
}
