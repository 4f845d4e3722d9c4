//! What a school is: its kind and its sector.

use super::clean;

choice! {
    /// The kind of a school, as acts name it. « Primaire » has maternelle and élémentaire classes;
    /// « élémentaire » has only the latter: the two are not one word for the other.
    pub enum SchoolKind {
        /// École maternelle.
        Maternelle = "maternelle", "École maternelle", ["école maternelle publique", "EM", "EMPU"];
        /// École élémentaire.
        Elementaire = "elementaire", "École élémentaire", ["école élémentaire publique", "EE", "EEPU"];
        /// École primaire: maternelle and élémentaire classes.
        Primaire = "primaire", "École primaire", ["école primaire publique", "EP", "EPPU"];
        /// École d'application: where teachers are trained.
        Application = "application", "École d’application", ["école élémentaire d’application"];
        /// École spécialisée.
        Specialisee = "specialisee", "École spécialisée", ["EREA", "établissement spécialisé"];
        /// Collège.
        College = "college", "Collège", ["CLG"];
        /// Lycée général et technologique, or polyvalent.
        Lycee = "lycee", "Lycée", ["LGT", "LPO", "lycée général et technologique", "lycée polyvalent"];
        /// Lycée professionnel.
        LyceeProfessionnel = "lycee_professionnel", "Lycée professionnel", ["LP"];
    }
}

choice! {
    /// Who runs a school.
    pub enum Sector {
        /// Public.
        Public = "public", "Public", ["PU"];
        /// Private.
        Prive = "prive", "Privé", ["PR", "privé sous contrat", "privé hors contrat"];
    }
}

/// The degree a school teaches at; it tells who owns it and who signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Degree {
    /// Écoles, owned by communes.
    First,
    /// Collèges and lycées, owned by départements and régions.
    Second,
}

impl SchoolKind {
    /// The degree it teaches at.
    pub fn degree(self) -> Degree {
        match self {
            Self::College | Self::Lycee | Self::LyceeProfessionnel => Degree::Second,
            _ => Degree::First,
        }
    }

    /// What tells it from the other kinds: « élémentaire »; for a count, « élémentaires ».
    pub fn adjective(self, plural: bool) -> &'static str {
        match (self, plural) {
            (Self::Maternelle, false) => "maternelle",
            (Self::Maternelle, true) => "maternelles",
            (Self::Elementaire, false) => "élémentaire",
            (Self::Elementaire, true) => "élémentaires",
            (Self::Primaire, false) => "primaire",
            (Self::Primaire, true) => "primaires",
            (Self::Application, _) => "d’application",
            (Self::Specialisee, false) => "spécialisée",
            (Self::Specialisee, true) => "spécialisées",
            (Self::College, false) => "collège",
            (Self::College, true) => "collèges",
            (Self::Lycee, false) => "lycée",
            (Self::Lycee, true) => "lycées",
            (Self::LyceeProfessionnel, false) => "lycée professionnel",
            (Self::LyceeProfessionnel, true) => "lycées professionnels",
        }
    }

    /// The kind of a line of the national directory: its `code_nature`, and for an école whether it has
    /// maternelle and élémentaire classes (nature 151 is both élémentaire and primaire).
    pub fn of_nature(nature: u16, maternelle: bool, elementaire: bool) -> Option<Self> {
        match (nature, maternelle, elementaire) {
            (101..=151, true, true) => Some(Self::Primaire),
            (101..=111, _, _) => Some(Self::Maternelle),
            (151, true, false) => Some(Self::Maternelle),
            (151, ..) => Some(Self::Elementaire),
            (153 | 152, ..) => Some(Self::Application),
            (160..=169 | 370, ..) => Some(Self::Specialisee),
            (340 | 350 | 352, ..) => Some(Self::College),
            (320 | 334, ..) => Some(Self::LyceeProfessionnel),
            (300..=319, ..) => Some(Self::Lycee),
            _ => None,
        }
    }

    /// The kind that a school's own name tells: « École élémentaire publique Le Parc ».
    pub fn in_name(name: &str) -> Option<Self> {
        let words = format!(" {} ", clean::fold(name));
        let told = |word: &str| {
            words.contains(&format!(" {word} ")) || words.contains(&format!(" {word}s "))
        };
        let kinds = [
            ("maternelle", Self::Maternelle),
            ("elementaire", Self::Elementaire),
            ("primaire", Self::Primaire),
            ("college", Self::College),
            ("lycee professionnel", Self::LyceeProfessionnel),
            ("lycee", Self::Lycee),
        ];
        let mut found = kinds
            .into_iter()
            .filter(|(word, _)| told(word))
            .map(|(_, kind)| kind);
        match (found.next(), found.next()) {
            // « École maternelle et élémentaire » is a primaire.
            (Some(Self::Maternelle), Some(Self::Elementaire)) => Some(Self::Primaire),
            (first, _) => first,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::{ChoiceError, testing::check};

    #[test]
    fn reads_what_people_type() {
        check::<SchoolKind>("École élémentaire", Ok("elementaire"));
        check::<SchoolKind>("ELEMENTAIRE", Ok("elementaire"));
        check::<SchoolKind>("Ecole primaire publique", Ok("primaire"));
        check::<SchoolKind>("E.M.PU", Ok("maternelle"));
        check::<SchoolKind>("école d'application", Ok("application"));
        check::<SchoolKind>("lycée professionnel", Ok("lycee_professionnel"));
        check::<SchoolKind>(
            "école",
            Err(ChoiceError {
                allowed: SchoolKind::CHOICES,
            }),
        );
        check::<Sector>("Privé", Ok("prive"));
    }

    #[test]
    fn every_key_and_label_reads_as_itself() {
        for kind in SchoolKind::ALL {
            check::<SchoolKind>(kind.key(), Ok(kind.key()));
            check::<SchoolKind>(kind.label(), Ok(kind.key()));
        }
    }

    #[test]
    fn the_name_tells_the_kind() {
        assert_eq!(
            SchoolKind::in_name("Ecole élémentaire publique Le Parc"),
            Some(SchoolKind::Elementaire)
        );
        assert_eq!(
            SchoolKind::in_name("Ecole primaire publique Les Renards"),
            Some(SchoolKind::Primaire)
        );
        assert_eq!(
            SchoolKind::in_name("École maternelle et élémentaire"),
            Some(SchoolKind::Primaire)
        );
        assert_eq!(
            SchoolKind::in_name("LYCÉE PROFESSIONNEL Jean Moulin"),
            Some(SchoolKind::LyceeProfessionnel)
        );
        assert_eq!(SchoolKind::in_name("Les Renards"), None);
    }

    #[test]
    fn the_directory_tells_the_kind() {
        assert_eq!(
            SchoolKind::of_nature(151, false, true),
            Some(SchoolKind::Elementaire)
        );
        assert_eq!(
            SchoolKind::of_nature(151, true, true),
            Some(SchoolKind::Primaire)
        );
        assert_eq!(
            SchoolKind::of_nature(101, true, false),
            Some(SchoolKind::Maternelle)
        );
        assert_eq!(
            SchoolKind::of_nature(340, false, false),
            Some(SchoolKind::College)
        );
        assert_eq!(SchoolKind::of_nature(809, false, false), None);
    }
}
