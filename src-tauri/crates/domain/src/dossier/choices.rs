//! CONTRACT. The closed lists of the dossier: what a field may be one of.
//!
//! A choice is written as its key (French, without accents); the label is what people read.

use crate::choice;

choice! {
    /// What kind of body the collectivity is.
    pub enum CollectivityKind {
        /// A commune.
        Commune = "commune", "Commune", [];
        /// A département.
        Department = "departement", "Département", [];
        /// A région.
        Region = "region", "Région", [];
        /// A métropole.
        Metropolis = "metropole", "Métropole", [];
        /// An EPCI.
        Epci = "epci", "Communauté de communes ou d’agglomération", [];
        /// A syndicat intercommunal.
        Syndicate = "syndicat_intercommunal", "Syndicat intercommunal", [];
        /// A syndicat mixte.
        MixedSyndicate = "syndicat_mixte", "Syndicat mixte", [];
        /// A collectivity of its own kind (Paris, Corse…).
        Special = "collectivite_statut_particulier", "Collectivité à statut particulier", [];
        /// A groupement d'intérêt public.
        Gip = "gip", "Groupement d’intérêt public", [];
        /// An association.
        Association = "association", "Association", [];
        /// A caisse des écoles.
        SchoolFund = "caisse_des_ecoles", "Caisse des écoles", [];
    }
}

choice! {
    /// The function by which a signatory signs.
    pub enum Function {
        /// Maire.
        Mayor = "maire", "Maire", ["la maire", "madame la maire"];
        /// Adjoint au maire.
        Deputy = "adjoint", "Adjoint au maire", ["adjointe", "adjointe au maire", "adjoint"];
        /// Président.
        President = "president", "Président", ["présidente"];
        /// Vice-président.
        VicePresident = "vice_president", "Vice-président", ["vice-présidente"];
        /// Recteur d'académie.
        Rector = "recteur", "Recteur d’académie", ["rectrice", "rectrice d’académie"];
        /// Recteur de région académique.
        RegionRector = "recteur_region", "Recteur de région académique", ["rectrice de région académique"];
        /// DASEN.
        Dasen = "dasen", "Directeur académique des services de l’éducation nationale", ["directrice académique des services de l’éducation nationale"];
        /// IEN.
        Ien = "ien", "Inspecteur de l’éducation nationale", ["inspectrice de l’éducation nationale"];
        /// Principal de collège.
        Principal = "principal", "Principal", ["principale"];
        /// Proviseur de lycée.
        Headmaster = "proviseur", "Proviseur", ["proviseure"];
        /// Directeur d'école.
        SchoolHead = "directeur_ecole", "Directeur d’école", ["directrice d’école"];
        /// Directeur général des services.
        Dgs = "dgs", "Directeur général des services", ["directrice générale des services"];
    }
}

choice! {
    /// Whose words the convention is in (`product.md`: two sources of text).
    pub enum TextSource {
        /// The modèle's.
        Template = "modele", "Modèle de ConvENT", [];
        /// The académie's own PDF, kept untouched.
        Supplied = "fourni", "Texte fourni par l’académie", [];
    }
}

choice! {
    /// In what form the convention is signed (code civil, art. 1366 and 1375).
    pub enum OriginalsForm {
        /// One paper original for each party with a distinct interest.
        Paper = "papier", "Un original papier par partie", [];
        /// One paper original, kept by the party that the others agree on.
        Single = "unique", "Un seul original papier", ["original unique"];
        /// One file, signed electronically.
        Electronic = "electronique", "Un fichier signé électroniquement", ["signature électronique"];
    }
}

choice! {
    /// Who writes the extract of the register, once the council has voted.
    pub enum ActWriter {
        /// This program.
        Program = "convent", "Établi par ConvENT", [];
        /// The service des assemblées: only the act's references are known here, and its PDF.
        Service = "service", "Rédigé par le service des assemblées", ["le service des assemblées"];
    }
}

choice! {
    /// What a dossier does to the convention that it follows (`domain.md` §6.0).
    pub enum SequelKind {
        /// It changes the text, the amount, the duration or the list of schools: voted and signed.
        Amendment = "avenant", "Avenant", [];
        /// It brings the annexes up to date, without a vote nor a signature.
        Update = "mise_a_jour", "Mise à jour d’annexe", ["mise à jour", "mise à jour des annexes"];
        /// It is a new convention, made from the last one.
        Renewal = "renouvellement", "Renouvellement", ["nouvelle convention"];
    }
}
