//! Who signs for a party: the title that agrees with the person, the body it is of, the name as it is printed.

use super::computed::{full, map};
use super::facts::{Node, Sort};
use super::special::Empty;
use super::units;
use crate::declared::PartyDecl;
use domain::dossier::Dossier;
use domain::dossier::choices::{CollectivityKind, Function};
use domain::french::{Gender, with_de};
use domain::record::Path;
use domain::values::Civility;
use minijinja::value::Value;
use std::sync::Arc;

/// Who signs: the signatory of a party, or the head of a school.
pub(super) struct Person<'a> {
    node: &'a Node,
    rank: Option<usize>,
}

impl<'a> Person<'a> {
    /// Who signs for the party of this rank.
    pub(super) fn of(node: &'a Node, rank: usize) -> Self {
        Self {
            node,
            rank: Some(rank),
        }
    }

    /// The head of a school.
    pub(super) fn head(node: &'a Node) -> Self {
        Self { node, rank: None }
    }

    fn declared(&self) -> Option<&PartyDecl> {
        self.node.facts.parties.get(self.rank?)
    }

    /// A computed value; none when the key is a field as declared.
    pub(super) fn value(&self, key: &str) -> Option<Value> {
        Some(match key {
            "cle" => Value::from(self.declared()?.key.as_str()),
            "rang" => Value::from(self.rank? + 1),
            "role" => Value::from(self.declared()?.role.key()),
            "terme" => Value::from(self.declared()?.term.as_str()),
            "titre" => self.titled(|person, function| function.with_article(person.gender())),
            "qualite" => self.titled(Self::quality),
            "appel" => self.addressed(),
            "fonction_accordee" => {
                self.function(|person, function| function.noun(person.gender()).to_owned())
            }
            "representant" => self.named(|first, name| format!("{first} {name}")),
            "signataire" => self.signature(),
            "organisme_avec_article" if !self.is_head() => self.body_with_article(),
            _ if self.is_head() && self.rank.is_some() => self.of_head(key)?,
            _ => return None,
        })
    }

    /// Two constants of one value need not have one address: the head of a school is told by where the school is.
    fn is_head(&self) -> bool {
        self.node.at.head() == "ecoles"
    }

    /// What a head of school has under the key of a signatory's field; what it never has is empty.
    fn of_head(&self, key: &str) -> Option<Value> {
        match units::head_key(key) {
            Some(key) => self.node.field(key),
            None => Some(Value::from("")),
        }
    }

    fn full(&self, key: &str) -> Option<String> {
        let key = if self.is_head() {
            units::head_key(key)?
        } else {
            key
        };
        full(self.node, key)
    }

    /// Without civility, the masculine.
    fn gender(&self) -> Gender {
        let civility = self
            .full("civilite")
            .and_then(|key| key.parse::<Civility>().ok());
        civility.map_or(Gender::Masculine, Civility::gender)
    }

    fn function(&self, made: impl FnOnce(&Self, Function) -> String) -> Value {
        if self.is_head() {
            return match units::function(self.node) {
                Some(function) => Value::from(made(self, function)),
                None => self.node.field("nature").unwrap_or_else(Empty::value),
            };
        }
        let field = self.node.field("fonction").unwrap_or_else(Empty::value);
        match field.as_str().map(str::parse::<Function>) {
            Some(Ok(function)) => {
                // « maire » is the key of a choice too, whose label begins with a capital.
                let path = self.node.at.join("fonction");
                self.node.facts.recorder.worded(path.as_str());
                Value::from(made(self, function))
            }
            _ => field,
        }
    }

    /// The title as the person wants it printed, else the one made from the function.
    fn titled(&self, made: impl FnOnce(&Self, Function) -> String) -> Value {
        if !self.is_head() && self.node.facts.is_full(&self.node.at.join("titre")) {
            return self.node.field("titre").unwrap_or_else(Empty::value);
        }
        self.function(made)
    }

