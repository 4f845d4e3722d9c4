//! Documents made by hand: one of each block, and all of them together.

use document::{
    Align, Annexe, Blank, Block, Column, Document, Dotted, Head, Inline, List, ListItem, Opening,
    OriginalLabel, Parties, PartyBlock, Row, SignatureBlock, Signatures, Table, Text,
};

/// Two pixels, the second half clear.
const LOGO: &[u8] =
    b"\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x02\
\x00\x00\x00\x01\x08\x06\x00\x00\x00\xf4\x22\x7f\x8a\x00\x00\x00\x11\x49\x44\x41\
\x54\x78\x9c\x63\x38\xc1\xc0\xf0\x9f\x81\xe1\x44\x03\x00\x0d\x54\x03\x10\xab\x53\
\x24\x84\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82";

/// Plain words.
pub fn words(words: &str) -> Vec<Inline> {
    vec![Inline::words(words)]
}

/// Words that come from a field.
pub fn value(words: &str, field: &str) -> Inline {
    Inline::Text(Text {
        words: words.to_owned(),
        fields: vec![field.to_owned()],
        ..Text::default()
    })
}

/// An opening.
pub fn opening() -> Opening {
    Opening {
        genre: words("Convention"),
        rest: words("relative à l'essai des pages"),
        ..Opening::default()
    }
}

/// A document of these blocks.
pub fn of(blocks: Vec<Block>) -> Document {
    Document {
        title: "Document d'essai".to_owned(),
        opening: opening(),
        blocks,
        ..Document::default()
    }
}

/// A numbered title.
pub fn heading(level: u8, label: &str, text: &str) -> Block {
    let anchor = label.to_lowercase().replace(' ', "-");
    Block::Heading {
        level,
        label: words(label),
        text: words(text),
        anchor,
    }
}

/// A paragraph of two lines.
pub fn paragraph() -> Block {
    let text = "Les signataires conviennent de mettre à la disposition des écoles un espace numérique de travail ; \
                chacun en assure, pour ce qui le concerne, le bon usage et la continuité.";
    Block::Paragraph(words(text))
}

/// A list of two levels.
pub fn list() -> Block {
    let below = vec![ListItem {
        text: words("les élèves ;"),
        below: Vec::new(),
    }];
    let items = vec![
        ListItem {
            text: words("l'usage :"),
            below,
        },
        ListItem {
            text: words("la fin."),
            below: Vec::new(),
        },
    ];
    Block::List(List {
        lettered: false,
        items,
    })
}

/// A table with a total.
pub fn table(rows: usize) -> Block {
    let column = |header: &str, align, fixed| Column {
        header: words(header),
        align,
        fixed,
    };
    let columns = vec![
        column("École", Align::Left, false),
        column("UAI", Align::Left, true),
        column("Élèves", Align::Right, true),
    ];
    let row = |at: usize| Row {
        cells: vec![
            words(&format!("École n° {at}")),
            words("0990001A"),
            words("120"),
        ],
    };
    let totals = vec![Row {
        cells: vec![words("Ensemble"), Vec::new(), words("1 200")],
    }];
    let rows = (1..=rows).map(row).collect();
    Block::Table(Table {
        title: "Les écoles".to_owned(),
        columns,
        rows,
        totals,
        wide: true,
        row_headers: true,
        first_on_repere: false,
    })
}

/// Two parties.
pub fn parties() -> Block {
    let party = |word: &str, name: &str| PartyBlock {
        word: word.to_owned(),
        identity: words(name),
        term: words("ci-après dénommée « la commune »,"),
        part: words("d'une part,"),
    };
    Block::Parties(Parties {
        parties: vec![party("Entre", "la commune"), party("et", "l'académie")],
        closing: words("il est convenu ce qui suit."),
    })
}

/// Two blocks to sign.
pub fn signatures() -> Block {
    let block = |party: &str| SignatureBlock {
        party: words(party),
        quality: words("Le maire,"),
        name: Vec::new(),
        dated: true,
        ..SignatureBlock::default()
    };
    let done = vec![
        Inline::words("Fait à "),
        Inline::Dotted {
            what: Dotted::Place,
            fields: vec!["lieu".to_owned()],
        },
        Inline::words(", en deux exemplaires."),
    ];
    Block::Signatures(Signatures {
        done,
        blocks: vec![block("Pour la commune"), block("Pour l'académie")],
        keep_last_article: true,
        blank: Blank::Convention,
    })
}

/// One of each piece of a line.
pub fn inlines() -> Block {
    let styled = Text {
        words: "l'ENT".to_owned(),
        expansion: Some("espace numérique de travail".to_owned()),
        bold: true,
        ..Text::default()
    };
    let link = |to: &str, words: &str| {
        Inline::Text(Text {
            words: words.to_owned(),
            link: Some(to.to_owned()),
            ..Text::default()
        })
    };
    Block::Paragraph(vec![
        Inline::Text(styled),
        Inline::words(" se lit à "),
        link(
            "https://www.exemple.fr/une/adresse/longue/qui/tient/mal/sur/une/seule/ligne/de/texte",
            "www.exemple.fr/une/adresse/longue/qui/tient/mal/sur/une/seule/ligne/de/texte",
        ),
        Inline::words(" ou à "),
        link("#article-1", "l'article 1"),
        Inline::Break,
        Inline::Check {
            ticked: true,
            fields: vec!["choix".to_owned()],
        },
        Inline::words(" oui "),
        Inline::Check {
            ticked: false,
            fields: Vec::new(),
        },
        Inline::words(" non, "),
        Inline::ToComplete {
            label: "numéro de la délibération".to_owned(),
            fields: vec!["numero".to_owned()],
        },
        value(" Fontenay-aux-Roses", "commune"),
        Inline::Text(Text {
            words: "1".to_owned(),
            ..Text::default()
        }),
        Inline::Text(Text {
            words: "er".to_owned(),
            raised: true,
            ..Text::default()
        }),
        Inline::Text(Text {
            words: " in fine".to_owned(),
            italic: true,
            ..Text::default()
        }),
    ])
}

/// All of it, in the number of originals asked for.
pub fn whole(originals: usize, duplex: bool) -> Document {
    let label = |at: usize| OriginalLabel {
        number: format!("Exemplaire {}/{originals}", at + 1),
        addressee: "destiné à la commune".to_owned(),
    };
    let annexe = |at: usize| Annexe {
        label: format!("Annexe {at}"),
        anchor: format!("annexe-{at}"),
        title: words("Liste des écoles"),
        blocks: vec![paragraph(), table(40)],
        landscape: false,
    };
    let long = std::iter::repeat_with(paragraph).take(40);
    let mut blocks = vec![
        parties(),
        heading(1, "Article 1", "Objet"),
        inlines(),
        list(),
    ];
    blocks.extend(long);
    blocks.extend([heading(1, "Article 2", "Durée"), paragraph(), signatures()]);
    let mut document = of(blocks);
    document.opening.head = Head::Logo {
        picture: Some(LOGO.to_vec()),
        alt: "Logo de la commune".to_owned(),
        lines: vec![words("Ville d'essai")],
    };
    document.opening.subtitle = vec![words("Académie d'essai"), words("Référence 2026-001")];
    document.annexes = vec![annexe(1), annexe(2)];
    document.header = words("Convention d'essai");
    document.footer = words("2026-001 · version 1");
    document.originals = (0..originals).map(label).collect();
    document.duplex = duplex;
    document.stamp_zone = true;
    document
}
