//! The dossier and the modèle, as the names of an expression: `collectivite.nom`, `parties.commune.titre`, `rang`.

use super::items::Items;
use super::model::Model;
use super::reads::{Read, Recorder, State};
use super::sequel::{self, Followed};
use super::{computed, leaf, money, term, units};
use crate::declared::{Fees, PartyDecl, PrivacyDecl, Question, RoleDecl, Split, Template, Term};
use crate::pieces::Piece;
use crate::sequel::Compared;
use domain::dossier::{ANSWERS, Dossier};
use domain::record::{Holds, Id, Path, RecordShape};
use minijinja::value::{Object, Value};
use std::sync::Arc;

/// The document being filled.
#[derive(Clone, Debug, Default)]
pub(crate) struct DocumentFacts {
    pub(crate) key: String,
    pub(crate) edition: u32,
    pub(crate) pieces: Vec<Piece>,
    /// What it changes in the text of the convention that its dossier follows.
    pub(crate) compared: Compared,
    /// Whether those who sign for a party are those of the day of the vote.
    pub(crate) of_session: bool,
    /// Whether it is written to each school, and the one it is written to: the first of the list when it is not said.
    pub(crate) per_school: bool,
    pub(crate) school: Option<Id>,
}

/// All that expressions may read.
#[derive(Debug)]
pub(crate) struct Facts {
    pub(crate) dossier: Dossier,
    pub(crate) parties: Vec<PartyDecl>,
    pub(crate) questions: Vec<Question>,
    pub(crate) originals: u32,
    pub(crate) signing: u32,
    pub(crate) fees: Option<Fees>,
    pub(crate) split: Split,
    pub(crate) model: Model,
    pub(crate) annexes: Vec<String>,
    pub(crate) term: Term,
    pub(crate) addressees: Vec<String>,
    pub(crate) roles: Vec<RoleDecl>,
    pub(crate) privacy: Vec<PrivacyDecl>,
    pub(crate) document: DocumentFacts,
    pub(crate) recorder: Recorder,
    pub(crate) followed: Followed,
}

impl Facts {
    /// What a dossier gives to a document of a modèle: its parties are those whose condition holds.
    pub(crate) fn of(template: &Template, dossier: &Dossier, document: DocumentFacts) -> Arc<Self> {
        let mut facts = Self::alone(template, dossier, document);
        facts.followed = Followed::of(template, dossier, &facts);
        Arc::new(facts)
    }

    /// The same, without what it follows.
    pub(super) fn alone(template: &Template, dossier: &Dossier, document: DocumentFacts) -> Self {
        let parties = template.parties_of(dossier).into_iter().cloned();
        Self {
            originals: template.proposed_originals(dossier),
            signing: template.signing_parties(dossier),
            document,
            ..Self::all(template, dossier, parties.collect())
        }
    }

    /// What conditions of parties read: the dossier and the answers, with every party of the modèle.
    pub(crate) fn bare(template: &Template, dossier: &Dossier) -> Arc<Self> {
        Arc::new(Self::all(template, dossier, template.parties.clone()))
    }

    fn all(template: &Template, dossier: &Dossier, parties: Vec<PartyDecl>) -> Self {
        Self {
            dossier: dossier.clone(),
            parties,
            questions: template.questions.clone(),
            originals: 0,
            signing: 0,
            fees: template.fees.clone(),
            split: template.split,
            model: Model::of(template),
            annexes: template.annexes.iter().map(|it| it.key.clone()).collect(),
            term: template.term.clone(),
            addressees: template.originals.addressees.clone(),
            roles: template.roles.clone(),
            privacy: template.privacy.clone(),
            document: DocumentFacts::default(),
            recorder: Recorder::default(),
            followed: Followed::default(),
        }
    }

    /// Reads a field and notes it; what no item holds yet is empty.
    pub(super) fn read(&self, path: &Path, label: &str, must: bool) -> Value {
        let by_hand = self.dossier.is_by_hand(path);
        let found = match self.dossier.leaf(path) {
            Some(leaf) => leaf::found(path.as_str(), label, leaf, by_hand, must),
            None => leaf::absent(path.as_str(), label, by_hand, must),
        };
        self.recorder.note(found.read);
        found.value
    }

    /// What its pieces have, all together.
    fn sum(&self, of: impl Fn(&Piece) -> u32) -> Value {
        Value::from(self.document.pieces.iter().map(of).sum::<u32>())
    }

