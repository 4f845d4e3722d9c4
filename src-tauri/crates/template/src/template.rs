//! What one asks of a modèle: its parts by key, its labels, its duration, its fingerprint.

use crate::declared::{
    Copies, DocumentDecl, Form, OriginalsCount, PartyDecl, PartyRole, Question, Signable, Template,
};
use crate::lint;
use crate::misprint::{Misprint, MisprintKind};
use crate::values::{DocumentFacts, Facts, Scope};
use domain::dossier::choices::OriginalsForm;
use domain::dossier::{Dossier, EARLIER, Signatory};
use domain::record::Path;
use domain::values::Date;
use sha2::{Digest, Sha256};

impl Template {
    /// The document of this key.
    pub fn document(&self, key: &str) -> Option<&DocumentDecl> {
        self.documents.iter().find(|document| document.key == key)
    }

    /// Whether a document is among those that are published: an act that the préfecture stamps and what is annexed to
    /// it, or the convention itself. It then has a version to be put online.
    pub fn is_published(&self, key: &str) -> bool {
        self.document(key).is_some_and(|document| {
            let act = document.stamp_zone || document.copies == Copies::Originals;
            act && document.form == Form::Pages
        })
    }

    /// The party of this key.
    pub fn party(&self, key: &str) -> Option<&PartyDecl> {
        self.parties.iter().find(|party| party.key == key)
    }

