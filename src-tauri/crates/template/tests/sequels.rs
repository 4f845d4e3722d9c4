//! What comes after a convention, in every modèle: only what differs is said, and the ordinary documents are not made.

#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use domain::dossier::Dossier;
use domain::dossier::choices::SequelKind;
use domain::findings::Severity;
use domain::record::{Id, PartMut, Record};
use expect_test::{Expect, expect, expect_file};
use support::{add, example_of, put, today};
use template::{ControlSheet, Shelf, Template, check, draft, split};

/// Every example that may be signed, with a change that its text prints.
const EXAMPLES: &[(&str, &str, &str)] = &[
    ("fontenay-apres-vote", "champs/duree_annees", "6"),
    ("pezenas", "champs/portail", "non"),
    ("uzes", "champs/duree_annees", "5"),
    ("colleges-paris-2012", "champs/duree_annees", "5"),
    ("grand-est-2019", "champs/duree_annees", "6"),
    ("est-parisien-cadre", "champs/duree_annees", "5"),
    ("est-parisien-departements", "champs/duree_annees", "5"),
];

/// An example, signed by all.
fn signed(name: &str) -> Dossier {
    let mut dossier = example_of(name);
    // Of eighty-three collèges, three say as much.
    if name.starts_with("colleges") {
        dossier.sheet.schools.0.truncate(3);
    }
    for item in &mut dossier.sheet.signatories.0 {
        item.value.signed_on = domain::entry::Entry::of("2027-01-16");
    }
    dossier
}

/// What follows an example, with all that its documents ask beyond what it keeps.
fn following(name: &str, kind: SequelKind) -> Dossier {
    let mut dossier = signed(name).followed(kind);
    for (path, typed) in [
        ("suite/objet", "l’adaptation de la convention"),
        ("suite/prise_effet", "2027-09-01"),
        ("deliberation/objet", "Avenant n° 1"),
        ("deliberation/seance", "2027-06-28"),
        ("deliberation/convocation", "2027-06-18"),
        ("deliberation/rapporteur", "Mme Nora Lemaître"),
        ("deliberation/numero", "DEL270628_04"),
    ] {
        put(&mut dossier, path, typed);
    }
    dossier
}

fn template_of<'a>(shelf: &'a Shelf, dossier: &Dossier) -> &'a Template {
    shelf.find(&dossier.template.id).unwrap()
}