    /// Notes that the schools were counted.
    pub(super) fn note_schools(&self) {
        let path = Path::new("ecoles");
        let label = Dossier::shape()
            .fields
            .iter()
            .find(|field| field.key == "ecoles");
        self.note_list(&path, label.map_or("", |field| field.label));
    }

    /// Notes that a list was read; one without item is empty, like a field.
    fn note_list(&self, path: &Path, label: &str) {
        let is_empty = self.dossier.ids(path.as_str()).is_empty();
        let state = if is_empty {
            State::Empty {
                by_hand: false,
                must: false,
            }
        } else {
            State::Full
        };
        self.recorder.note(Read {
            label: label.to_owned(),
            state,
            ..Read::full(path.as_str())
        });
    }

    /// Whether a field holds a value that reads.
    pub(super) fn is_full(&self, path: &Path) -> bool {
        self.dossier
            .leaf(path)
            .is_some_and(|leaf| !leaf.is_empty() && leaf.why().is_none())
    }

    fn answer(&self, key: &str) -> Option<Value> {
        let question = self.questions.iter().find(|question| question.key == key)?;
        let path = Path::new(ANSWERS).join(key);
        let by_hand = question.by_hand || self.dossier.is_by_hand(&path);
        let found = leaf::answered(path.as_str(), question, &self.dossier.typed(&path), by_hand);
        self.recorder.note(found.read);
        Some(found.value)
    }

    /// How many originals are made: what was chosen, else what the modèle proposes.
    pub(crate) fn originals(&self) -> u32 {
        let chosen = self
            .dossier
            .sheet
            .convention
            .originals
            .value()
            .map(|count| count.get());
        chosen.filter(|count| *count > 0).unwrap_or(self.originals)
    }

    fn noted_originals(&self) -> Value {
        self.recorder.note(Read {
            state: State::Full,
            ..Read::full("convention/exemplaires")
        });
        Value::from(self.originals())
    }
}

/// The names an expression may use: those of loops, then the dossier's.
#[derive(Clone, Debug)]
pub(crate) struct Scope {
    pub(crate) facts: Arc<Facts>,
    locals: Vec<(String, Value)>,
}

impl Scope {
    /// A scope without loop.
    pub(crate) fn of(facts: &Arc<Facts>) -> Self {
        Self {
            facts: Arc::clone(facts),
            locals: Vec::new(),
        }
    }

    /// The scope of one turn of a loop: its item and its rank.
    pub(crate) fn turn(&self, name: &str, item: Value, rank: usize) -> Self {
        let mut scope = self.clone();
        scope.locals.push((name.to_owned(), item));
        scope.locals.push(("rang".to_owned(), Value::from(rank)));
        scope
    }

    /// It, as expressions take it.
    pub(crate) fn value(&self) -> Value {
        Value::from_object(self.clone())
    }

    /// The items of a list, in order.
    pub(crate) fn items(&self, list: &str) -> Vec<Value> {
        match list.split('.').collect::<Vec<_>>().as_slice() {
            ["pieces"] => {
                return self
                    .facts
                    .document
                    .pieces
                    .iter()
                    .map(Piece::value)
                    .collect();
            }
            ["rgpd"] => return self.facts.privacy.iter().map(PrivacyDecl::value).collect(),
            ["parties"] => return computed::parties(&self.facts),
            ["parties", key, "membres"] => return computed::signatories(&self.facts, key),
            ["participation", "previsions"] => return money::years(&self.facts),
            ["avant", ..] => {
                let before = self.facts.followed.before.as_ref();
                let list = list.trim_start_matches("avant.");
                return before.map_or_else(Vec::new, |facts| Self::of(facts).items(list));
            }
            [one] if sequel::LISTS.contains(one) => return sequel::items(&self.facts, one),
            _ => {}
        }
        let shape = Dossier::shape()
            .fields
            .iter()
            .find(|field| field.key == list)
            .map(|field| field.holds);
        match shape {
            Some(Holds::List(shape)) => Items {
                facts: Arc::clone(&self.facts),
                list: list.to_owned(),
                shape,
            }
            .all(),
            _ => Vec::new(),
        }
    }

    /// The parties that a declared one stands for: itself, or each of its members.
    pub(crate) fn parties_of(&self, key: &str) -> Vec<Value> {
        computed::parties_of(&self.facts, key)
    }

