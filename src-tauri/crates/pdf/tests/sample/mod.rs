//! Pages made by hand: every role once, two originals, a blank verso, a picture, links.

#![allow(dead_code, clippy::unwrap_used)] // Each test uses what it needs of it, and a test may panic.

use layout::pages::{
    A4, Artifact, Draw, Face, Glyph, GlyphRun, Image, Node, Owner, Page, Pages, Pixels, Role,
    Shape, ShapeKind,
};
use layout::{FontFiles, Fonts};
use pdf::{About, Originals};
use std::path::PathBuf;

/// The shipped faces.
pub fn fonts() -> Fonts {
    Fonts::new(FontFiles {
        serif: include_bytes!("../../../../../assets/fonts/NotoSerif-Regular.ttf"),
        serif_bold: include_bytes!("../../../../../assets/fonts/NotoSerif-Bold.ttf"),
        serif_italic: include_bytes!("../../../../../assets/fonts/NotoSerif-Italic.ttf"),
        sans: include_bytes!("../../../../../assets/fonts/NotoSans-Regular.ttf"),
        sans_bold: include_bytes!("../../../../../assets/fonts/NotoSans-Bold.ttf"),
    })
    .unwrap()
}

/// Pages under way.
struct Pen {
    fonts: Fonts,
    pages: Pages,
    y: i32,
}

impl Pen {
    fn node(&mut self, role: Role, parent: Option<usize>) -> usize {
        self.pages.nodes.push(Node {
            role,
            parent,
            ..Node::default()
        });
        self.pages.nodes.len() - 1
    }

    fn run(&self, owner: Owner, face: Face, x: i32, words: &str) -> Draw {
        let parsed = ttf_parser::Face::parse(self.fonts.bytes(face), 0).unwrap();
        let glyph = |sign: char| {
            let id = parsed.glyph_index(sign).unwrap();
            let advance = i32::from(parsed.glyph_hor_advance(id).unwrap()) * 10_500 / 1000;
            Glyph {
                id: id.0,
                advance,
                text: sign.into(),
            }
        };
        let glyphs = std::sync::Arc::new(words.chars().map(glyph).collect());
        Draw::Glyphs(GlyphRun {
            owner,
            face,
            size: 10_500,
            x,
            y: self.y,
            black: 100,
            turned: false,
            glyphs,
            fields: Vec::new(),
        })
    }

    fn say(&mut self, node: usize, words: &str) {
        self.y += 14_000;
        let draw = self.run(Owner::Node(node), Face::Serif, 90_000, words);
        self.pages.pages[0].draws.push(draw);
    }
}

/// The pages, and the faces they are set in.
pub fn sample() -> (Pages, Fonts) {
    let page = |number| Page {
        width: A4.0,
        height: A4.1,
        number,
        draws: Vec::new(),
    };
    let pages = Pages {
        title: "Convention d’essai".to_owned(),
        duplex: true,
        pages: vec![page(Some(1)), page(None)],
        ..Pages::default()
    };
    let mut pen = Pen {
        fonts: fonts(),
        pages,
        y: 100_000,
    };
    let title = pen.node(Role::H1, None);
    pen.pages.nodes[title].bookmark = Some("Convention d’essai".to_owned());
    pen.say(title, "Convention d’essai");
    let figure = pen.node(Role::Figure, None);
    pen.pages.nodes[figure].alt = Some("Logo de la commune".to_owned());
    pen.pages.images.push(Image {
        width: 2,
        height: 1,
        pixels: Pixels::Plain {
            rgb: vec![0, 0, 0, 255, 255, 255],
            alpha: Some(vec![255, 0]),
        },
        kind: "image/png",
        file: Vec::new(),
    });
    pen.pages.pages[0].draws.push(Draw::Image {
        owner: Owner::Node(figure),
        image: 0,
        x: 70_000,
        y: 28_350,
        width: 40_000,
        height: 20_000,
    });
    article(&mut pen);
    list(&mut pen);
    table(&mut pen);
    furniture(&mut pen);
    (pen.pages, pen.fonts)
}