/// All the words of what a dossier makes, document by document; of those shared out, the first share's.
fn made(template: &Template, dossier: &Dossier) -> String {
    let mut text = String::new();
    for document in template.documents_of(dossier) {
        let outline = draft(template, dossier, &document.key, 1, today(), false)
            .unwrap_or_else(|error| panic!("{}: {error}", document.key))
            .outline();
        text.push_str(&format!("=== {}\n{outline}\n", document.key));
    }
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

/// What is found beside what the example itself shows: severity, code, field.
fn told(sheet: &ControlSheet) -> Vec<String> {
    let line = |placed: &template::Placed| {
        let weight = match placed.finding.severity {
            Severity::Blocking => "bloquant",
            Severity::ToVerify => "à vérifier",
            Severity::Advice => "conseil",
        };
        let (code, path) = placed.finding.key();
        format!("{weight} {code} {path}")
    };
    sheet.findings.iter().map(line).collect()
}

#[test]
fn an_avenant_says_what_changes_in_every_modele() {
    let shelf = Shelf::shipped().unwrap();
    for (name, path, typed) in EXAMPLES {
        let mut dossier = following(name, SequelKind::Amendment);
        let template = template_of(&shelf, &dossier);
        let nothing = told(&check(&dossier, template, today()));
        assert!(
            nothing.contains(&"bloquant avenant-sans-objet suite/nature".to_owned()),
            "{name}: {nothing:?}"
        );
        put(&mut dossier, path, typed);
        let found = told(&check(&dossier, template, today()));
        let of_sequel = |line: &&String| line.ends_with("suite/nature");
        assert_eq!(found.iter().find(of_sequel), None, "{name}");
        let keys: Vec<&str> = template
            .documents_of(&dossier)
            .iter()
            .map(|document| document.key.as_str())
            .collect();
        assert!(
            keys.iter().all(|key| key.starts_with("avenant")),
            "{name}: {keys:?}"
        );
        let file = format!("golden/avenant-{name}.txt");
        let golden = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("tests")
            .join(file);
        expect_file![golden].assert_eq(&made(template, &dossier));
    }
}

#[test]
fn an_update_and_a_renewal_in_every_modele() {
    let shelf = Shelf::shipped().unwrap();
    for (name, path, typed) in EXAMPLES {
        let mut update = following(name, SequelKind::Update);
        let template = template_of(&shelf, &update);
        if template.can_be_followed_by(&signed(name), SequelKind::Update) {
            put(&mut update, path, typed);
            let found = told(&check(&update, template, today()));
            let expected = "à vérifier avenant-attendu suite/nature".to_owned();
            assert!(found.contains(&expected), "{name}: {found:?}");
            made(template, &update);
        }
        let renewal = following(name, SequelKind::Renewal);
        let keys: Vec<&String> = template
            .documents_of(&renewal)
            .iter()
            .map(|document| &document.key)
            .collect();
        assert!(keys.iter().any(|key| *key == "ce-qui-change"), "{name}");
        assert!(
            keys.len() > 1 && !keys.iter().any(|key| key.starts_with("avenant")),
            "{name}"
        );
        made(template, &renewal);
    }
}

/// Fontenay, an avenant to it.
fn fontenay(kind: SequelKind, alter: impl FnOnce(&mut Dossier)) -> Dossier {
    let mut dossier = following("fontenay-apres-vote", kind);
    alter(&mut dossier);
    dossier
}

fn remove(dossier: &mut Dossier, list: &str, id: &str) {
    let Some(PartMut::List(items)) = dossier.sheet.part_mut(list) else {
        panic!("no list {list}")
    };
    assert!(items.remove(id));
}

#[track_caller]
fn check_text(dossier: &Dossier, document: &str, expected: Expect) {
    let shelf = Shelf::shipped().unwrap();
    let template = template_of(&shelf, dossier);
    let made = draft(template, dossier, document, 1, today(), false).unwrap();
    expected.assert_eq(&made.outline().replace(['\u{a0}', '\u{202f}'], " "));
}

#[test]
fn an_avenant_that_adds_and_removes_schools() {
    let dossier = fontenay(SequelKind::Amendment, |dossier| {
        remove(dossier, "ecoles", "la-roue-b");
        put(
            dossier,
            "ecoles/la-roue-a/nom",
            "École élémentaire publique La Roue",
        );
        add(dossier, "ecoles", "les-pins");
        put(
            dossier,
            "ecoles/les-pins/nom",
            "École maternelle publique Les Pins",
        );
        put(dossier, "ecoles/les-pins/nature", "maternelle");
        put(dossier, "ecoles/les-pins/adresse", "2, rue des Pins");
        put(dossier, "ecoles/les-pins/uai", "0990001X");
        put(dossier, "champs/duree_annees", "6");
    });
    check_text(
        &dossier,
        "avenant",
        expect![[r#"
        title: Avenant n° 1 à la convention relative à l’espace numérique de travail des écoles publiques de Fontenay-aux-Roses
        header: Avenant n° {1←suite/numero} · Convention ENT des écoles · {Fontenay-aux-Roses←collectivite/nom} | footer: {2026-001-apres-vote←reference} · version 1 / 
        original: Exemplaire 1/2 — destiné à la commune
        original: Exemplaire 2/2 — destiné à l’académie
        logo: 0 bytes, alt « Logo de Fontenay-aux-Roses », Commune · {de Fontenay-aux-Roses←collectivite/nom_avec_article}
        H1: Avenant n° {1←suite/numero} / à la convention relative à l’espace numérique de travail {des écoles publiques←ecoles} {de Fontenay-aux-Roses←collectivite/nom_avec_article}
        subtitle: Convention {2026-001-apres-vote←suite/convention_reference}, signée le {16 janvier 2027←suite/convention_signee_le} · Académie {de Versailles←academie/nom_avec_article}
        note: Avenant établi avec ConvENT — à faire valider par l’académie.
        [Entre] **L’État (**{**ministère de l’Éducation nationale**←academie/ministere}**), académie **{**de Versailles**←academie/nom_avec_article}, {3, boulevard de Lesseps←academie/adresse}, {78017←academie/code_postal} {Versailles Cedex←academie/ville}, représenté par {la rectrice de l’académie de Versailles←signataires/rectrice/fonction,signataires/rectrice/civilite,academie/nom_avec_article}, | ci-après dénommé « **l’académie** », | d’une part,
        [et] **La commune **{**de Fontenay-aux-Roses**←collectivite/nom_avec_article} (SIREN<système d’identification du répertoire des entreprises> {219 200 326←collectivite/siren}), {75, rue Boucicaut←collectivite/adresse}, {92260←collectivite/code_postal} {Fontenay-aux-Roses←collectivite/ville}, représentée par {Mme Agnès Delorme←signataires/maire/prenom,signataires/maire/nom,signataires/maire/civilite}, {maire de Fontenay-aux-Roses←signataires/maire/fonction,signataires/maire/civilite,collectivite/nom_avec_article}, ⏎ en vertu de la délibération n° {DEL270628_04←deliberation/numero} du conseil municipal du {28 juin 2027←deliberation/seance}, | ci-après dénommée « **la commune** », | d’autre part,
        ensemble dénommés « **les parties** », il est convenu ce qui suit.
        ## Article 1^er | Objet [#objet]
        Le présent avenant modifie la convention {2026-001-apres-vote←suite/convention_reference}, que les parties ont signée le {16 janvier 2027←suite/convention_signee_le}. Il a pour objet {l’adaptation de la convention←suite/objet}.
        ## Article 2 | Ce qui change [#changements]
        Dans la convention, la rédaction de droite prend la place de celle de gauche. Ce qui diffère est en gras ; un tiret dit qu’une stipulation est nouvelle, ou supprimée.
        table: Stipulations modifiées : article, rédaction en vigueur, nouvelle rédaction
          | Article | Rédaction en vigueur | Nouvelle rédaction |
          | Article 11 | La présente convention est conclue pour {**quatre**←avant/champs/duree_annees} {ans←avant/champs/duree_annees}, à compter de sa signature par les parties. Elle est ensuite reconduite tacitement d’année en année. | La présente convention est conclue pour {**six**←champs/duree_annees} {ans←champs/duree_annees}, à compter de sa signature par les parties. Elle est ensuite reconduite tacitement d’année en année. |
        Une école entre dans la convention :
        table: Écoles ajoutées, avec leur adresse et leur code UAI
          | École ajoutée | Adresse | UAI<unité administrative immatriculée> |
          | {École maternelle publique Les Pins←ecoles/les-pins/nom} | {2, rue des Pins←ecoles/les-pins/adresse} | {0990001X←ecoles/les-pins/uai} |
        Une école sort de la convention :
        table: Écoles retirées, avec leur adresse et leur code UAI
          | École retirée | Adresse | UAI |
          | {École élémentaire publique La Roue B←avant/ecoles/la-roue-b/nom} | {50, avenue Gabriel Péri←avant/ecoles/la-roue-b/adresse} | {0920342X←avant/ecoles/la-roue-b/uai} |
        Ce qui est dit d’une école change ainsi :
        table: Écoles dont une mention change
          | École et mention | En vigueur | Désormais |
          | École élémentaire publique La Roue A : École, telle qu’imprimée | {École élémentaire publique La Roue ←avant/ecoles/la-roue-a/nom}{**A**←avant/ecoles/la-roue-a/nom} | {École élémentaire publique La Roue←ecoles/la-roue-a/nom} |
        La convention portait sur {six←avant/ecoles} {écoles←avant/ecoles} ; elle porte désormais sur {six←ecoles} {écoles←ecoles} ({1 maternelle, 4 élémentaires et 1 primaire←ecoles,ecoles/le-parc/nature,ecoles/les-ormeaux/nature,ecoles/les-renards/nature,ecoles/la-roue-a/nature,ecoles/les-pervenches/nature,ecoles/les-pins/nature}).
        La liste des écoles jointe au présent avenant ([annexe 1](#annexe-ecoles)) se substitue à celle de la convention.
        ## Article 3 | Ce qui demeure [#demeure]
        Tout ce que le présent avenant ne modifie pas reste en vigueur. La convention et lui se lisent ensemble ; s’ils se contredisent, l’avenant l’emporte.
        ## Article 4 | Prise d’effet [#effet]
        Le présent avenant prend effet le {1←suite/prise_effet}{^er←suite/prise_effet}{ septembre 2027←suite/prise_effet}, une fois signé par les parties.
        Il suit le sort de la convention et prend fin avec elle. Il est établi en {deux←convention/exemplaires} {exemplaires originaux, dont chaque partie reçoit le sien←convention/exemplaires}.
        Fait à {Fontenay-aux-Roses←convention/lieu}, le …Date{convention/date}, en {deux←convention/exemplaires} {exemplaires originaux←convention/exemplaires}.
          sign: Pour la commune / {La maire de Fontenay-aux-Roses←signataires/maire/fonction,signataires/maire/civilite,collectivite/nom_avec_article}, / {Agnès DELORME←signataires/maire/prenom,signataires/maire/nom}
          sign: Pour l’académie / {La rectrice de l’académie de Versailles←signataires/rectrice/fonction,signataires/rectrice/civilite,academie/nom_avec_article}, / …Rest{signataires/rectrice/prenom,signataires/rectrice/nom}
        === Annexe 1 [#annexe-ecoles] Liste des écoles
        L’ENT<espace numérique de travail> est ouvert, à compter de l’année scolaire {2026‑2027←annee_scolaire}, {aux écoles suivantes←ecoles}.
        table: Écoles bénéficiaires de l’ENT, avec leur adresse et leur code UAI
          | N° | École | Adresse | UAI |
          | 1 | {École élémentaire publique Le Parc←ecoles/le-parc/nom} | {4, avenue du Parc←ecoles/le-parc/adresse} | {0921688K←ecoles/le-parc/uai} |
          | 2 | {École élémentaire publique Les Ormeaux←ecoles/les-ormeaux/nom} | {8, rue des Ormeaux←ecoles/les-ormeaux/adresse} | {0920440D←ecoles/les-ormeaux/uai} |
          | 3 | {École primaire publique Les Renards←ecoles/les-renards/nom} | {26, avenue Raymond Crosland←ecoles/les-renards/adresse} | {0921995U←ecoles/les-renards/uai} |
          | 4 | {École élémentaire publique La Roue←ecoles/la-roue-a/nom} | {50, avenue Gabriel Péri←ecoles/la-roue-a/adresse} | {0920218M←ecoles/la-roue-a/uai} |
          | 5 | {École élémentaire publique Les Pervenches←ecoles/les-pervenches/nom} | {5, rue des Pervenches←ecoles/les-pervenches/adresse} | {0920611P←ecoles/les-pervenches/uai} |
          | 6 | {École maternelle publique Les Pins←ecoles/les-pins/nom} | {2, rue des Pins←ecoles/les-pins/adresse} | {0990001X←ecoles/les-pins/uai} |
          = | {6←ecoles} {écoles←ecoles} : {1 maternelle, 4 élémentaires et 1 primaire←ecoles,ecoles/le-parc/nature,ecoles/les-ormeaux/nature,ecoles/les-renards/nature,ecoles/la-roue-a/nature,ecoles/les-pervenches/nature,ecoles/les-pins/nature} |  |  |  |
        note: Sauf mention contraire, les écoles sont situées sur le territoire de la commune. UAI : unité administrative immatriculée, le code qui désigne l’école dans les fichiers de l’académie. ⏎ Une école primaire réunit des classes maternelles et des classes élémentaires.
    "#]],
    );
}

#[test]
fn an_update_replaces_a_contact_and_its_letter_says_so() {
    let dossier = fontenay(SequelKind::Update, |dossier| {
        put(dossier, "contacts/referent/prenom", "Lison");
        put(dossier, "contacts/referent/civilite", "Mme");
        put(
            dossier,
            "contacts/referent/courriel",
            "lison.marchais@exemple.fr",
        );
    });
    check_text(
        &dossier,
        "mise-a-jour-annexe",
        expect![[r#"
            title: Mise à jour d’annexe de la convention relative à l’espace numérique de travail des écoles publiques de Fontenay-aux-Roses
            header: Mise à jour d’annexe · Convention {2026-001-apres-vote←suite/convention_reference} · {Fontenay-aux-Roses←collectivite/nom} | footer: {2026-001-apres-vote←reference} · version 1 / À jour au {1←suite/prise_effet}{^er←suite/prise_effet}{ septembre 2027←suite/prise_effet}
            logo: 0 bytes, alt « Logo de Fontenay-aux-Roses », Commune · {de Fontenay-aux-Roses←collectivite/nom_avec_article}
            H1: Mise à jour d’annexe / de la convention relative à l’espace numérique de travail {des écoles publiques←ecoles} {de Fontenay-aux-Roses←collectivite/nom_avec_article}
            subtitle: Convention {2026-001-apres-vote←suite/convention_reference}, signée le {16 janvier 2027←suite/convention_signee_le} · À jour au {1←suite/prise_effet}{^er←suite/prise_effet}{ septembre 2027←suite/prise_effet} · Référence {2026-001-apres-vote←reference}
            Les annexes qui suivent sont à jour au {1←suite/prise_effet}{^er←suite/prise_effet}{ septembre 2027←suite/prise_effet}. Elles prennent la place de celles qui étaient jointes à la convention {2026-001-apres-vote←suite/convention_reference}, dont le texte ne change pas.
            Cette mise à jour concerne {l’adaptation de la convention←suite/objet}.
            ##  | Ce qui a changé [#]
            table: Contacts remplacés : rôle, ancien contact, nouveau contact
              | Rôle | Jusqu’ici | Désormais |
              | Référent ENT de la commune | {**M.**←avant/contacts/referent/civilite} {**Julien**←avant/contacts/referent/prenom} {Marchais←avant/contacts/referent/nom}, {Responsable du numérique éducatif←avant/contacts/referent/fonction}, {01 99 00 12 34←avant/contacts/referent/telephone}, {**julien.marchais@exemple.fr**←avant/contacts/referent/courriel} | {**Mme**←contacts/referent/civilite} {**Lison**←contacts/referent/prenom} {Marchais←contacts/referent/nom}, {Responsable du numérique éducatif←contacts/referent/fonction}, {01 99 00 12 34←contacts/referent/telephone}, {**lison.marchais@exemple.fr**←contacts/referent/courriel} |
            Le circuit de signature, les correspondants et les données techniques désormais en vigueur forment l’[annexe 1](#annexe-contacts).
            note: Une mise à jour d’annexe n’est ni votée ni signée : elle tient l’autre partie informée. Ce qui touche le texte de la convention, sa durée ou la liste de ses écoles se fait par avenant.
            === Annexe 1 [#annexe-contacts] Circuit de signature et correspondants
            ## 1 | Circuit de signature [#circuit]
            table: Étapes du circuit de signature
              | Étape | Qui | Fait quoi |
              | 1 | Commune | Complète la partie 2 de la présente annexe, puis signe {les originaux←convention/exemplaires} ({2←convention/exemplaires}). |
              | 2 | Commune | Transmet {les originaux←convention/exemplaires}, avec toutes les pages des annexes, à l’IEN<inspecteur de l’éducation nationale> de la circonscription ({Fontenay-aux-Roses←academie/circonscription}). |
              | 3 | Circonscription | Transmet l’ensemble au rectorat. |
              | 4 | Rectorat | Fait signer {les originaux←convention/exemplaires} par {la rectrice←signataires/rectrice/fonction,signataires/rectrice/civilite}. |
              | 5 | Rectorat | Renvoie à la commune {un original signé←convention/exemplaires}. |
            ## 2 | Correspondants [#correspondants]
            Pour la mise à disposition des données de l’annuaire fédérateur, l’académie s’adresse en priorité aux personnes suivantes.
            table: Coordonnées du référent ENT et des correspondants techniques
              | Coordonnées | Référent ENT<espace numérique de travail> de la commune | Correspondant technique de l’exploitant (principal) | Correspondant technique de l’exploitant (2^e) |
              | Nom et prénom | {MARCHAIS Lison←contacts/referent/nom,contacts/referent/prenom} | {ROUSSELET Camille←contacts/technique-1/nom,contacts/technique-1/prenom} | {VAUTRIN Idriss←contacts/technique-2/nom,contacts/technique-2/prenom} |
              | Téléphone | {01 99 00 12 34←contacts/referent/telephone} | {01 99 00 56 78←contacts/technique-1/telephone} | {01 99 00 56 79←contacts/technique-2/telephone} |
              | Courriel | {lison.marchais@exemple.fr←contacts/referent/courriel} | {camille.rousselet@exemple.fr←contacts/technique-1/courriel} | {idriss.vautrin@exemple.fr←contacts/technique-2/courriel} |
            ## 3 | Fichiers de l’annuaire fédérateur (AAF<annuaire académique fédérateur>) [#aaf]
            L’académie arrête avec les correspondants techniques les données suivantes.
            Éditeur de l’ENT : {Atelier Clairelune←champs/editeur_ent}
            Exploitant de l’ENT : {Sillage Infogérance←champs/exploitant_ent}
            Préfixe des fichiers : {FAR92←champs/aaf_prefixe}
            Nom d’un fichier : <préfixe>_<type>_aaaammjj_<catégorie>_nnnn.xml
            Type d’envoi : [x]{champs/aaf_type} complet [ ]{champs/aaf_type} différences (delta)
            Envois complets : chaque jeudi
            Initialisation : [x]{champs/aaf_initialisation} avec un envoi complet [ ]{champs/aaf_initialisation} par un envoi à part, à une date convenue
            Archive zip : [x]{champs/aaf_zip} oui [ ]{champs/aaf_zip} non
            Nom de l’archive : {FAR92_aaf1d.zip←champs/aaf_zip_nom}
            Bordereau texte : [x]{champs/aaf_bordereau} oui [ ]{champs/aaf_bordereau} non
            Envoi par sftp : [x]{champs/aaf_sftp} oui [ ]{champs/aaf_sftp} non
            note: Dans le nom d’un fichier, « type » est Complet ou Delta ; « aaaammjj », le jour de l’extraction ; « catégorie », l’un des mots Eleve, EtabEducNat, PersEducNat et PersRelEleve ; « nnnn », le rang du fichier dans sa catégorie pour cette extraction. Le bordereau, s’il est nécessaire, donne le code du destinataire, la date d’envoi, le nom de l’archive et, pour chaque fichier xml, son nom et son nombre de lignes. L’envoi par sftp se fait vers le serveur du prestataire, une fois les clés ssh échangées avec les correspondants techniques.
        "#]],
    );
    check_text(
        &dossier,
        "lettre-mise-a-jour",
        expect![[r#"
            title: Mise à jour d’annexe
            header: Mise à jour d’annexe · {Fontenay-aux-Roses←collectivite/nom} | footer: Lettre · référence {2026-001-apres-vote←reference} / 
            logo: 0 bytes, alt « Logo de Fontenay-aux-Roses », Commune · {de Fontenay-aux-Roses←collectivite/nom_avec_article}
            H1: Mise à jour d’annexe / 
            from: {**Direction de l’éducation**←champs/expediteur_service,collectivite/nom_avec_article} · Dossier suivi par {Lison←contacts/referent/prenom} {Marchais←contacts/referent/nom} · {01 99 00 12 34←contacts/referent/telephone} · {lison.marchais@exemple.fr←contacts/referent/courriel}
            to: {**Madame l’inspectrice**←academie/ien_civilite} · **de l’éducation nationale** · Circonscription {de Fontenay-aux-Roses←academie/circonscription} · {1, place des Exemples←academie/adresse_circonscription} · {92260←academie/code_postal_circonscription} {Fontenay-aux-Roses←academie/ville_circonscription}
            subtitle: Le …Date{champs/envoi_le} · Convention {2026-001-apres-vote←suite/convention_reference} · Référence {2026-001-apres-vote←reference}
            {Madame l’Inspectrice←academie/ien_civilite},
            La convention {2026-001-apres-vote←suite/convention_reference}, signée le {16 janvier 2027←suite/convention_signee_le}, renvoie à des annexes que la commune tient à jour. Vous trouverez ci-joint celles qui changent au {1←suite/prise_effet}{^er←suite/prise_effet}{ septembre 2027←suite/prise_effet} ; elles remplacent les précédentes.
            Vos services peuvent désormais joindre :
            – référent ENT de la commune : {**Mme**←contacts/referent/civilite} {**Lison**←contacts/referent/prenom} {Marchais←contacts/referent/nom}, {Responsable du numérique éducatif←contacts/referent/fonction}, {01 99 00 12 34←contacts/referent/telephone}, {**lison.marchais@exemple.fr**←contacts/referent/courriel}.
            Le texte de la convention n’étant pas modifié, cette mise à jour ne demande ni vote ni signature. Je vous remercie de la transmettre au rectorat et de m’en accuser réception.
            Je vous prie de croire, {Madame l’Inspectrice←academie/ien_civilite}, à l’assurance de ma considération distinguée.

              sign: {La directrice de l’éducation←champs/bordereau_qualite}, /  / {Noor Benali←champs/bordereau_nom} (no stamp)
        "#]],
    );
}

#[test]
fn a_renewal_shows_what_differs() {
    let dossier = fontenay(SequelKind::Renewal, |dossier| {
        put(dossier, "champs/duree_annees", "6");
        put(dossier, "contacts/referent/prenom", "Lison");
    });
    check_text(
        &dossier,
        "ce-qui-change",
        expect![[r#"
        title: Ce qui change depuis la convention 2026-001-apres-vote
        header: Ce qui change · {Fontenay-aux-Roses←collectivite/nom} | footer: {2026-001-apres-vote←reference} · document de travail / 
        institution: {Fontenay-aux-Roses←collectivite/nom}
        H1: Ce qui change / depuis la convention {2026-001-apres-vote←suite/convention_reference}
        subtitle: Renouvellement · {Écoles de Fontenay-aux-Roses, après le vote←titre,reference} · Référence {2026-001-apres-vote←reference}
        Convention renouvelée : {2026-001-apres-vote←suite/convention_reference}
        Signée le : {16 janvier 2027←suite/convention_signee_le}
        En vigueur jusqu’au : {date non enregistrée←suite/convention_fin_le}
        La nouvelle prend effet : {1←suite/prise_effet}{^er←suite/prise_effet}{ septembre 2027←suite/prise_effet}
        ##  | Dans le dossier [#]
        table: Ce qui diffère d’un dossier à l’autre
          | Ce dont il s’agit | La dernière fois | Cette fois |
          | Année scolaire | 2026-2027 | 2027-2028 |
          | Référent ENT de la commune | M. Julien Marchais, Responsable du numérique éducatif, 01 99 00 12 34, julien.marchais@exemple.fr | M. Lison Marchais, Responsable du numérique éducatif, 01 99 00 12 34, julien.marchais@exemple.fr |
          | Durée, en années | 4 | 6 |
        ##  | Dans le texte [#]
        Ce qui diffère est en gras.
        table: Stipulations qui diffèrent : article, texte renouvelé, nouveau texte
          | Article | La dernière fois | Cette fois |
          | Article 11 | La présente convention est conclue pour {**quatre**←avant/champs/duree_annees} {ans←avant/champs/duree_annees}, à compter de sa signature par les parties. Elle est ensuite reconduite tacitement d’année en année. | La présente convention est conclue pour {**six**←champs/duree_annees} {ans←champs/duree_annees}, à compter de sa signature par les parties. Elle est ensuite reconduite tacitement d’année en année. |
        note: Comparaison faite par ConvENT entre le dossier de la convention renouvelée, tel qu’il a été signé, et celui-ci. Elle ne s’imprime pas dans la convention.
    "#]],
    );
}

#[test]
fn an_avenant_of_annexes_alone_needs_no_vote() {
    let dossier = fontenay(SequelKind::Amendment, |dossier| {
        put(dossier, "contacts/referent/prenom", "Lison");
    });
    let shelf = Shelf::shipped().unwrap();
    let found = told(&check(&dossier, template_of(&shelf, &dossier), today()));
    assert!(
        found.contains(&"conseil mise-a-jour-suffit suite/nature".to_owned()),
        "{found:?}"
    );
}

/// The avenant of Occitanie prepares: it is not signed, and every page says so.
#[test]
fn an_avenant_that_may_not_be_signed_has_no_place_to_sign() {
    let mut dossier = following("pezenas", SequelKind::Amendment);
    put(&mut dossier, "champs/portail", "non");
    let shelf = Shelf::shipped().unwrap();
    let template = template_of(&shelf, &dossier);
    let made = draft(
        template,
        &dossier,
        "avenant-preparatoire",
        1,
        today(),
        false,
    )
    .unwrap();
    let outline = made.outline();
    assert!(outline.contains("mark: do not sign"), "{outline}");
    assert!(!outline.contains("signatures"), "{outline}");
}

/// A share follows the same share of the dossier that the whole one follows; a newcomer follows none, and is told.
#[test]
fn each_share_follows_its_own() {
    let mut dossier = following("colleges-paris-2012", SequelKind::Amendment);
    put(&mut dossier, "champs/duree_annees", "5");
    let shelf = Shelf::shipped().unwrap();
    let template = template_of(&shelf, &dossier);
    for share in split(template, &dossier) {
        let before = share.dossier.before.unwrap();
        assert_eq!(before.unit, Some(share.id));
        assert_eq!(before.sheet.schools.len(), 1);
    }
    add(&mut dossier, "ecoles", "nouveau");
    let newcomer = split(template, &dossier).pop().unwrap();
    assert_eq!(newcomer.id, Id::new("nouveau").unwrap());
    assert_eq!(newcomer.dossier.before, None);
    let found = told(&check(&dossier, template, today()));
    assert!(
        found.contains(&"à vérifier sans-convention suite/nature".to_owned()),
        "{found:?}"
    );
}

/// What the convention left to the pen stays a dotted line in what quotes it: nobody can complete it now.
#[test]
fn what_was_left_blank_is_not_asked_again() {
    let mut signed = signed("fontenay-apres-vote");
    put(&mut signed, "deliberation/numero", "");
    let mut dossier = signed.followed(SequelKind::Amendment);
    put(&mut dossier, "champs/duree_annees", "6");
    let shelf = Shelf::shipped().unwrap();
    let sheet = check(&dossier, template_of(&shelf, &dossier), today());
    let earlier = |placed: &template::Placed| {
        let path = placed.finding.path.as_ref();
        path.is_some_and(|path| path.is_under("avant"))
    };
    assert!(!sheet.findings.iter().any(earlier));
}