    /// Who signs for one of those parties, of this rank: several for a State of several services.
    pub(crate) fn signing_for(&self, key: &str, rank: usize) -> Vec<Value> {
        computed::signing_for(&self.facts, key, rank)
    }
}

impl Object for Scope {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let key = key.as_str()?;
        if let Some((_, value)) = self.locals.iter().rev().find(|(name, _)| name == key) {
            return Some(value.clone());
        }
        let facts = &self.facts;
        match key {
            RECORDER => Some(Value::from_object(Readings(Arc::clone(facts)))),
            ANSWERS => Some(Value::from_object(Answers(Arc::clone(facts)))),
            "exemplaires" => Some(facts.noted_originals()),
            "document" => Some(Value::from_pairs([
                ("cle", Value::from(facts.document.key.as_str())),
                ("edition", Value::from(facts.document.edition)),
            ])),
            "parties" | "contacts" => Some(computed::keyed(facts, key)),
            "participation" => Some(money::participation(facts)),
            "etablissement" => Some(units::school(facts)),
            "membre" => Some(units::member(facts)),
            "porteur" | "etat" => computed::named(facts, key),
            "referent" => Some(computed::referent(facts)),
            "duree" => Some(term::term(facts)),
            "ecole" if facts.document.per_school => Some(units::addressed(facts)),
            "modele" => Some(facts.model.value(&facts.dossier)),
            "pieces" | "rgpd" => Some(Value::from(self.items(key))),
            "avant" => Some(sequel::earlier(facts)),
            "annexe_modifiee" => Some(sequel::annexes(facts)),
            key if sequel::LISTS.contains(&key) => Some(Value::from(self.items(key))),
            "pieces_exemplaires" => Some(facts.sum(|piece| piece.copies)),
            "pieces_pages" => Some(facts.sum(Piece::pages)),
            "parties_signataires" => Some(Value::from(facts.signing)),
            _ => Node {
                facts: Arc::clone(facts),
                at: Path::new(""),
                shape: Dossier::shape(),
                sort: Sort::Plain,
            }
            .get(key),
        }
    }
}

/// The name under which filters find the readings; no expression can spell it.
pub(crate) const RECORDER: &str = " lectures";

/// The readings of the expression under way, for the filters.
#[derive(Debug)]
pub(crate) struct Readings(pub(crate) Arc<Facts>);

impl Object for Readings {}

/// `champs`.
#[derive(Debug)]
struct Answers(Arc<Facts>);

impl Object for Answers {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.0.answer(key.as_str()?)
    }
}

/// What a record is, beyond its fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// Nothing more.
    Plain,
    /// The signatory of the party of this rank.
    Party(usize),
    /// A contact.
    Contact,
    /// A school, with its head.
    School,
}

/// A record of the dossier.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) facts: Arc<Facts>,
    pub(super) at: Path,
    pub(super) shape: &'static RecordShape,
    pub(super) sort: Sort,
}

impl Node {
    /// What stands under a key: a computed value, a field, a record, a list.
    pub(super) fn get(&self, key: &str) -> Option<Value> {
        computed::value(self, key).or_else(|| self.field(key))
    }

    /// A field, a record or a list as declared.
    pub(super) fn field(&self, key: &str) -> Option<Value> {
        let field = self.shape.fields.iter().find(|field| field.key == key)?;
        let at = self.at.join(key);
        Some(match field.holds {
            Holds::Leaf(_) => self.facts.read(&at, field.label, self.must(key)),
            Holds::Record(shape) => Value::from_object(Self {
                facts: Arc::clone(&self.facts),
                at,
                shape,
                sort: Sort::Plain,
            }),
            Holds::List(shape) => {
                self.facts.note_list(&at, field.label);
                Value::from_object(Items {
                    facts: Arc::clone(&self.facts),
                    list: key.to_owned(),
                    shape,
                })
            }
        })
    }

    /// Whether no sentence may leave the field blank: the name of who signs, unless the modèle lets it.
    fn must(&self, key: &str) -> bool {
        let Sort::Party(rank) = self.sort else {
            return false;
        };
        matches!(key, "prenom" | "nom" | "chef_prenom" | "chef_nom")
            && self
                .facts
                .parties
                .get(rank)
                .is_some_and(|party| !party.name_optional)
    }
}

impl Object for Node {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.get(key.as_str()?)
    }
}
