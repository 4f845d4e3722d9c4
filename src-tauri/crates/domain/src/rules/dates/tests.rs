//! Dates in order, and each way they can be out of it.

use super::*;
use crate::rules::testing::{check as told, dossier};

const SESSION: (&str, &str) = ("deliberation/seance", "12/12/2022");
const RECEIVED: (&str, &str) = ("deliberation/recue_le", "21/12/2022");
const PUBLISHED: (&str, &str) = ("deliberation/publiee_le", "22/12/2022");

fn on(date: &str) -> Date {
    date.parse().unwrap()
}

/// What is said on 1 March 2023.
#[track_caller]
fn march(fields: &[(&str, &str)], expected: &[&str]) {
    told(|dossier| check(dossier, on("1/3/2023")), fields, expected);
}

#[test]
fn dates_in_order_raise_nothing() {
    march(
        &[
            ("deliberation/convocation", "6/12/2022"),
            SESSION,
            RECEIVED,
            PUBLISHED,
            ("convention/date", "5/1/2023"),
            ("signataires/maire/fonction", "maire"),
            ("signataires/maire/depuis", "4/7/2020"),
            ("signataires/maire/signe_le", "5/1/2023"),
            ("annee_scolaire", "2022-2023"),
        ],
        &[],
    );
}

#[test]
fn the_seed_is_dated_before_the_vote() {
    let fields = [
        SESSION,
        RECEIVED,
        PUBLISHED,
        ("convention/date", "30 novembre 2021"),
    ];
    march(
        &fields,
        &["à vérifier signature-avant-vote convention/date"],
    );
    let fault = &check(&dossier(&fields), on("1/3/2023"))[0].fault;
    let expected = Fault::DateOrder {
        first: Moment::Session,
        first_on: on("12/12/2022"),
        next: Moment::Printed,
        next_on: on("30/11/2021"),
        days: 377,
    };
    assert_eq!(*fault, expected);
}

#[test]
fn the_act_follows_its_course() {
    march(
        &[
            ("deliberation/convocation", "12/12/2022"),
            SESSION,
            RECEIVED,
            PUBLISHED,
        ],
        &["à vérifier convocation-et-seance deliberation/convocation"],
    );
    march(
        &[
            SESSION,
            ("deliberation/recue_le", "11/12/2022"),
            ("deliberation/publiee_le", "10/12/2022"),
        ],
        &[
            "à vérifier transmission-avant-seance deliberation/recue_le",
            "à vérifier publication-avant-seance deliberation/publiee_le",
        ],
    );
    march(
        &[SESSION, ("deliberation/recue_le", "12/12/2022"), PUBLISHED],
        &[],
    );
}

#[test]
fn the_mayor_signs_once_the_act_is_executory() {
    let signed = |function, day| {
        [
            SESSION,
            RECEIVED,
            PUBLISHED,
            ("signataires/s1/fonction", function),
            ("signataires/s1/signe_le", day),
        ]
    };
    march(&signed("maire", "22/12/2022"), &[]);
    march(
        &signed("maire", "21/12/2022"),
        &["à vérifier signature-avant-executoire signataires/s1/signe_le"],
    );
    march(
        &signed("adjoint", "1/12/2022"),
        &["à vérifier signature-avant-vote signataires/s1/signe_le"],
    );
    // The délibération authorises the mayor, not the recteur.
    march(&signed("recteur", "1/12/2022"), &[]);
}

#[test]
fn who_signs_is_in_office() {
    let mandate = |since, until| {
        [
            ("signataires/s1/depuis", since),
            ("signataires/s1/jusqu_au", until),
            ("signataires/s1/signe_le", "5/1/2023"),
        ]
    };
    march(&mandate("4/7/2020", ""), &[]);
    march(&mandate("4/7/2020", "5/1/2023"), &[]);
    march(
        &mandate("6/1/2023", ""),
        &["à vérifier signature-avant-mandat signataires/s1/depuis"],
    );
    march(
        &mandate("", "4/1/2023"),
        &["à vérifier signature-apres-mandat signataires/s1/jusqu_au"],
    );
    march(
        &mandate("4/7/2020", "3/7/2020"),
        &["à vérifier dates-mandat signataires/s1/jusqu_au"],
    );
}

#[test]
fn of_two_mayors_the_one_in_office_signs() {
    let fields = |date| {
        [
            ("signataires/ancien/partie", "commune"),
            ("signataires/ancien/depuis", "4/7/2020"),
            ("signataires/ancien/jusqu_au", "14/12/2022"),
            ("signataires/nouvelle/partie", "commune"),
            ("signataires/nouvelle/depuis", "15/12/2022"),
            ("convention/date", date),
        ]
    };
    let signs = |date| {
        let dossier = dossier(&fields(date));
        dossier
            .signatory("commune")
            .map(|(id, _)| id.as_str().to_owned())
    };
    assert_eq!(signs("14/12/2022").as_deref(), Some("ancien"));
    assert_eq!(signs("5/1/2023").as_deref(), Some("nouvelle"));
    assert_eq!(signs("").as_deref(), Some("nouvelle"));
    march(&fields("14/12/2022"), &[]);
    march(&fields("5/1/2023"), &[]);
    // Before both, neither is in office.
    march(
        &fields("1/1/2020"),
        &[
            "à vérifier signature-avant-mandat signataires/ancien/depuis",
            "à vérifier signature-avant-mandat signataires/nouvelle/depuis",
        ],
    );
}