fn article(pen: &mut Pen) {
    let heading = pen.node(Role::H2, None);
    pen.pages.nodes[heading].bookmark = Some("Article 1er".to_owned());
    pen.pages.nodes[heading].anchor = Some("objet".to_owned());
    pen.say(heading, "Article 1er Objet");
    let text = pen.node(Role::P, None);
    pen.say(text, "Voir l’espace\u{a0}numérique (ENT), œuvre, 45 €, ");
    let short = pen.node(Role::Span, Some(text));
    pen.pages.nodes[short].expansion = Some("espace numérique de travail".to_owned());
    pen.say(short, "ENT");
    for (target, words) in [
        ("https://www.exemple.fr/", "le site"),
        ("#objet", "article 1er"),
    ] {
        let link = pen.node(Role::Link, Some(text));
        pen.pages.nodes[link].link = Some(target.to_owned());
        pen.say(link, words);
    }
    let note = pen.node(Role::Note, None);
    pen.say(note, "Une note.");
}

fn list(pen: &mut Pen) {
    let list = pen.node(Role::L { lettered: false }, None);
    for words in ["un ;", "deux."] {
        let item = pen.node(Role::Li, Some(list));
        let label = pen.node(Role::Lbl, Some(item));
        pen.say(label, "–");
        let body = pen.node(Role::LBody, Some(item));
        pen.say(body, words);
    }
}

fn table(pen: &mut Pen) {
    let table = pen.node(Role::Table, None);
    let head = pen.node(Role::THead, Some(table));
    let row = pen.node(Role::Tr, Some(head));
    for words in ["École", "UAI"] {
        let cell = pen.node(
            Role::Th {
                column: true,
                span: 1,
            },
            Some(row),
        );
        pen.say(cell, words);
    }
    let body = pen.node(Role::TBody, Some(table));
    let row = pen.node(Role::Tr, Some(body));
    let name = pen.node(
        Role::Th {
            column: false,
            span: 1,
        },
        Some(row),
    );
    pen.say(name, "Le Parc");
    let _empty = pen.node(Role::Td { span: 1 }, Some(row));
    let total = pen.node(Role::Tr, Some(body));
    let cell = pen.node(Role::Td { span: 2 }, Some(total));
    pen.say(cell, "1 école");
    let kind = ShapeKind::Line {
        from: (70_000, 400_000),
        to: (500_000, 400_000),
        thickness: 1_000,
        dash: Some((750, 2_250)),
    };
    pen.pages.pages[0].draws.push(Draw::Shape(Shape {
        owner: Owner::Artifact(Artifact::Layout),
        kind,
        black: 45,
        fields: Vec::new(),
    }));
}

fn furniture(pen: &mut Pen) {
    pen.y = 787_500;
    for label in ["Exemplaire 1/2", "Exemplaire 2/2"] {
        let own = pen.run(
            Owner::Artifact(Artifact::Footer),
            Face::SansBold,
            90_000,
            label,
        );
        pen.pages.furniture.push(vec![vec![own], Vec::new()]);
    }
}

/// What is said of the file.
pub fn about(originals: Originals) -> About {
    let date = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    About {
        author: "Fontenay-aux-Roses".to_owned(),
        subject: "Écoles <2026> & suite".to_owned(),
        date,
        originals,
        signature_fields: false,
    }
}

/// Reads a file with our own checker, which must find nothing, and leaves it where the reference validator reads it.
#[track_caller]
pub fn keep(name: &str, bytes: &[u8]) -> PathBuf {
    let flaws: Vec<String> = pdf::check(bytes).iter().map(ToString::to_string).collect();
    assert!(flaws.is_empty(), "{name}: {flaws:#?}");
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../target/pdf"));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join(name);
    std::fs::write(&file, bytes).unwrap();
    file
}
