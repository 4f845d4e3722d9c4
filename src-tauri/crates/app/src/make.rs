//! From a filled dossier to the bytes of its PDFs: fill, typeset, write. No file is touched here.

use crate::bound::bound;
use crate::made::{Made, about, file_name, online_name};
use crate::make_order::{From, Order, document};
use crate::online::Masks;
use crate::{Problem, Workshop, count_pieces, fr, make_other};
use domain::dossier::EnrolledSchool;
use domain::entry::Leaf as _;
use domain::record::{Item, Path};
use layout::Pages;
use pdf::{About, Originals};
use template::{DocumentKey, Edition, Form, Template};

/// Makes a document's file, or one for each original.
///
/// # Errors
/// The document is unknown or cannot be filled or written; a sign has no glyph.
pub fn make(workshop: &Workshop, order: &Order<'_>) -> Result<Vec<Made>, Problem> {
    let pieces = pieces(order)?;
    let today = crate::today(order.now)?;
    let of = (order.template, order.dossier);
    let edition = count_pieces::edition(workshop, of, order.key, order.edition, &pieces, today)?;
    let form = order.template.document(order.key).map(|it| it.form);
    let per_school = (order.template.document(order.key)).is_some_and(|it| it.per_school);
    match form {
        _ if per_school => letters(workshop, order, &edition),
        Some(Form::Mail) => {
            let files = carried(workshop, order, &pieces)?;
            Ok(vec![make_other::mail(order, edition, &files)?])
        }
        Some(Form::Workbook) => Ok(vec![make_other::workbook(order, edition)?]),
        _ => make_pages(workshop, order, edition),
    }
}

/// The documents that go with the one asked for.
fn pieces(order: &Order<'_>) -> Result<Vec<DocumentKey>, Problem> {
    let has_some = order
        .template
        .document(order.key)
        .is_some_and(|declared| !declared.pieces.is_empty());
    if !has_some {
        return Ok(Vec::new());
    }
    Ok(match order.from {
        From::Ready(ready) => ready.pieces(order.key).to_vec(),
        From::Draft(dossier) => template::check(dossier, order.template, crate::today(order.now)?)
            .pieces(order.key)
            .to_vec(),
    })
}

/// The files that a message carries, made as it is made: for good, or as drafts.
fn carried(
    workshop: &Workshop,
    order: &Order<'_>,
    pieces: &[DocumentKey],
) -> Result<Vec<Made>, Problem> {
    let mut files = Vec::new();
    for key in pieces {
        let piece = Order {
            key,
            separate: false,
            editable: false,
            ..*order
        };
        files.extend(make(workshop, &piece)?);
    }
    Ok(files)
}

fn make_pages(
    workshop: &Workshop,
    order: &Order<'_>,
    edition: Edition,
) -> Result<Vec<Made>, Problem> {
    let mut document = document(order, edition)?;
    if order.online {
        Masks::of(order.dossier).mask(&mut document);
    }
    let pages = workshop.typeset(&document);
    let originals = document.originals.len();
    // What was filled makes room for the file, unless it is made into another one.
    let filled = is_editable(order).then_some(document);
    all_signs(order.template, &pages)?;
    // A logo that came with the dossier's file and cannot be shown is never dropped without a word.
    if let Some(why) = pages.refused {
        return Err(Problem::Logo(why));
    }
    if order.separate && originals > 0 {
        return (0..originals)
            .map(|at| write(workshop, order, &pages, Originals::One(at), Some(at)))
            .collect();
    }
    let mut made = vec![write(workshop, order, &pages, Originals::All, None)?];
    if let Some(document) = filled {
        made.push(make_other::editable(order, &document)?);
    }
    Ok(made)
}

/// Whether a form that can be edited goes with the pages.
fn is_editable(order: &Order<'_>) -> bool {
    let declared = order.template.document(order.key);
    order.editable && declared.is_some_and(|it| it.editable)
}

/// A letter to each school: the pages of all in one file, each with its bookmark, and a file to be edited for each.
/// Without a school there is one, to be completed.
fn letters(
    workshop: &Workshop,
    order: &Order<'_>,
    edition: &Edition,
) -> Result<Vec<Made>, Problem> {
    let schools = &order.dossier.sheet.schools;
    if schools.is_empty() {
        return make_pages(workshop, order, edition.clone());
    }
    let (mut leaves, mut others) = (Vec::new(), Vec::new());
    for school in schools.iter() {
        for made in letter(workshop, order, edition, school)? {
            match made.is_pdf() {
                true => leaves.push((school.value.name.typed(), made)),
                false => others.push(made),
            }
        }
    }
    let named = leaves
        .iter()
        .map(|(name, made): &(String, Made)| (name.as_str(), made));
    let named: Vec<(&str, &Made)> = named.collect();
    let all = bound(
        (order.template, order.dossier),
        order.key,
        order.now,
        &named,
    )?;
    let mut made = vec![Made {
        name: pages_name(order, None),
        originals: 1,
        aside: order.online,
        ..all
    }];
    made.append(&mut others);
    Ok(made)
}

/// The letter to one school; its file to be edited is named after its code.
fn letter(
    workshop: &Workshop,
    order: &Order<'_>,
    edition: &Edition,
    school: &Item<EnrolledSchool>,
) -> Result<Vec<Made>, Problem> {
    let edition = Edition {
        school: Some(school.id.clone()),
        ..edition.clone()
    };
    let code = school.value.uai.typed().to_lowercase();
    let unit = match order.unit {
        "" if code.is_empty() => school.id.as_str(),
        "" => &code,
        unit => unit,
    };
    make_pages(workshop, &Order { unit, ..*order }, edition)
}

/// A sign that the faces lack stops the document: it is never dropped nor drawn as an empty box.
fn all_signs(template: &Template, pages: &Pages) -> Result<(), Problem> {
    if pages.missing.is_empty() {
        return Ok(());
    }
    let label = |field: &String| fr::label(template, &Path::new(field.as_str()));
    let missing = pages
        .missing
        .iter()
        .map(|sign| (sign.sign, sign.fields.iter().map(label).collect()))
        .collect();
    Err(Problem::SignsMissing { missing })
}

fn write(
    workshop: &Workshop,
    order: &Order<'_>,
    pages: &Pages,
    originals: Originals,
    one: Option<usize>,
) -> Result<Made, Problem> {
    let mut about = About {
        originals,
        signature_fields: order.signature_fields && !order.online,
        ..about(order.dossier, order.now)
    };
    if order.online {
        let masks = Masks::of(order.dossier);
        about.author = masks.words(&about.author);
        about.subject = masks.words(&about.subject);
    }
    let copies = if one.is_some() {
        1
    } else {
        pages.furniture.len()
    };
    let bytes = pdf::write(pages, workshop.fonts(), &about).map_err(Problem::Write)?;
    let pages = u32::try_from(pages.pages.len() * copies).unwrap_or(u32::MAX);
    Ok(Made {
        key: order.key.to_owned(),
        name: pages_name(order, one),
        bytes,
        pages,
        originals: u32::try_from(copies).unwrap_or(u32::MAX),
        aside: order.online,
    })
}

/// The name of a document's pages: all originals, or one of them.
fn pages_name(order: &Order<'_>, one: Option<usize>) -> String {
    if order.online {
        online_name(order.dossier, order.key, order.unit)
    } else {
        file_name(order.dossier, order.template, order.key, order.unit, one)
    }
}
