//! The words that hold to a neighbour.

/// Before anything: « n° 12 », « M. le maire », « art. 4 ».
pub const CITED: &[&str] = &[
    "n°", "N°", "nos", "M.", "MM.", "Mme", "Mmes", "Mlle", "Mlles", "art.", "Art.", "p.", "pp.",
    "al.",
];
/// Before a name: « Dr Durand ».
pub const ADDRESSED: &[&str] = &["Dr", "Pr", "Me", "Mgr", "St", "Ste"];
/// Before a number, in small letters: « article 4 », « annexe 1 ».
pub const NUMBERED: &[&str] = &[
    "article",
    "articles",
    "annexe",
    "annexes",
    "page",
    "pages",
    "titre",
    "chapitre",
    "section",
    "paragraphe",
    "alinéa",
    "point",
    "partie",
    "lot",
    "exemplaire",
    "version",
    "livre",
    "tome",
    "étape",
    "avenant",
    "phase",
    "convention",
    "délibération",
];
/// Months.
pub const MONTHS: &[&str] = &[
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
/// Kinds of streets.
pub const STREETS: &[&str] = &[
    "rue",
    "avenue",
    "av.",
    "boulevard",
    "bd",
    "place",
    "allée",
    "allées",
    "chemin",
    "impasse",
    "quai",
    "cours",
    "square",
    "passage",
    "route",
    "esplanade",
    "promenade",
    "sente",
    "sentier",
    "villa",
    "mail",
    "faubourg",
    "voie",
    "rond-point",
    "résidence",
    "hameau",
    "lotissement",
    "parvis",
    "cité",
    "ruelle",
    "montée",
    "côte",
    "rampe",
];
/// Units that follow figures.
pub const UNITS: &[&str] = &[
    "€", "%", "‰", "h", "min", "s", "km", "m", "cm", "mm", "m²", "kg", "g", "Mo", "Go", "To", "ko",
    "°C", "euros", "centimes",
];
/// Spans of time, after figures or numbers in letters.
pub const SPANS: &[&str] = &[
    "an", "ans", "mois", "jour", "jours", "heure", "heures", "semaine", "semaines",
];
/// Small numbers in letters.
pub const NUMBERS: &[&str] = &[
    "un", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "quinze", "vingt", "trente", "quarante", "soixante",
];