#[test]
fn a_member_signs_after_its_own_act() {
    let member = |voted, signed| {
        [
            SESSION,
            RECEIVED,
            PUBLISHED,
            ("signataires/s1/fonction", "president"),
            ("signataires/s1/organisme", "département du Bas-Rhin"),
            ("signataires/s1/acte_date", voted),
            ("signataires/s1/signe_le", signed),
        ]
    };
    march(&member("18/11/2022", "25/11/2022"), &[]);
    march(&member("", "25/11/2022"), &[]);
    let early = ["à vérifier signature-avant-vote signataires/s1/signe_le"];
    march(&member("18/11/2022", "17/11/2022"), &early);
}

#[test]
fn texts_of_others_come_before_the_vote_and_the_signature() {
    march(
        &[
            SESSION,
            RECEIVED,
            PUBLISHED,
            ("convention/texte_fourni/recu_le", "13/12/2022"),
            ("convention/accepte_le", "6/1/2023"),
            ("convention/date", "5/1/2023"),
        ],
        &[
            "à vérifier texte-recu-apres-vote convention/texte_fourni/recu_le",
            "à vérifier texte-accepte-apres-signature convention/accepte_le",
        ],
    );
    march(
        &[
            SESSION,
            RECEIVED,
            PUBLISHED,
            ("convention/texte_fourni/recu_le", "12/12/2022"),
            ("convention/accepte_le", "5/1/2023"),
            ("convention/date", "5/1/2023"),
        ],
        &[],
    );
}

#[test]
fn a_session_is_on_a_working_day_and_not_at_night() {
    let at = |day, hour| {
        [
            ("deliberation/seance", day),
            ("deliberation/heure", hour),
            ("annee_scolaire", "2026-2027"),
        ]
    };
    march(&at("14/12/2026", "19:30"), &[]);
    march(
        &at("13/12/2026", ""),
        &["conseil seance-jour-chome deliberation/seance"],
    );
    march(
        &at("11/11/2026", "8:00"),
        &["conseil seance-jour-chome deliberation/seance"],
    );
    march(
        &at("14/12/2026", "7:30"),
        &["conseil heure-de-seance deliberation/heure"],
    );
}

#[test]
fn a_school_year_far_ahead_is_seen() {
    let year = |year| {
        [
            ("deliberation/seance", "14/12/2026"),
            ("annee_scolaire", year),
        ]
    };
    march(&year("2027-2028"), &[]);
    march(
        &year("2062-2063"),
        &["à vérifier annee-scolaire-lointaine annee_scolaire"],
    );
}

#[test]
fn nothing_is_recorded_before_it_happens() {
    march(
        &[
            ("deliberation/seance", "10/3/2023"),
            ("deliberation/pour", "35"),
            ("deliberation/recue_le", "11/3/2023"),
            ("signataires/s1/signe_le", "12/3/2023"),
        ],
        &[
            "conseil date-a-venir deliberation/seance",
            "à vérifier date-a-venir deliberation/recue_le",
            "à vérifier date-a-venir signataires/s1/signe_le",
        ],
    );
    march(&[("deliberation/seance", "10/3/2023")], &[]);
}

#[test]
fn an_older_school_year_is_seen() {
    let year = |year| [SESSION, RECEIVED, PUBLISHED, ("annee_scolaire", year)];
    march(&year("2022-2023"), &[]);
    march(&year("2023-2024"), &[]);
    march(
        &year("2021-2022"),
        &["à vérifier annee-scolaire-passee annee_scolaire"],
    );
}

#[test]
fn executory_is_the_later_of_two_days() {
    let of = |fields: &[(&str, &str)]| executory(&dossier(fields).sheet.act);
    assert_eq!(of(&[RECEIVED, PUBLISHED]), Some(on("22/12/2022")));
    assert_eq!(
        of(&[RECEIVED, ("deliberation/publiee_le", "20/12/2022")]),
        Some(on("21/12/2022"))
    );
    assert_eq!(of(&[RECEIVED]), None);
    march(
        &[SESSION],
        &["conseil acte-non-executoire deliberation/recue_le"],
    );
    march(
        &[SESSION, RECEIVED],
        &["conseil acte-non-executoire deliberation/publiee_le"],
    );
    march(&[SESSION, ("collectivite/type", "association")], &[]);
}

#[test]
fn what_is_left_to_the_stamp_is_a_choice() {
    let mut stamped = dossier(&[SESSION]);
    stamped.by_hand.push(path("deliberation/recue_le"));
    assert!(check(&stamped, on("1/3/2023")).is_empty());
}
