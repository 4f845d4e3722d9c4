//! Départements and collectivités d'outre-mer: their codes, how their schools' numbers begin, their académie.

use super::{
    InseeCode, Uai,
    clean::{fold, letters},
    department_table::{Facts, TABLE},
    why::Why,
};
use crate::entry::{Kind, Value};
use std::{fmt, str::FromStr};

/// A département.
#[derive(Clone, Copy, Debug)]
pub struct Department(&'static Facts);

/// No département has this code or this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no département has this code or name")]
pub struct DepartmentError;

/// The codes and names of all, in order.
const CHOICES: [(&str, &str); TABLE.len()] = {
    let mut choices = [("", ""); TABLE.len()];
    let mut rank = 0;
    while rank < TABLE.len() {
        choices[rank] = (TABLE[rank].code, TABLE[rank].name);
        rank += 1;
    }
    choices
};

impl Department {
    /// All of them, in the order of their codes.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(Self)
    }

    fn find(fits: impl Fn(&Facts) -> bool) -> Option<Self> {
        TABLE.iter().find(|facts| fits(facts)).map(Self)
    }

    /// The one of this code: « 92 », « 2A », « 971 »; three characters as in the directory (« 092 », « 02A ») do too.
    pub fn of_code(code: &str) -> Option<Self> {
        let code = code.trim().to_ascii_uppercase();
        let short = code
            .strip_prefix('0')
            .filter(|short| short.len() == 2)
            .unwrap_or(&code);
        Self::find(|facts| facts.code == short)
    }

    /// The one a commune belongs to; `None` for an invented commune (99).
    pub fn of_insee(insee: &InseeCode) -> Option<Self> {
        Self::of_code(insee.department_code())
    }

    /// The first one whose schools' UAI begin like this: 620 and 720 are Corsica's, 971 is also
    /// Saint-Barthélemy's and Saint-Martin's. `None` for an invented school (099).
    pub fn of_uai_prefix(prefix: u16) -> Option<Self> {
        Self::find(|facts| facts.uai_prefix == prefix)
    }

    /// Whether this school's number begins as those of the département do.
    pub fn numbers(self, uai: Uai) -> bool {
        self.0.uai_prefix == uai.prefix()
    }

    /// Its code: « 92 », « 2A », « 971 ».
    pub fn code(self) -> &'static str {
        self.0.code
    }

    /// Its code in three characters, as in the directory and in the identifiers of the préfectures: « 092 », « 02A ».
    pub fn three_characters(self) -> String {
        format!("{:0>3}", self.0.code)
    }

    /// How its schools' UAI begin.
    pub fn uai_prefix(self) -> u16 {
        self.0.uai_prefix
    }

    /// Its name: « Hauts-de-Seine ».
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// Its name after « département »: « des Hauts-de-Seine ».
    pub fn with_de(self) -> &'static str {
        self.0.with_de
    }

    /// Its académie: « Versailles ».
    pub fn academy(self) -> &'static str {
        self.0.academy
    }

    /// Its académie's name after « académie »: « d’Aix-Marseille ».
    pub fn academy_with_de(self) -> &'static str {
        self.0.academy_with_de
    }
}

impl PartialEq for Department {
    fn eq(&self, other: &Self) -> bool {
        self.0.code == other.0.code
    }
}

impl Eq for Department {}

impl FromStr for Department {
    type Err = DepartmentError;

    /// Reads a code or a name, with or without its article: « 92 », « 092 », « Hauts-de-Seine », « Corse du Sud ».
    fn from_str(typed: &str) -> Result<Self, DepartmentError> {
        if let Some(found) = Self::of_code(&fold(typed)) {
            return Ok(found);
        }
        let typed = letters(typed);
        let named = |facts: &Facts| letters(facts.name) == typed || letters(facts.with_de) == typed;
        Self::find(named).ok_or(DepartmentError)
    }
}

impl fmt::Display for Department {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.code)
    }
}

impl Value for Department {
    const KIND: Kind = Kind::Choice(&CHOICES);

    fn read(typed: &str) -> Result<Self, Why> {
        typed.parse().map_err(Why::Department)
    }

    fn spelling(&self) -> String {
        self.0.code.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::testing::check;

    #[test]
    fn reads_codes_and_names() {
        check::<Department>("92", Ok("92"));
        check::<Department>("092", Ok("92"));
        check::<Department>("02a", Ok("2A"));
        check::<Department>("Hauts de Seine", Ok("92"));
        check::<Department>("des Hauts-de-Seine", Ok("92"));
        check::<Department>("REUNION", Err(DepartmentError));
        check::<Department>("la réunion", Ok("974"));
        check::<Department>("20", Err(DepartmentError));
        check::<Department>("", Err(DepartmentError));
    }

    #[test]
    fn every_code_name_and_prefix_is_found() {
        for department in Department::all() {
            check::<Department>(department.code(), Ok(department.code()));
            check::<Department>(department.name(), Ok(department.code()));
            check::<Department>(&department.three_characters(), Ok(department.code()));
            assert!(Department::of_uai_prefix(department.uai_prefix()).is_some());
        }
        assert_eq!(Department::all().count(), 107);
    }

    #[test]
    fn corsica_and_overseas_number_their_schools_otherwise() {
        let code = |prefix| Department::of_uai_prefix(prefix).map(Department::code);
        assert_eq!(code(92), Some("92"));
        assert_eq!(code(620), Some("2A"));
        assert_eq!(code(720), Some("2B"));
        assert_eq!(code(983), Some("988"));
        assert_eq!(code(99), None);
    }

    #[test]
    fn knows_the_article_and_the_academie() {
        let of = |code| Department::of_code(code).unwrap();
        assert_eq!(of("92").with_de(), "des Hauts-de-Seine");
        assert_eq!(of("95").with_de(), "du Val-d’Oise");
        assert_eq!(of("89").with_de(), "de l’Yonne");
        assert_eq!(of("13").academy_with_de(), "d’Aix-Marseille");
        assert_eq!(of("92").academy(), "Versailles");
        let corte: InseeCode = "2B096".parse().unwrap();
        assert_eq!(
            Department::of_insee(&corte).map(Department::name),
            Some("Haute-Corse")
        );
    }
}