    /// The question of this key.
    pub fn question(&self, key: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.key == key)
    }

    /// The label and help of the field or question at a path; none when there is no such field.
    pub fn label(&self, path: &Path) -> Option<(&str, &str)> {
        if let Some(earlier) = path.as_str().strip_prefix(EARLIER) {
            let path = Path::new(earlier);
            let field = Dossier::field(&path).map(|field| (field.label, field.help));
            return field.or_else(|| self.answer_label(&path));
        }
        self.answer_label(path)
            .or_else(|| Dossier::field(path).map(|field| (field.label, field.help)))
    }

    fn answer_label(&self, path: &Path) -> Option<(&str, &str)> {
        let is_answer = path.head() == domain::dossier::ANSWERS;
        let question = self.question(path.last()).filter(|_| is_answer)?;
        Some((question.label.as_str(), question.help.as_str()))
    }

    /// SHA-256 of its files, in hexadecimal: their names, lengths and texts in the order of the names.
    /// A published version never changes it.
    pub fn sha256(&self) -> String {
        let mut hash = Sha256::new();
        for (name, text) in &self.files {
            hash.update(format!("{name}\n{}\n{text}", text.len()));
        }
        hash.finalize()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    /// Says every sign of the modèle's own words that the pages cannot print; `has` knows the faces.
    pub fn unprintable(&self, has: impl Fn(char) -> bool) -> Vec<Misprint> {
        let mut misprints: Vec<Misprint> = Vec::new();
        for (file, line, words) in lint::words(self) {
            for sign in words
                .chars()
                .filter(|sign| !sign.is_whitespace() && !has(*sign))
            {
                let misprint = Misprint {
                    file: file.to_owned(),
                    line,
                    what: MisprintKind::NoGlyph(sign),
                };
                if !misprints.contains(&misprint) {
                    misprints.push(misprint);
                }
            }
        }
        misprints
    }

    /// Whether one of its texts prints something of this part of the dossier: `parent`, `deliberation`…
    pub fn prints(&self, head: &str) -> bool {
        lint::prints(self, head)
    }

    /// Whether one of its texts prints this field of the dossier, or what is computed from it.
    pub fn prints_field(&self, field: &str) -> bool {
        lint::prints_field(self, field)
    }

    /// How many originals are proposed: as many as the modèle says; one when the dossier keeps a single paper or
    /// signs a file.
    pub fn proposed_originals(&self, dossier: &Dossier) -> u32 {
        let form = dossier.sheet.convention.originals_form.value();
        if matches!(
            form,
            Some(OriginalsForm::Single | OriginalsForm::Electronic)
        ) {
            return 1;
        }
        match self.originals.count {
            OriginalsCount::Fixed(count) => count,
            OriginalsCount::Single | OriginalsCount::Electronic => 1,
            OriginalsCount::PerParty => self.signing_parties(dossier),
        }
    }

    /// How many parties sign, each member of a party that has several being one.
    pub fn signing_parties(&self, dossier: &Dossier) -> u32 {
        let parties = self.parties_of(dossier).into_iter();
        let signing = parties.filter(|party| party.role == PartyRole::Signatory);
        let count = signing.map(|party| self.members(party, dossier).len());
        u32::try_from(count.sum::<usize>()).unwrap_or(u32::MAX)
    }

    /// The parties that a dossier has: those whose condition holds.
    pub fn parties_of(&self, dossier: &Dossier) -> Vec<&PartyDecl> {
        if self.parties.iter().all(|party| party.exists_if.is_none()) {
            return self.parties.iter().collect();
        }
        let scope = Scope::of(&Facts::bare(self, dossier)).value();
        let exists = |party: &&PartyDecl| {
            let condition = party.exists_if.as_ref();
            condition.is_none_or(|expr| expr.eval(&scope).is_ok_and(|value| value.is_true()))
        };
        self.parties.iter().filter(exists).collect()
    }

    /// The names of the parties that a declared one stands for: its members' bodies, or one empty name.
    pub(crate) fn members(&self, party: &PartyDecl, dossier: &Dossier) -> Vec<String> {
        let is_its = |signatory: &Signatory| {
            let key = signatory.party.value();
            key.is_some_and(|key| key.as_str() == party.key)
        };
        let items = dossier.sheet.signatories.iter();
        let name = |signatory: &Signatory| {
            let body = signatory.body.value();
            body.map(|body| body.as_str().to_owned())
                .unwrap_or_default()
        };
        let members: Vec<String> = items
            .filter(|item| party.many && is_its(&item.value))
            .map(|item| name(&item.value))
            .collect();
        if members.is_empty() {
            vec![String::new()]
        } else {
            members
        }
    }

    /// Why a document may not be signed; none when it may. Where the convention may not, only the documents that say
    /// so may: the délibération, the note.
    pub fn forbids(&self, document: &str) -> Option<&str> {
        let own = self
            .document(document)
            .is_some_and(|declared| declared.may_be_signed);
        match &self.signable {
            Signable::No(reason) if !own => Some(reason),
            _ => None,
        }
    }

    /// The documents that a dossier has: those whose condition holds.
    pub fn documents_of(&self, dossier: &Dossier) -> Vec<&DocumentDecl> {
        if self.documents.iter().all(|it| it.exists_if.is_none()) {
            return self.documents.iter().collect();
        }
        let facts = Facts::of(self, dossier, DocumentFacts::default());
        let scope = Scope::of(&facts).value();
        let exists = |document: &&DocumentDecl| {
            document.is_made_for(dossier.sequel()) && document.exists(&scope)
        };
        self.documents.iter().filter(exists).collect()
    }

    /// How long a dossier's convention lasts; none while its years do not read.
    pub fn duration(&self, dossier: &Dossier) -> Option<domain::rules::term::Duration> {
        crate::values::duration(&Facts::of(self, dossier, DocumentFacts::default()))
    }

    /// The day on which every convention of this modèle ends, when it is fixed.
    pub fn fixed_end(&self) -> Option<Date> {
        self.term.end
    }

    /// The anchor of the article that says the duration; empty for none.
    pub fn duration_article(&self) -> &str {
        &self.term.article
    }
}

impl PartyDecl {
    /// Whether it is the State: one party, however many of its services sign.
    pub fn is_state(&self) -> bool {
        self.bodies.iter().any(|body| body == "etat")
    }

    /// Whether it is the establishment that the convention is made for.
    pub fn is_school(&self) -> bool {
        self.bodies.iter().any(|body| body == "etablissement")
    }
}

impl PartyRole {
    /// Its key in a modèle and in its texts.
    pub fn key(self) -> &'static str {
        match self {
            Self::Signatory => "signataire",
            Self::Support => "soutien",
            Self::Collaboration => "collaboration",
        }
    }
}
