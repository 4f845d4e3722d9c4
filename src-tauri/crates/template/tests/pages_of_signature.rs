//! A page of signature for each party: its title, its list, its place before the annexes.

#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use domain::dossier::Dossier;
use expect_test::expect;
use std::collections::BTreeMap;
use support::{put, today};
use template::{draft, load};

const MODELE: &str = r#"
langage = 1
id = "pages"
version = 1
titre = "Pages"
resume = "Pour les essais."
academie = "*"
niveau = "2d"
signature = "permise"
redaction = "ConvENT"
source = "Aucune"
source_date = "2026-01-01"
exemple = "aucun"
rubriques = ["parties", "convention"]

[[parties]]
cle = "region"
role = "signataire"
terme = "la région"
destination = "destiné à la région"
fonctions = ["president"]

[[parties]]
cle = "etat"
role = "signataire"
terme = "l’État"
destination = "destiné à l’État"
fonctions = ["recteur"]
nom_facultatif = true

[originaux]
par_partie = true
modifiable = "avec_motif"
destinataires = ["region", "etat"]

[[annexes]]
cle = "charte"
fichier = "charte.md"
titre = "Charte"

[[documents]]
cle = "convention"
fichier = "convention.md"
titre = "Convention"
phase = "apres_vote"
copies = "originaux"
annexes = ["charte"]
numerotation = "article"
texte_fourni = true
"#;

const CONVENTION: &str = "\
::: ouverture
genre : Convention
:::

## Article : Objet

[L'#annexe-charte] est jointe.

::: signatures une-page-par-partie
# Page de signature de {{ partie.terme }}

::: definitions
Partie : {{ partie.terme }}
:::

La présente page fait partie de l’acte.

Fait à {{ convention.lieu | a_la_main(\"lieu\") }}.
===
Pour {{ partie.terme }}
{{ partie.titre | majuscule }},
{{ partie.signataire | a_la_main }}
===
::: noms
::: pour autre dans parties
::: si autre.rang == partie.rang
**{{ autre.terme }}**
::: sinon
{{ autre.terme }}
:::
:::
:::
:::

::: annexe charte
";

fn files(convention: &str) -> BTreeMap<String, String> {
    [
        ("modele.toml", MODELE),
        ("convention.md", convention),
        ("charte.md", "# Charte\n\nUn alinéa.\n"),
    ]
    .map(|(name, text)| (name.to_owned(), text.to_owned()))
    .into()
}

fn dossier() -> Dossier {
    let mut dossier = Dossier::default();
    for (id, party, function) in [("r", "region", "president"), ("e", "etat", "recteur")] {
        support::add(&mut dossier, "signataires", id);
        put(&mut dossier, &format!("signataires/{id}/partie"), party);
        put(
            &mut dossier,
            &format!("signataires/{id}/fonction"),
            function,
        );
    }
    put(&mut dossier, "signataires/r/prenom", "Zoé");
    put(&mut dossier, "signataires/r/nom", "Arnal");
    dossier
}

fn outline(dossier: &Dossier) -> String {
    let template = load(&files(CONVENTION)).unwrap_or_else(|misprints| panic!("{misprints:#?}"));
    draft(&template, dossier, "convention", 1, today(), false)
        .unwrap()
        .outline()
}

#[test]
fn each_party_has_its_page_before_the_annexes() {
    expect![[r#"
        title: Convention
        header:  | footer:  / 
        original: Exemplaire 1/2 — destiné à la région
        original: Exemplaire 2/2 — destiné à l’État
        H1: Convention / 
        subtitle: 
        ## Article 1^er | Objet [#]
        [L’annexe 1](#annexe-charte) est jointe.
        === Partie 1/2 [#] Page de signature de la région
        Partie : la région
        La présente page fait partie de l’acte.
        Fait à …Place{convention/lieu}.
          sign: Pour la région / {Le président←signataires/r/fonction,signataires/r/civilite}, / {Zoé ARNAL←signataires/r/prenom,signataires/r/nom}
        1 **la région**
        2 l’État
        === Partie 2/2 [#] Page de signature de l’État
        Partie : l’État
        La présente page fait partie de l’acte.
        Fait à …Place{convention/lieu}.
          sign: Pour l’État / {Le recteur←signataires/e/fonction,signataires/e/civilite}, / …Rest{signataires/e/prenom,signataires/e/nom}
        1 la région
        2 **l’État**
        === Annexe 1 [#annexe-charte] Charte
        Un alinéa.
    "#]].assert_eq(&outline(&dossier()));
}

#[test]
fn a_supplied_text_has_its_own_pages_of_signature() {
    let mut dossier = dossier();
    put(&mut dossier, "convention/texte", "fourni");
    let outline = outline(&dossier);
    assert!(!outline.contains("Page de signature"), "{outline}");
    assert!(outline.contains("Annexe 1"), "{outline}");
}

#[track_caller]
fn misprint(what: &str, by: &str, expected: &str) {
    assert!(CONVENTION.contains(what), "{what:?}");
    let told = load(&files(&CONVENTION.replacen(what, by, 1))).expect_err("a misprint");
    let told: Vec<String> = told.iter().map(ToString::to_string).collect();
    assert_eq!(told, [expected]);
}

#[test]
fn what_a_page_cannot_hold_is_told() {
    misprint(
        "La présente page fait partie de l’acte.\n",
        "::: parties\nA\n:::\n",
        "convention.md, ligne 16 : le bloc « parties » ne se place pas ici",
    );
    misprint(
        "{{ partie.titre | majuscule }},\n",
        "",
        "convention.md, ligne 9 : un bloc de signature a trois lignes après « === » : au nom de qui, la qualité, le nom",
    );
    misprint(
        "::: noms\n",
        "===\n::: noms\n",
        "convention.md, ligne 24 : le bloc « === » ne se place pas ici",
    );
}