    /// « Madame la rectrice », as a letter begins; the title as the person wants it printed, when it says so itself.
    /// Empty while the civility is not known.
    fn addressed(&self) -> Value {
        let own = self.titled(|person, function| function.with_article(person.gender()));
        let civility = self
            .full("civilite")
            .and_then(|key| key.parse::<Civility>().ok());
        let (Some(title), Some(civility)) = (own.as_str(), civility) else {
            return Empty::value();
        };
        let word = match civility.gender() {
            Gender::Feminine => "Madame",
            Gender::Masculine => "Monsieur",
        };
        if title.starts_with(word) {
            own
        } else {
            Value::from(format!("{word} {title}"))
        }
    }

    /// « la maire de Fontenay-aux-Roses », « la rectrice de l’académie de Versailles », « le président du conseil
    /// départemental du Bas-Rhin ».
    fn quality(&self, function: Function) -> String {
        let title = function.with_article(self.gender());
        let council = self.council(function);
        let of = self.own_body().or_else(|| self.usual_body(function));
        [Some(title), council, of]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// The body named beside the person, after « de ».
    fn own_body(&self) -> Option<String> {
        let at = &self.node.at;
        let has = |key: &str| !self.is_head() && self.node.facts.is_full(&at.join(key));
        if has("organisme_avec_article") {
            return self.full("organisme_avec_article");
        }
        has("organisme").then(|| self.full("organisme").map(|name| with_de(&name)))?
    }

    fn usual_body(&self, function: Function) -> Option<String> {
        match function {
            Function::Rector => self
                .name_of("academie", "nom_avec_article")
                .map(|name| format!("de l’académie {name}")),
            Function::Dasen => self.name_of("collectivite", "departement_avec_article"),
            Function::RegionRector
            | Function::Ien
            | Function::Principal
            | Function::Headmaster
            | Function::SchoolHead => None,
            _ => self.name_of("collectivite", "nom_avec_article"),
        }
    }

    /// The assembly that a président presides, when the body is a département or a région.
    fn council(&self, function: Function) -> Option<String> {
        if !matches!(function, Function::President | Function::VicePresident) {
            return None;
        }
        let kind = match self.own_kind() {
            Some(kind) => kind,
            None => self.kind_of_collectivity()?,
        };
        let council = match kind {
            CollectivityKind::Department => "du conseil départemental",
            CollectivityKind::Region => "du conseil régional",
            _ => return None,
        };
        Some(council.to_owned())
    }

    fn own_kind(&self) -> Option<CollectivityKind> {
        let at = self.node.at.join("type");
        let is_full = !self.is_head() && self.node.facts.is_full(&at);
        is_full.then(|| self.full("type")?.parse().ok())?
    }

    fn kind_of_collectivity(&self) -> Option<CollectivityKind> {
        let collectivity = &self.node.facts.dossier.sheet.collectivity;
        let is_own = self.own_body().is_some();
        collectivity.kind.value().copied().filter(|_| !is_own)
    }

    fn name_of(&self, record: &str, key: &str) -> Option<String> {
        let facts = &self.node.facts;
        let root = Node {
            facts: Arc::clone(facts),
            at: Path::new(""),
            shape: Dossier::shape(),
            sort: Sort::Plain,
        };
        root.field(record)?
            .get_attr(key)
            .ok()?
            .as_str()
            .map(str::to_owned)
    }

    /// The field, else « de » before the name of the body.
    fn body_with_article(&self) -> Value {
        if self
            .node
            .facts
            .is_full(&self.node.at.join("organisme_avec_article"))
        {
            let field = self.node.field("organisme_avec_article");
            return field.unwrap_or_else(Empty::value);
        }
        map(self.node.field("organisme"), with_de)
    }

    /// « Mme Agnès Delorme »; empty while the name is.
    fn named(&self, made: impl FnOnce(&str, &str) -> String) -> Value {
        let (first, name) = (self.full("prenom"), self.full("nom"));
        let (Some(first), Some(name)) = (first, name) else {
            return Empty::value();
        };
        let name = made(&first, &name);
        match self.full("civilite") {
            Some(civility) => Value::from(format!("{civility} {name}")),
            None => Value::from(name),
        }
    }

    /// « Agnès DELORME »; empty while the name is.
    fn signature(&self) -> Value {
        match (self.full("prenom"), self.full("nom")) {
            (Some(first), Some(name)) => Value::from(format!("{first} {}", name.to_uppercase())),
            _ => Empty::value(),
        }
    }
}
