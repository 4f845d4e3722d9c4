//! The JSON Schema of the format, made from the declared shape: what an editor completes and checks.
//!
//! It says types and keys, which decide whether a file is read; what a value must be is told in the
//! descriptions only, for a value that does not read is kept and told by the vérification.

use crate::expected::{described, expected};
use crate::json::Json;
use crate::{VERSION, key};
use domain::dossier::Dossier;
use domain::entry::Kind;
use domain::record::{FieldShape, Holds, RecordShape};

/// The text of the schema (draft 2020-12).
pub fn schema() -> String {
    Json::record(|json| {
        json.text_member("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.text_member("title", "Dossier ConvENT");
        json.text_member(
            "description",
            "Tout ce qu’il faut à une convention ENT\u{a0}: voir README.md.",
        );
        json.text_member("type", "object");
        json.list_member("required", |json| {
            [key::FORMAT, key::TEMPLATE]
                .iter()
                .for_each(|key| json.text_item(key))
        });
        json.member_false("additionalProperties");
        json.record_member("properties", |json| {
            json.record_member(key::FORMAT, put_version);
            json.record_member(key::TEMPLATE, put_template);
            put_fields(json, Dossier::shape());
            json.record_member(key::ANSWERS, put_answers);
            json.record_member(key::BY_HAND, put_by_hand);
            json.record_member(key::BEFORE, put_before);
        });
    })
}

/// A dossier that is followed follows none in its turn.
fn put_before(json: &mut Json) {
    json.text_member("title", "Le dossier suivi");
    json.text_member(
        "description",
        "Le dossier de la convention, tel qu’il a été signé : pour un avenant, une mise à jour d’annexe ou un renouvellement.",
    );
    json.text_member("$ref", "#");
    json.record_member("not", |json| {
        json.list_member("required", |json| json.text_item(key::BEFORE));
    });
}

fn put_version(json: &mut Json) {
    json.text_member("description", "La version du format.");
    json.member("const", |json| json.put_number(VERSION.into()));
}

fn put_template(json: &mut Json) {
    json.text_member("title", "Modèle");
    json.text_member("type", "object");
    json.list_member("required", |json| {
        [key::TEMPLATE_ID, key::TEMPLATE_VERSION]
            .iter()
            .for_each(|key| json.text_item(key));
    });
    json.member_false("additionalProperties");
    json.record_member("properties", |json| {
        json.record_member(key::TEMPLATE_ID, put_id);
        json.record_member(key::TEMPLATE_VERSION, |json| {
            json.text_member("type", "integer");
            json.member("minimum", |json| json.put_number(1));
        });
    });
}

fn put_id(json: &mut Json) {
    json.text_member("type", "string");
    json.text_member("pattern", "^[A-Za-z0-9-]{1,36}$");
}

fn put_answers(json: &mut Json) {
    json.text_member("title", "Réponses aux questions du modèle");
    json.text_member("type", "object");
    json.member_false("additionalProperties");
    json.record_member("patternProperties", |json| {
        json.record_member("^[a-z0-9_]{1,60}$", |json| {
            json.text_member("type", "string")
        });
    });
}

fn put_by_hand(json: &mut Json) {
    json.text_member("title", "Champs laissés à compléter à la main");
    json.text_member(
        "description",
        "Des chemins de ce fichier, par exemple «\u{202f}convention/date\u{202f}».",
    );
    json.text_member("type", "array");
    json.record_member("items", |json| json.text_member("type", "string"));
}

fn put_fields(json: &mut Json, shape: &RecordShape) {
    for field in shape.fields {
        json.record_member(field.key, |json| put_field(json, field));
    }
}

fn put_field(json: &mut Json, field: &FieldShape) {
    json.text_member("title", field.label);
    match field.holds {
        Holds::Leaf(kind) => put_leaf(json, kind, field.help),
        Holds::Record(shape) => put_record(json, shape, false),
        Holds::List(shape) => {
            json.text_member("type", "array");
            json.record_member("items", |json| put_record(json, shape, true));
        }
    }
}

fn put_leaf(json: &mut Json, kind: Kind, help: &str) {
    json.text_member("description", &described(&expected(kind), help));
    json.text_member("type", "string");
    if let Kind::Choice(choices) = kind {
        json.list_member("examples", |json| {
            choices.iter().for_each(|(key, _)| json.text_item(key))
        });
    }
}

fn put_record(json: &mut Json, shape: &RecordShape, is_item: bool) {
    json.text_member("type", "object");
    json.member_false("additionalProperties");
    json.record_member("properties", |json| {
        if is_item {
            json.record_member(key::ITEM_ID, put_id);
        }
        put_fields(json, shape);
    });
}
