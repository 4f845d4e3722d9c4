//! Words that would harm a careless program, each with what must become of it in a field of one line of text.

/// What must become of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is printed, letter for letter.
    Taken,
    /// The vérification refuses it, and says in which field.
    Refused,
    /// As it is in the fields of any dossier; an answer to a question of the modèle may also refuse it by name, since
    /// its text is kept as typed.
    Either,
    /// It is no text at all (half of a sign): the file is refused, and the field named.
    NoText,
}

/// A value.
#[derive(Clone, Debug)]
pub struct Word {
    /// As written in the file, quotation marks included.
    pub json: String,
    /// As typed.
    pub typed: String,
    /// What must become of it.
    pub fate: Fate,
}

impl Word {
    /// A value that is printed.
    pub fn taken(typed: &str) -> Self {
        Self::new(typed, Fate::Taken)
    }

    fn new(typed: &str, fate: Fate) -> Self {
        let json = serde_json::to_string(typed).unwrap_or_default();
        let typed = typed.to_owned();
        Self { json, typed, fate }
    }
}

/// Operators, objects and delimiters of PDF; XML of its metadata.
const PDF: &[&str] = &[
    ") Tj ET",
    "]TJ EMC Q",
    "\\(\\)\\\\",
    "<</MCID 0>> BDC",
    "/Artifact BMC",
    "endstream endobj",
    "%%EOF",
    "<FEFF0041>",
    "(((",
    ")))",
    "BT /F1 12 Tf ET",
    "trailer <</Root 1 0 R>>",
    "xref 0 1",
    "\\r\\n\\012",
    "stream",
    "1 0 obj <<>>",
    "q 1 0 0 1 0 0 cm",
    "startxref 0",
    "#20#00",
    "/Lang (en)",
    "EMC EMC EMC",
    "<<",
    ">>",
    "[ ]",
    "\\",
    "\\\\",
    "D:20260101",
    "<script>alert(1)</script>",
    "&amp;&lt;&#0;",
    "]]>",
    "<?xpacket end='w'?>",
    "<!-- x -->",
    "\"><rdf:li/>",
    "<!DOCTYPE x [<!ENTITY a \"b\">]>",
];

/// Signs of Markdown, of the language of the modèles, of shells, of SQL, of formats.
const SYNTAX: &[&str] = &[
    "# titre",
    "**gras** _italique_",
    "- liste",
    "| a | b |",
    "[lien](https://exemple.fr)",
    "```",
    "> cite",
    "![image](x)",
    "1. un",
    "===",
    ":::",
    "::: si vrai",
    "[#objet]",
    "[Vu] la loi",
    "a) b",
    "%% commentaire",
    "+++",
    "{% if vrai %}",
    "{# commentaire #}",
    "${7*7}",
    "<%= 7*7 %>",
    "#{7*7}",
    "{7*7}",
    "'; DROP TABLE dossiers; --",
    "\" OR 1=1 --",
    "../../etc/passwd",
    "C:\\con",
    "%00%0a",
    "%s%n%d",
    "$(rm -rf .)",
    "`id`",
    "a\\nb",
    "\\u0000",
    "=1+1",
    "@SUM(A1)",
    "-1",
    "true",
    "null",
    "[object Object]",
    "NaN",
    "0x41",
    "{\"a\": 1}",
    "a;b,c\td",
];

/// Quotation marks, spaces, letters of other scripts of Europe, composed and decomposed.
const LETTERS: &[&str] = &[
    "\"guillemets\"",
    "« déjà »",
    "“anglais”",
    "‘simples’",
    "l'école d'ici",
    "l’été",
    "‹ x ›",
    "e\u{301}cole",
    "A\u{30a}ngstro\u{308}m",
    "o\u{302}\u{300}",
    "c\u{327}a",
    "\u{212b}",
    "\u{2126}",
    "ŒUVRE œuvre Æ æ",
    "ﬁ ﬃ ff ffi ffl",
    "Łódź",
    "İstanbul ı",
    "STRASSE ẞ ß",
    "Đ Þ ð þ",
    "ǆ ŉ ſ",
    "Ωμέγα",
    "Жуков",
    "№ 12",
    "1er 2e n° 3",
    "12 %",
    "5 €",
    "a - b – c — d",
    "x\u{2011}y",
    "un  deux   trois",
    "a\u{a0}b",
    "a\u{202f}b",
    "a\u{2009}b",
    "fin de ligne\r\nsuite",
    "a\nb",
    "a\rb",
    "a\tb",
    "a\u{2028}b",
    "a\u{2029}b",
    "a\u{85}b",
    "zéro\u{200b}largeur",
    "joint\u{2060}ure",
    "cou\u{ad}pure",
    "E\u{301}\u{200b}E",
    "…",
    "a...b",
    "?!",
    "¿¡",
    "§ 1 ¶ 2 † ‡",
    "½ ² ³ µ",
    "a;b:c!d?e",
    "prenom.nom@exemple.fr",
    "https://exemple.fr/a/b?c=d&e=f#g",
];

