//! Which paths an expression may use: the dossier's fields, the modèle's questions, what is computed, and
//! the names of loops. Every path of a modèle is resolved here when it is loaded.

use crate::declared::Template;
use crate::expr::Expr;
use crate::misprint::{MisprintKind, Report};
use crate::pieces::OF_PIECE;
use crate::source::Each;
use crate::values::{
    LISTS, OF_ACADEMY, OF_CHANGE, OF_COLLECTIVITY, OF_CONTACT, OF_CONTACT_CHANGE, OF_DIFFERENCE,
    OF_FEES, OF_PARTY, OF_PRIVACY, OF_SCHOOL, OF_SCHOOL_CHANGE, OF_TERM, OF_YEAR,
};
use domain::dossier::{ANSWERS, Contact, Dossier, EnrolledSchool, Signatory};
use domain::record::{Holds, RecordShape, Shaped};

/// What a name of a loop stands for.
#[derive(Clone, Copy, Debug)]
enum Local {
    /// An item of a list of the dossier.
    Item(&'static RecordShape, &'static [&'static str]),
    /// Something that has these values, and is no record of the dossier.
    Made(&'static [&'static str]),
    /// A plain value.
    Leaf,
}

/// What a path leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Leads {
    /// To a value.
    Value,
    /// To a list.
    List,
    /// To a group of fields.
    Group,
    /// Nowhere.
    Nowhere,
}

/// The names that may be used at some place of a text.
#[derive(Clone)]
pub(crate) struct Names<'a> {
    template: &'a Template,
    locals: Vec<(String, Local)>,
}

impl<'a> Names<'a> {
    /// The names outside any loop.
    pub(crate) fn of(template: &'a Template) -> Self {
        Self {
            template,
            locals: Vec::new(),
        }
    }

    /// The names of a text: that of a letter to each school knows the one that it is written to.
    pub(crate) fn of_text(template: &'a Template, file: &str) -> Self {
        let is_letter = (template.documents.iter())
            .any(|document| document.per_school && document.file == file);
        let names = Self::of(template);
        if is_letter {
            names.with("ecole", Local::Item(EnrolledSchool::SHAPE, OF_SCHOOL))
        } else {
            names
        }
    }

    /// The names inside a loop; none when its list is none.
    pub(crate) fn inside(&self, each: &Each) -> Option<Self> {
        let local = match each.list.split('.').collect::<Vec<_>>().as_slice() {
            ["parties"] => Local::Item(Signatory::SHAPE, OF_PARTY),
            ["parties", key, "membres"] if self.has_party(key) => {
                Local::Item(Signatory::SHAPE, OF_PARTY)
            }
            ["participation", "previsions"] if self.template.fees.is_some() => Local::Made(OF_YEAR),
            ["pieces"] => Local::Made(OF_PIECE),
            ["avant", ..] => return self.inside_earlier(each),
            ["changements"] => Local::Made(OF_CHANGE),
            ["ecoles_ajoutees" | "ecoles_retirees"] => Local::Item(list("ecoles")?, OF_SCHOOL),
            ["ecoles_modifiees"] => Local::Made(OF_SCHOOL_CHANGE),
            ["contacts_changes"] => Local::Made(OF_CONTACT_CHANGE),
            ["differences"] => Local::Made(OF_DIFFERENCE),
            ["rgpd"] => Local::Made(OF_PRIVACY),
            ["contacts"] => Local::Item(list("contacts")?, OF_CONTACT),
            ["ecoles"] => Local::Item(list("ecoles")?, OF_SCHOOL),
            [key] => Local::Item(list(key)?, &[]),
            _ => return None,
        };
        Some(self.with(&each.name, local).with("rang", Local::Leaf))
    }

    /// The names inside a loop over a list of the dossier that is followed.
    fn inside_earlier(&self, each: &Each) -> Option<Self> {
        let list = each.list.strip_prefix("avant.")?;
        let is_its = !list.starts_with("avant") && !LISTS.contains(&list);
        let each = Each {
            list: list.to_owned(),
            ..each.clone()
        };
        self.inside(&each).filter(|_| is_its)
    }

    /// The names inside a block that is repeated for each party.
    pub(crate) fn of_party(&self) -> Self {
        self.with("partie", Local::Item(Signatory::SHAPE, OF_PARTY))
            .with("rang", Local::Leaf)
    }

    fn with(&self, name: &str, local: Local) -> Self {
        let mut names = self.clone();
        names.locals.push((name.to_owned(), local));
        names
    }

    /// Says every path of an expression that leads to no value.
    pub(crate) fn check(&self, expr: &Expr, report: &mut Report) {
        for path in expr.paths() {
            match self.leads(path) {
                Leads::Nowhere => report.add(expr.line(), MisprintKind::UnknownField(path.clone())),
                Leads::Group => report.add(expr.line(), MisprintKind::NotAField(path.clone())),
                Leads::Value | Leads::List => {}
            }
        }
    }

