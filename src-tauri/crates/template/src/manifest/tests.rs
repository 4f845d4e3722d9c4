//! What manifest reads and refuses, each with its line.

use super::read;
use crate::misprint::Report;
use expect_test::{Expect, expect};

#[track_caller]
fn check(text: &str, expected: Expect) {
    let mut report = Report::of("modele.toml");
    read(text, &mut report);
    let told: Vec<String> = report.take().iter().map(ToString::to_string).collect();
    expected.assert_eq(&told.join("\n"));
}

#[test]
fn what_is_no_toml_is_told_with_its_line() {
    check(
        "langage = 1\nid = \n",
        expect![
            "modele.toml, ligne 2 : modele.toml ne se lit pas : vérifier le signe « = », les guillemets droits et les crochets"
        ],
    );
}

#[test]
fn another_language_is_not_read() {
    check(
        "langage = 2\n",
        expect![
            "modele.toml, ligne 1 : version de la langue inconnue : ce modèle demande un ConvENT plus récent"
        ],
    );
}

#[test]
fn what_is_missing_is_told_at_once() {
    check(
        "langage = 1\n",
        expect![[r#"
        modele.toml, ligne 1 : il manque « id »
        modele.toml, ligne 1 : il manque « version »
        modele.toml, ligne 1 : il manque « titre »
        modele.toml, ligne 1 : il manque « resume »
        modele.toml, ligne 1 : il manque « academie »
        modele.toml, ligne 1 : il manque « niveau »
        modele.toml, ligne 1 : il manque « redaction »
        modele.toml, ligne 1 : il manque « source »
        modele.toml, ligne 1 : il manque « source_date »
        modele.toml, ligne 1 : il manque « exemple »
        modele.toml, ligne 1 : il manque « signature »
        modele.toml, ligne 1 : il manque « [[parties]] »
        modele.toml, ligne 1 : il manque « [originaux] »
        modele.toml, ligne 1 : il manque « [[documents]] »"#]],
    );
}

#[test]
fn unknown_words_and_wrong_values_have_their_line() {
    check(
        r#"langage = 1
id = "x"
version = "un"
titre = "T"
resume = "R"
academie = "*"
niveau = "3d"
couleur = "bleu"
signature = "interdite"
redaction = "ConvENT"
source = "S"
source_date = "2026-01-01"
exemple = "e"
rubriques = ["parties", "argent"]

[[parties]]
cle = "commune"
role = "témoin"
terme = "la commune"
destination = "destiné à la commune"
fonctions = ["maire", "bailli"]
par_delegation = "oui"

[originaux]
fixe = 2
destinataires = ["commune", "prefet"]

[propositions]
"collectivite.ville" = "X"
"collectivite.maire" = "Y"

[participation]
mode = "par_tete"

[[champs]]
cle = "a"
rubrique = "parties"
label = "A"
type = "entier"
defaut = "douze cents"

[[champs]]
cle = "a"
rubrique = "parties"
label = "A"
type = "choix"
obligatoire_si = "a b"

[[documents]]
cle = "d"
titre = "D"
fichier = "d.md"
phase = "un_jour"
copies = "une"
pied = "{{ a"

[[controles]]
code = "c"
gravite = "grave"
champ = "reference"
message = "M"
"#,
        expect![[r#"
            modele.toml, ligne 3 : « version » : un nombre entier est attendu, sans guillemets
            modele.toml, ligne 7 : « niveau » : attendu : « 1d », « 2d »
            modele.toml, ligne 1 : il manque « raison »
            modele.toml, ligne 14 : « argent » n’est pas déclaré dans modele.toml
            modele.toml, ligne 18 : « role » : attendu : « signataire », « soutien », « collaboration »
            modele.toml, ligne 21 : « bailli » n’est pas déclaré dans modele.toml
            modele.toml, ligne 22 : « par_delegation » : « true » ou « false » est attendu, sans guillemets
            modele.toml, ligne 26 : « prefet » n’est pas déclaré dans modele.toml
            modele.toml, ligne 33 : « mode » : attendu : « gratuit », « par_ecole », « par_eleve », « par_classe », « forfait », « part », « plafond », « degressif »
            modele.toml, ligne 43 : la clé « a » est définie deux fois
            modele.toml, ligne 40 : « defaut » : « douze cents » n’est pas une réponse de ce type
            modele.toml, ligne 42 : il manque « options »
            modele.toml, ligne 47 : l’expression « a b » ne se lit pas
            modele.toml, ligne 55 : double accolade non fermée
            modele.toml, ligne 53 : « phase » : attendu : « avant_vote », « apres_vote », « retour »
            modele.toml, ligne 57 : il manque « condition »
            modele.toml, ligne 59 : « gravite » : attendu : « bloquant », « a_verifier », « conseil »
            modele.toml, ligne 30 : le champ « collectivite.maire » n’existe pas
            modele.toml, ligne 8 : mot inconnu : « couleur »"#]],
    );
}

/// A modèle that says all it must, but for what each test adds.
fn whole(more: &str) -> String {
    format!(
        r#"langage = 1
id = "x"
version = 1
titre = "T"
resume = "R"
academie = "*"
niveau = "1d"
signature = "permise"
redaction = "ConvENT"
source = "S"
source_date = "2026-01-01"
exemple = "e"
rubriques = ["parties"]
[[parties]]
cle = "commune"
role = "signataire"
terme = "la commune"
destination = "destiné à la commune"
[originaux]
par_partie = true
[[documents]]
cle = "d"
titre = "D"
fichier = "d.md"
phase = "avant_vote"
copies = "une"
{more}"#
    )
}

#[test]
fn each_way_to_pay_says_what_it_needs() {
    check(
        &whole("[participation]\nmode = \"par_eleve\"\nmontant = \"champs.tarif\""),
        expect![[""]],
    );
    check(
        &whole("[participation]\nmode = \"plafond\"\nmontant = \"4500\""),
        expect!["modele.toml, ligne 27 : il manque « plafond »"],
    );
    check(
        &whole("[participation]\nmode = \"part\""),
        expect![[r#"
            modele.toml, ligne 27 : il manque « montant »
            modele.toml, ligne 27 : il manque « part »"#]],
    );
    check(
        &whole(
            r#"[participation]
mode = "degressif"
recouvrement = "cheque"
tranches = [
  { montant = "45,00" },
  { jusqu_a = 5, montant = "quarante" },
  { jusqu_a = 4 },
]"#,
        ),
        expect![[r#"
            modele.toml, ligne 29 : « recouvrement » : attendu : « titre_de_perception », « facture », « appel_de_fonds »
            modele.toml, ligne 31 : « jusqu_a » : chaque tranche va plus loin que la précédente ; seule la dernière n’a pas de fin
            modele.toml, ligne 32 : « montant » : un montant est attendu : "45,00"
            modele.toml, ligne 33 : « jusqu_a » : chaque tranche va plus loin que la précédente ; seule la dernière n’a pas de fin
            modele.toml, ligne 33 : il manque « montant »"#]],
    );
}

#[test]
fn several_conventions_need_something_to_be_several_of() {
    check(
        &whole("[etablissements]\nune_convention_par = \"commune\""),
        expect![
            "modele.toml, ligne 28 : « une_convention_par » : il faut une partie où « nombre » est « plusieurs »"
        ],
    );
    check(
        &whole("[etablissements]\nune_convention_par = \"etablissement\""),
        expect![[""]],
    );
    check(
        &whole("[etablissements]\nune_convention_par = \"classe\""),
        expect![
            "modele.toml, ligne 28 : « une_convention_par » : attendu : « dossier », « commune », « etablissement », « enfant »"
        ],
    );
    check(
        &whole("repartie = true"),
        expect!["modele.toml, ligne 27 : « repartie » : une_convention_par doit dire pour quoi"],
    );
}
