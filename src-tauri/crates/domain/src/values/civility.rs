//! How one addresses a person; it gives the gender of the words around the name.

use crate::french::Gender;

choice! {
    /// How one addresses a person.
    pub enum Civility {
        /// « M. », « Monsieur ».
        Monsieur = "M.", "Monsieur", ["mr", "sieur", "homme", "h"];
        /// « Mme », « Madame ». « Mademoiselle » has left administrative forms (circulaire du 21 février 2012).
        Madame = "Mme", "Madame", ["mlle", "mademoiselle", "dame", "femme", "f"];
    }
}

impl Civility {
    /// The gender of the words that agree with the person.
    pub fn gender(self) -> Gender {
        match self {
            Self::Monsieur => Gender::Masculine,
            Self::Madame => Gender::Feminine,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::{ChoiceError, testing::check};

    #[test]
    fn reads_what_people_type() {
        check::<Civility>("monsieur", Ok("M."));
        check::<Civility>(" m ", Ok("M."));
        check::<Civility>("MME.", Ok("Mme"));
        check::<Civility>("Mme", Ok("Mme"));
        check::<Civility>(
            "M./Mme",
            Err(ChoiceError {
                allowed: Civility::CHOICES,
            }),
        );
        check::<Civility>(
            "...",
            Err(ChoiceError {
                allowed: Civility::CHOICES,
            }),
        );
    }
}