    /// Where a dotted path leads.
    pub(crate) fn leads(&self, path: &str) -> Leads {
        let keys: Vec<&str> = path.split('.').collect();
        let Some((first, rest)) = keys.split_first() else {
            return Leads::Nowhere;
        };
        if let Some((_, local)) = self.locals.iter().rev().find(|(name, _)| name == first) {
            return match local {
                Local::Made(keys) => among(keys, rest),
                Local::Leaf if rest.is_empty() => Leads::Value,
                Local::Leaf => Leads::Nowhere,
                Local::Item(shape, more) => in_record(shape, more, rest),
            };
        }
        match (*first, rest) {
            ("exemplaires" | "parties_signataires", []) => Leads::Value,
            ("pieces" | "rgpd", []) => Leads::List,
            (list, []) if LISTS.contains(&list) => Leads::List,
            ("avant", []) => Leads::Group,
            ("avant", ["avant", ..]) => Leads::Nowhere,
            ("avant", rest) => Names::of(self.template).leads(&rest.join(".")),
            ("annexe_modifiee", [key]) if self.has_annexe(key) => Leads::Value,
            ("pieces_exemplaires" | "pieces_pages", []) => Leads::Value,
            ("modele", rest) => among(OF_MODEL, rest),
            ("etablissement", rest) => in_record(EnrolledSchool::SHAPE, OF_SCHOOL, rest),
            ("porteur" | "etat", rest) => in_record(Signatory::SHAPE, OF_PARTY, rest),
            ("referent", rest) => in_record(Contact::SHAPE, OF_CONTACT, rest),
            ("duree", rest) => among(OF_TERM, rest),
            ("membre", rest) => in_record(Signatory::SHAPE, OF_PARTY, rest),
            ("participation", ["previsions"]) if self.template.fees.is_some() => Leads::List,
            ("participation", rest) if self.template.fees.is_some() => among(OF_FEES, rest),
            ("document", ["cle" | "edition"]) => Leads::Value,
            (ANSWERS, [key]) if self.template.question(key).is_some() => Leads::Value,
            ("parties", [key, "membres"]) if self.template.party(key).is_some() => Leads::List,
            ("parties", [key, rest @ ..]) if self.template.party(key).is_some() => {
                in_record(Signatory::SHAPE, OF_PARTY, rest)
            }
            ("contacts", [key, rest @ ..]) if self.has_role(key) => {
                in_record(Contact::SHAPE, OF_CONTACT, rest)
            }
            (ANSWERS | "parties" | "contacts" | "document", []) => Leads::Group,
            (ANSWERS | "parties" | "contacts" | "document", _) => Leads::Nowhere,
            ("academie", [key]) if OF_ACADEMY.contains(key) => Leads::Value,
            ("collectivite", [key]) if OF_COLLECTIVITY.contains(key) => Leads::Value,
            _ => in_record(Dossier::shape(), &[], &keys),
        }
    }

    /// Whether the modèle has a party of this key.
    pub(crate) fn has_party(&self, key: &str) -> bool {
        self.template.party(key).is_some()
    }

    fn has_annexe(&self, key: &str) -> bool {
        self.template.annexes.iter().any(|annexe| annexe.key == key)
    }

    fn has_role(&self, key: &str) -> bool {
        self.template.roles.iter().any(|role| role.key == key)
    }
}

/// What a text may say of its own modèle.
const OF_MODEL: &[&str] = &["titre", "source", "annee_scolaire", "autre_annee", "fin"];

/// Where keys lead among plain values.
fn among(known: &[&str], keys: &[&str]) -> Leads {
    match keys {
        [] => Leads::Group,
        [key] if known.contains(key) => Leads::Value,
        _ => Leads::Nowhere,
    }
}

/// The shape of the items of a list of the dossier.
fn list(key: &str) -> Option<&'static RecordShape> {
    let field = Dossier::shape()
        .fields
        .iter()
        .find(|field| field.key == key)?;
    match field.holds {
        Holds::List(shape) => Some(shape),
        _ => None,
    }
}

/// Where keys lead below a record; `more` are its computed values.
fn in_record(shape: &'static RecordShape, more: &[&str], keys: &[&str]) -> Leads {
    let Some((first, rest)) = keys.split_first() else {
        return Leads::Group;
    };
    if rest.is_empty() && more.contains(first) {
        return Leads::Value;
    }
    let Some(field) = shape.fields.iter().find(|field| field.key == *first) else {
        return Leads::Nowhere;
    };
    match field.holds {
        Holds::Leaf(_) if rest.is_empty() => Leads::Value,
        Holds::List(_) if rest.is_empty() => Leads::List,
        Holds::Record(below) => in_record(below, &[], rest),
        _ => Leads::Nowhere,
    }
}
