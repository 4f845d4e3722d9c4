//! A dossier for each commune of a table, invented from the example: its name, its numbers, schools by its population.
//!
//! Only names and numbers of communes are true; schools, people and addresses are not.

use domain::values::Department;
use serde_json::{Value, json};
use std::path::Path;

const EXAMPLE: &str = include_str!("../../../../../assets/examples/fontenay-aux-roses.json");
/// Inhabitants for one school more.
const FOR_A_SCHOOL: usize = 3_500;
const NAMES: [&str; 7] = [
    "du Parc",
    "des Ormeaux",
    "des Tilleuls",
    "de la Roue",
    "du Lavoir",
    "des Pervenches",
    "du Moulin",
];

/// A commune of the table.
pub struct Commune {
    insee: String,
    name: String,
    siren: String,
    postal: String,
    population: usize,
    department: Department,
}

/// The communes of a table that have a SIREN, spread over it when only so many are wanted: those alone are kept.
pub fn read(table: &Path, wanted: Option<usize>) -> Vec<Commune> {
    let text = std::fs::read_to_string(table).unwrap();
    let all = || text.lines().skip(1).filter_map(commune);
    let step = wanted.map_or(1, |wanted| (all().count() / wanted.max(1)).max(1));
    all()
        .step_by(step)
        .take(wanted.unwrap_or(usize::MAX))
        .collect()
}

/// `code_insee;nom;type;departement;region;siren;epci;ept;codes_postaux;population;commune_parente`.
fn commune(line: &str) -> Option<Commune> {
    let fields: Vec<&str> = line.split(';').collect();
    let [
        insee,
        name,
        "C",
        department,
        _,
        siren,
        _,
        _,
        postal,
        population,
        ..,
    ] = fields[..]
    else {
        return None;
    };
    let postal = postal.split([',', ' ', '|']).next().unwrap_or_default();
    if siren.len() != 9 || postal.len() != 5 {
        return None;
    }
    Some(Commune {
        insee: insee.to_owned(),
        name: name.to_owned(),
        siren: siren.to_owned(),
        postal: postal.to_owned(),
        population: population.parse().unwrap_or(0),
        department: Department::of_code(department)?,
    })
}

impl Commune {
    /// The name of its file: communes of one name are told by their number.
    pub fn file_name(&self) -> String {
        format!("{}-convention-exemplaires.pdf", self.insee)
    }

    /// Its dossier, as a file of the format.
    pub fn dossier(&self) -> String {
        let mut dossier: Value = serde_json::from_str(EXAMPLE).unwrap();
        let of = with_article(&self.name);
        dossier["reference"] = json!(self.insee);
        dossier["titre"] = json!(format!("Écoles {of}"));
        let collectivity = [
            ("nom", self.name.clone()),
            ("nom_avec_article", of),
            ("adresse", "1, place de la Mairie".to_owned()),
            ("code_postal", self.postal.clone()),
            ("ville", self.name.clone()),
            ("code_insee", self.insee.clone()),
            ("siren", self.siren.clone()),
            ("population", self.population.to_string()),
        ];
        for (key, value) in collectivity {
            dossier["collectivite"][key] = json!(value);
        }
        dossier["convention"]["lieu"] = json!(self.name);
        // The modèle is that of one académie: that another takes it is accepted here, by name.
        dossier["motifs"] = json!([{
            "id": "academie", "constat": "academie-hors-modele", "champ": "academie/nom",
            "motif": "Mesure à l’échelle du pays.",
        }]);
        dossier["academie"]["nom"] = json!(self.department.academy());
        dossier["academie"]["nom_avec_article"] = json!(self.department.academy_with_de());
        dossier["ecoles"] = (0..=self.population / FOR_A_SCHOOL)
            .map(|rank| self.school(rank))
            .collect();
        dossier.to_string()
    }

    fn school(&self, rank: usize) -> Value {
        let name = format!(
            "École élémentaire publique {} {}",
            NAMES[rank % NAMES.len()],
            rank + 1
        );
        json!({
            "id": format!("ecole-{rank}"), "nom": name, "nature": "elementaire", "secteur": "public",
            "adresse": format!("{}, rue de l’École", rank + 1), "uai": self.uai(rank),
        })
    }

    /// Seven digits of the département and their letter.
    fn uai(&self, rank: usize) -> String {
        let prefix = usize::from(self.department.uai_prefix());
        let number = prefix * 10_000 + 1 + rank;
        let key = b"ABCDEFGHJKLMNPRSTUVWXYZ"[number % 23];
        format!("{number:07}{}", char::from(key))
    }
}

/// « de Fontenay », « d’Antony », « du Plessis », « des Lilas ».
fn with_article(name: &str) -> String {
    let vowel = name
        .chars()
        .next()
        .is_some_and(|first| "AÂÀÆEÉÈÊIÎOÔŒUYH".contains(first));
    match name.split_once(' ') {
        Some(("Le", rest)) => format!("du {rest}"),
        Some(("Les", rest)) => format!("des {rest}"),
        _ if vowel => format!("d’{name}"),
        _ => format!("de {name}"),
    }
}