/// Words too long for a line, up to the longest text that a field takes.
fn long() -> Vec<String> {
    vec![
        "W".repeat(120),
        "é".repeat(300),
        "anticonstitutionnellement".repeat(12),
        "1234567890".repeat(30),
        format!("{}@exemple.fr", "a".repeat(200)),
        format!("https://exemple.fr/{}", "chemin/".repeat(38)),
        "mot ".repeat(74) + "mot",
        "-".repeat(200),
        "_".repeat(2) + &"/".repeat(200),
        "(".repeat(250),
        "e\u{301}".repeat(300),
        "a\u{200b}".repeat(300),
    ]
}

/// What no page prints: signs of control, private or absent, that turn the direction, of other scripts; passages to
/// be replaced; texts longer than a line may be.
fn refused() -> Vec<String> {
    let controls = (0..0x20).chain(0x7f..0xa0).filter_map(char::from_u32);
    let controls =
        controls.filter(|sign| !matches!(sign, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}'));
    let absent = [
        '\u{fffe}',
        '\u{ffff}',
        '\u{fffd}',
        '\u{fdd0}',
        '\u{1fffe}',
        '\u{10ffff}',
        '\u{e000}',
        '\u{f8ff}',
        '\u{f0000}',
        '\u{fff9}',
        '\u{fffb}',
        '\u{61c}',
        '\u{200e}',
        '\u{200f}',
        '\u{202a}',
        '\u{202b}',
        '\u{202d}',
        '\u{202e}',
        '\u{2066}',
        '\u{2069}',
        '🎒',
        '𝒜',
        '汉',
        '字',
        'م',
        'ש',
        'ア',
        'ก',
        'ह',
        '한',
    ];
    let mut all: Vec<String> = controls
        .chain(absent)
        .map(|sign| format!("École {sign} du Parc"))
        .collect();
    all.extend(
        [
            "👩‍🏫",
            "مرحبا",
            "{{7*7}}",
            "{{ reference }}",
            "}}",
            "[...]",
            "xxx",
            "___",
            "à compléter",
        ]
        .map(str::to_owned),
    );
    all.extend([
        "a".repeat(301),
        "mot ".repeat(80),
        "W".repeat(5_000),
        "é".repeat(20_000),
    ]);
    all
}

/// Halves of a sign, as JSON can write them and no text can hold them.
const HALVES: &[&str] = &[
    r"\ud83d",
    r"\udc00",
    r"a\ud83d",
    r"\ud83db",
    r"a\udfffb",
    r"\ud83d\ud83d",
    r"\udc00\ud83d",
];

/// So many different values, every kind among them.
pub fn words(count: usize) -> Vec<Word> {
    let taken = [PDF, SYNTAX, LETTERS].concat();
    let taken: Vec<String> = taken.into_iter().map(str::to_owned).collect();
    let placed = |text: &String| {
        [
            text.clone(),
            format!("École {text}"),
            format!("{text} du Parc"),
            format!("d’{text}-là"),
        ]
    };
    let mut all: Vec<Word> = long().iter().map(|text| Word::taken(text)).collect();
    all.extend(refused().iter().map(|text| Word::new(text, Fate::Refused)));
    let halves = HALVES
        .iter()
        .flat_map(|half| [format!("\"{half}\""), format!("\"École {half} du Parc\"")]);
    all.extend(halves.map(|json| Word {
        json,
        typed: String::new(),
        fate: Fate::NoText,
    }));
    let marks = [
        "\u{feff}marque",
        "École \u{feff}marque",
        "a\u{b}b",
        "a\u{c}b",
        "fin\u{feff}",
    ];
    all.extend(marks.map(|text| Word::new(text, Fate::Either)));
    let room = count.saturating_sub(all.len());
    let mut mild: Vec<Word> = Vec::new();
    for place in 0..4 {
        mild.extend(taken.iter().map(|text| Word::taken(&placed(text)[place])));
    }
    mild.truncate(room);
    all.extend(mild);
    all.truncate(count);
    all
}
