//! Broken dossiers, each given to the real command: the exact lines it says, its code, and no file left behind.
//!
//! A case is the example of the house with a few of its words replaced. What the command says is in
//! `fixtures/broken/<case>.txt`; `UPDATE_EXPECT=1` rewrites these texts, which are then read before they are kept.

use expect_test::{expect, expect_file};
use std::collections::BTreeSet;
use std::path::Path;
use tests::{command, house};

/// Words of the example, and what stands there instead. No words: the whole file.
type Edit = (&'static str, &'static str);

/// In what an edit writes, this sign is many letters: 5 MB of them.
const MANY: &str = "§";

macro_rules! cases {
    ($($name:ident $code:literal [$($edit:expr),* $(,)?])*) => {
        const NAMES: &[&str] = &[$(stringify!($name)),*];
        $(#[test]
        fn $name() {
            check(stringify!($name), $code, &[$($edit),*]);
        })*
    };
}

cases! {
    // Another type than the one expected.
    nombre_pour_un_texte 2 [(r#""24070""#, "24070")]
    vide_pour_un_texte 2 [(r#""0921688K""#, "null")]
    groupe_pour_un_texte 2 [(r#""75, rue Boucicaut""#, r#"{ "rue": "Boucicaut" }"#)]
    texte_pour_une_ecole 2 [("\"ecoles\": [\n", "\"ecoles\": [\n    \"Le Parc\",\n")]
    texte_pour_une_version 2 [(r#""version": 1"#, r#""version": "1""#)]
    // Keys that are not ours, or not once.
    champ_mal_ecrit 2 [(r#""population""#, r#""Population""#)]
    champ_inconnu 2 [(r#""type": "commune","#, r#""type": "commune", "maire": "Mme Delorme","#)]
    champ_ecrit_deux_fois 2 [(r#""reference""#, r#""titre": "Un autre", "reference""#)]
    reponse_a_aucune_question 2 [(r#""copil_par_an""#, r#""copil_par_mois""#)]
    cle_avec_majuscule 2 [(r#""editeur_ent""#, r#""Éditeur""#)]
    identifiant_en_double 2 [(r#""id": "les-ormeaux""#, r#""id": "le-parc""#)]
    identifiant_qui_sort_du_dossier 2 [(r#""id": "le-parc""#, r#""id": "../../le-parc""#)]
    a_la_main_sans_champ 2 [("convention/date", "convention/datte")]
    tout_a_la_fois 2 [
        (r#""24070""#, "24070"),
        (r#""copil_par_an""#, r#""Copil""#),
        (r#""id": "les-ormeaux""#, r#""id": "le-parc""#),
        (r#""objet""#, r#""obejt""#),
    ]
    // Not the file that is meant.
    fichier_vide 2 [("", "")]
    page_de_la_toile 2 [("", "<!doctype html>\n<title>dossier</title>\n")]
    texte_coupe 2 [("", "{\n  \"format\": 1,\n  \"titre\": \"Éc")]
    virgule_de_trop 2 [("\"en_exercice\": \"35\"", "\"en_exercice\": \"35\",")]
    format_plus_recent 2 [(r#""format": 1"#, r#""format": 2"#)]
    format_absent 2 [("  \"format\": 1,\n", "")]
    modele_inconnu 2 [(r#""versailles-1d""#, r#""creteil-1d""#)]
    modele_au_nom_proche 2 [(r#""versailles-1d""#, r#""versaille-1d""#)]
    modele_plus_recent 2 [(r#""version": 1"#, r#""version": 9"#)]
    reponse_au_nom_proche 2 [(r#""copil_par_an""#, r#""copil_par_ans""#)]
    // Values that a town hall may mistype.
    uai_a_la_clef_fausse 1 [("0921688K", "0921688A")]
    uai_trop_court 1 [("0921688K", "92168K")]
    uai_en_double 1 [("0920440D", "0921688K")]
    siren_faux 1 [("219200326", "219200327")]
    code_postal_a_lettres 1 [(r#""code_postal": "92260""#, r#""code_postal": "9226O""#)]
    courriel_sans_domaine 1 [("julien.marchais@exemple.fr", "julien.marchais@")]
    telephone_trop_court 1 [("+33199001234", "01 99 00")]
    nature_d_ecole_inconnue 1 [("\"nature\": \"primaire\"", "\"nature\": \"lycée\"")]
    depense_en_lettres 1 [("6480,00", "environ six mille")]
    convention_datee_d_avant_la_seance 1 [
        (r#""lieu": "Fontenay-aux-Roses","#, r#""lieu": "Fontenay-aux-Roses", "date": "2026-12-01","#),
        ("    \"convention/date\",\n", ""),
    ]
    jour_qui_n_existe_pas 1 [("2026-12-14", "2026-02-30")]
    date_en_paroles 1 [("2026-12-14", "à la mi-décembre")]
    heure_qui_n_existe_pas 1 [("19:30", "25:70")]
    plus_d_elus_en_exercice_qu_il_n_y_a_de_sieges 1 [(r#""en_exercice": "35""#, r#""en_exercice": "36""#)]
    aucun_exemplaire 1 [(r#""exemplaires": "2""#, r#""exemplaires": "0""#)]
    objet_absent 1 [("Convention relative à l’espace numérique de travail (ENT) des écoles publiques de la commune", "")]
    // A drawing whose words have no outline: their face is not in the file.
    logo_au_texte_non_vectorise 1 [(r#""type": "commune","#, r#""type": "commune", "logo": "PHN2ZyB4bWxucz0naHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmcnIHdpZHRoPSc5JyBoZWlnaHQ9JzknPjx0ZXh0PlZpbGxlPC90ZXh0Pjwvc3ZnPg==","#)]
    // Texts that would harm a careless program.
    cinq_megaoctets_dans_un_champ 1 [("Atelier Clairelune", MANY)]
    cinq_megaoctets_dans_un_uai 1 [("0921688K", MANY)]
    dix_megaoctets 2 [("Atelier Clairelune", MANY), ("Sillage Infogérance", MANY)]
    signe_de_commande_brut 2 [("Atelier Clairelune", "Atelier\u{7}Clairelune")]
    signes_de_commande 1 [("Atelier Clairelune", r"Atelier\u0000\u0007\u001b[31mClairelune")]
    moitie_de_signe 2 [("Atelier Clairelune", r"Atelier \ud83d")]
    emoji 1 [("Atelier Clairelune", "Atelier 🎒 Clairelune")]
    emoji_dans_un_uai 1 [("0921688K", "🎒🎒🎒")]
    gabarit 1 [("Atelier Clairelune", "{{7*7}}")]
    gabarit_dans_un_uai 1 [("0921688K", "{{7*7}}")]
    balise_dans_un_courriel 1 [("julien.marchais@exemple.fr", "<script>alert(1)</script>")]
    texte_de_droite_a_gauche 1 [("Atelier Clairelune", "Atelier كليرلون")]
    sens_de_lecture_renverse 1 [("Atelier Clairelune", "Atelier \u{202e}enulerialC")]
}

#[track_caller]
fn check(name: &str, code: i32, edits: &[Edit]) {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("dossier.json"), broken(edits)).expect("a dossier writes");
    let checked = command::run(folder.path(), &["check", "dossier.json"]);
    let exported = command::run(folder.path(), &["export", "dossier.json", "--out", "out"]);
    let said = format!(
        "$ convent check dossier.json\n{}\n$ convent export dossier.json --out out\n{}",
        checked.shown(),
        exported.shown()
    );
    expect_file![format!("fixtures/broken/{name}.txt")].assert_eq(&without_list(&said));
    assert_eq!(exported.code, code, "{name}");
    assert!(
        said.lines().count() < 20,
        "{name}: as short as its faults are few"
    );
    assert_eq!(files_under(folder.path()), ["dossier.json"], "{name}");
}

/// What was said, the modèles there are left out: one more is no change of this sentence.
fn without_list(said: &str) -> String {
    let lines =
        said.lines().map(
            |line| match line.split_once("n’est pas installé. Choisir parmi") {
                Some((before, list)) => {
                    let shown = if list.contains("versailles-1d") {
                        "les modèles présents"
                    } else {
                        list
                    };
                    format!("{before}n’est pas installé. Choisir parmi [{shown}]")
                }
                None => line.to_owned(),
            },
        );
    lines.map(|line| line + "\n").collect()
}

/// The example with its edits. Words that are not there exactly once would make a case that tests something else.
fn broken(edits: &[Edit]) -> String {
    let example = house::root().join("assets/examples/fontenay-aux-roses.json");
    edits
        .iter()
        .fold(house::text(&example), |text, (from, to)| {
            let to = to.replace(MANY, &"a".repeat(5_000_000));
            if from.is_empty() {
                return to;
            }
            assert_eq!(text.matches(from).count(), 1, "{from} is there once");
            text.replacen(from, &to, 1)
        })
}

/// Every file under a folder, by its path from there.
fn files_under(folder: &Path) -> Vec<String> {
    let below = |path: &Path| {
        let name = path.strip_prefix(folder).expect("below");
        name.to_string_lossy().replace('\\', "/")
    };
    let (folders, files): (Vec<_>, Vec<_>) = house::entries(folder)
        .into_iter()
        .partition(|path| path.is_dir());
    let mut names: Vec<String> = files.iter().map(|path| below(path)).collect();
    for inner in folders {
        let named = |name| format!("{}/{name}", below(&inner));
        names.extend(files_under(&inner).into_iter().map(named));
    }
    names
}

#[test]
fn every_text_that_is_kept_is_the_text_of_a_case() {
    let kept = house::entries(&house::root().join("tests/fixtures/broken"));
    let kept: BTreeSet<&str> = kept
        .iter()
        .map(|path| house::folder_name(path).trim_end_matches(".txt"))
        .collect();
    assert_eq!(kept, NAMES.iter().copied().collect());
}

#[test]
fn a_broken_dossier_does_not_stop_the_sound_ones_of_its_batch() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: String| std::fs::write(folder.path().join(name), text);
    write("illisible.json", broken(&[("", "[]")])).expect("writes");
    write("refuse.json", broken(&[("0921688K", "0921688A")])).expect("writes");
    write("sain.json", broken(&[])).expect("writes");
    let words = ["export", "illisible.json", "refuse.json", "sain.json"];
    let said = command::run(folder.path(), &[&words[..], &["--out", "out"]].concat());
    assert_eq!(said.code, 2, "the worst of the three");
    assert!(said.out.contains("illisible.json : illisible"), "{said:?}");
    assert!(said.out.contains("refuse.json : refusé"), "{said:?}");
    assert!(said.out.contains("sain.json : fait"), "{said:?}");
    let made = house::entries(&folder.path().join("out"));
    assert_eq!(
        made.len(),
        8,
        "only the sound dossier's documents: {made:?}"
    );
}

#[test]
fn a_file_that_is_not_there_or_not_text_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let latin = b"{\"titre\": \"\xc9coles\"}";
    std::fs::write(folder.path().join("latin.json"), latin).expect("writes");
    let said = ["absent.json", "latin.json"]
        .map(|file| command::run(folder.path(), &["check", file]).shown());
    expect![[r#"
        absent.json : illisible
          absent.json : introuvable. Vérifier l’emplacement.
        code 2
        latin.json : illisible
          latin.json n’est pas ce qui est attendu : texte UTF-8. Choisir un autre fichier.
        code 2
    "#]]
    .assert_eq(&said.concat());
}

#[test]
fn a_convocation_after_its_seance_is_told_and_stops_no_paper_of_before_the_vote() {
    let folder = tempfile::tempdir().expect("a folder");
    let late = broken(&[("2026-12-08", "2026-12-15")]);
    std::fs::write(folder.path().join("dossier.json"), late).expect("writes");
    let said = command::run(folder.path(), &["check", "dossier.json"]);
    expect![[r#"
        dossier.json : rien ne bloque
          [à vérifier] La séance du conseil (14 décembre 2026) précède de 1 jour la convocation du conseil (15 décembre 2026). Corriger celle des deux dates qui est fausse, ou écrire le motif. (projet de délibération, deliberation/convocation)
          [à la main] Date imprimée, « Fait à … le » (convention/date)
          [à la main] Prénom (signataires/rectrice/prenom)
          [à la main] Nom (signataires/rectrice/nom)
          [à la main] Envoyé le (champs/envoi_le)
        code 0
    "#]].assert_eq(&said.shown());
}

#[test]
fn a_reference_never_writes_outside_the_folder_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let hostile = broken(&[("2026-001", "../../etc/pass wd")]);
    std::fs::write(folder.path().join("dossier.json"), hostile).expect("writes");
    let said = command::run(folder.path(), &["export", "dossier.json", "--out", "out"]);
    assert_eq!(said.code, 0, "{said:?}");
    expect![[r#"
        dossier.json
        out/etc-pass-wd-annexes.pdf
        out/etc-pass-wd-bordereau.pdf
        out/etc-pass-wd-convention-exemplaires.pdf
        out/etc-pass-wd-courriel-ien.eml
        out/etc-pass-wd-ecoles-uai.xlsx
        out/etc-pass-wd-note-synthese.pdf
        out/etc-pass-wd-projet-deliberation.pdf
        out/etc-pass-wd-texte-annexe.pdf"#]]
    .assert_eq(&files_under(folder.path()).join("\n"));
}
