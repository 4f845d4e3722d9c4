//! A convention: parties, articles, lists, annexes, signatures.

use super::annexes::{circuit, contacts, schools_annexe};
use super::{annexe, bold, logo, plain, value};
use document::*;

const PREAMBLE: [&str; 3] = [
    "L'espace numérique de travail (ENT) réunit, derrière une seule adresse et un seul mot de passe, les services dont l'école a besoin chaque jour : le cahier de textes, la messagerie, les documents de la classe, les informations de la vie scolaire. Il relie les élèves, leurs familles, les enseignants et les agents de la commune.",
    "La commune a la charge des écoles publiques de son territoire. Elle a choisi d'y ouvrir un ENT et d'en assurer la continuité ; l'académie apporte les données, la formation et l'expertise sans lesquelles ce service ne peut vivre. Chacune reste entière dans ses compétences.",
    "La présente convention dit ce que chacune fait, dans quel délai et pour qui.",
];
const OBJECT: &str = "La présente convention fixe les rôles et les engagements de la commune et de l'académie pour le déploiement, l'exploitation et le suivi de l'ENT dans les écoles dont la liste figure à l'annexe 1.";
const DATA: &str = "L'académie met à la disposition de l'exploitant, par l'annuaire fédérateur, les seules données nécessaires à la création des comptes : identité, classe, rattachement des responsables légaux. Les envois complets ont lieu chaque jeudi.";
const BOARD: &str = "Un comité de pilotage, présidé par le maire ou son représentant, réunit la commune, l'inspecteur de l'Éducation nationale de la circonscription et deux directeurs d'école. Il se tient au moins deux fois par an, en octobre et en mai. La commune en assure le secrétariat et adresse le relevé de décisions à ses membres dans les dix jours.";
const RULES: &str = "Pour les traitements mis en œuvre dans l'ENT, les parties sont conjointement responsables au sens de l'article 26 du règlement (UE) 2016/679 du 27 avril 2016. Elles tiennent à la disposition des familles les grandes lignes de leur accord.";
const TERM: &str = "La convention prend effet à la date de la dernière signature, pour une durée de quatre ans. Elle est ensuite reconduite tacitement par périodes d'un an. Chaque partie peut la dénoncer par lettre recommandée avec avis de réception, reçue au moins trois mois avant l'échéance.";
const END: &str = "En cas de manquement grave, la partie qui s'en plaint met l'autre en demeure d'y remédier par lettre recommandée avec avis de réception. Si la mise en demeure reste sans effet pendant trois mois, la convention est résiliée de plein droit. L'ENT demeure ouvert aux écoles jusqu'à la fin de l'année scolaire en cours.";

/// A convention of so many schools, two originals, both sides of the paper.
pub fn document(schools: usize) -> Document {
    Document {
        title: "Convention relative à l'espace numérique de travail".into(),
        opening: opening(),
        blocks: body(),
        annexes: vec![schools_annexe(schools), circuit()],
        header: plain("Convention ENT des écoles · Val-d'Yeuse · Académie de Valmarie"),
        footer: plain("VAL-2026-ENT-01 · version 3"),
        originals: vec![
            original("Exemplaire 1/2", "destiné à la commune"),
            original("Exemplaire 2/2", "destiné à l'académie"),
        ],
        duplex: true,
        initials: 2,
        ..Document::default()
    }
}

/// The same as a draft, before the vote.
pub fn draft() -> Document {
    let margin = "PROJET · version 2 · ne pas signer".into();
    let mut document = Document {
        mark: Some(Mark::Draft { margin }),
        stamp_zone: true,
        ..document(1)
    };
    document.originals.clear();
    document.opening.note =
        plain("Projet établi d'après le modèle public de l'académie — à faire valider.");
    document.opening.subtitle.insert(
        0,
        vec![bold("Annexe à la délibération n° 14"), Inline::Break],
    );
    document
}

/// One annexe on turned pages.
pub fn landscape() -> Document {
    let mut document = document(1);
    document.annexes = vec![Annexe {
        landscape: true,
        ..annexe("Annexe 3", "Correspondants des écoles", vec![contacts()])
    }];
    document
}

fn original(number: &str, addressee: &str) -> OriginalLabel {
    OriginalLabel {
        number: number.into(),
        addressee: addressee.into(),
    }
}

fn opening() -> Opening {
    Opening {
        head: logo(),
        genre: plain("Convention"),
        rest: vec![
            Inline::words("relative à l'espace numérique de travail des écoles publiques de "),
            value("Val-d'Yeuse", "commune.nom"),
        ],
        subtitle: vec![
            plain("Académie de Valmarie"),
            plain("Référence VAL-2026-ENT-01"),
            plain("Années scolaires 2026-2030"),
        ],
        ..Opening::default()
    }
}

fn body() -> Vec<Block> {
    let mut blocks = vec![parties(), free("Préambule")];
    blocks.extend(PREAMBLE.iter().map(|text| Block::Paragraph(plain(text))));
    blocks.extend([
        article("1er", "Objet"),
        Block::Paragraph(plain(OBJECT)),
        article("2", "Services rendus aux écoles"),
    ]);
    blocks.extend([Block::Paragraph(plain("L'ENT offre à chaque école, dès l'ouverture des comptes et pour toute la durée de la convention :")), services()]);
    blocks.extend([
        article("3", "Gouvernance et répartition des rôles"),
        sub("3.1", "L'académie"),
        numbered("3.1.1", DATA),
    ]);
    blocks.extend([numbered("3.1.2", "Elle forme les directeurs d'école dans le trimestre qui suit l'ouverture du service, puis les enseignants, sur leur temps de formation."), sub("3.2", "La commune")]);
    blocks.extend([
        numbered(
            "3.2.1",
            "La commune assure la maîtrise d'ouvrage de l'ENT. À ce titre :",
        ),
        duties(),
        article("4", "Conduite du projet"),
        Block::Paragraph(plain(BOARD)),
    ]);
    blocks.extend([
        article("5", "Protection des données"),
        Block::Paragraph(plain(RULES)),
        alert(),
        article("6", "Durée et dénonciation"),
        Block::Paragraph(plain(TERM)),
    ]);
    blocks.extend([
        article("7", "Résiliation"),
        Block::Paragraph(plain(END)),
        free("Pièces annexées"),
        annexed(),
        signatures(),
    ]);
    blocks
}

fn parties() -> Block {
    let commune = PartyBlock {
        word: "Entre".into(),
        identity: vec![
            bold("La commune de Val-d'Yeuse"),
            Inline::words(
                " (SIREN 219 900 326), dont l'hôtel de ville est situé 75, rue du Port, 99260 Val-d'Yeuse, représentée par son maire, ",
            ),
            value("M. Camille Durand", "commune.signataire"),
            Inline::words(", autorisé à signer par la délibération n° "),
            Inline::ToComplete {
                label: "numéro à compléter".into(),
                fields: vec!["acte.numero".into()],
            },
            Inline::words(" du conseil municipal,"),
        ],
        term: vec![
            Inline::words("ci-après dénommée « "),
            bold("la commune"),
            Inline::words(" »,"),
        ],
        part: plain("d'une part,"),
    };
    let academie = PartyBlock {
        word: "et".into(),
        identity: vec![
            bold("L'État, ministère de l'Éducation nationale"),
            Inline::words(
                ", représenté dans l'académie de Valmarie par la rectrice, Mme Alix Moreau, dont le siège est situé 3, boulevard des Exemples, 99017 Valmarie Cedex,",
            ),
        ],
        term: vec![
            Inline::words("ci-après dénommé «"),
            bold("l'académie"),
            Inline::words("»,"),
        ],
        part: plain("d'autre part,"),
    };
    let closing = vec![
        Inline::words("ensemble dénommés « "),
        bold("les parties"),
        Inline::words(" », il est convenu ce qui suit."),
    ];
    Block::Parties(Parties {
        parties: vec![commune, academie],
        closing,
    })
}

fn free(title: &str) -> Block {
    Block::Heading {
        level: 1,
        label: vec![],
        text: plain(title),
        anchor: String::new(),
    }
}

fn article(number: &str, title: &str) -> Block {
    Block::Heading {
        level: 1,
        label: plain(&format!("Article {number}")),
        text: plain(title),
        anchor: format!("article-{number}"),
    }
}

fn sub(number: &str, title: &str) -> Block {
    Block::Heading {
        level: 2,
        label: plain(number),
        text: plain(title),
        anchor: String::new(),
    }
}

fn numbered(label: &str, text: &str) -> Block {
    Block::Numbered {
        label: label.into(),
        text: plain(text),
    }
}

fn item(text: &str, below: &[&str]) -> ListItem {
    let below = below.iter().map(|text| item(text, &[])).collect();
    ListItem {
        text: plain(text),
        below,
    }
}

fn services() -> Block {
    let items = vec![
        item(
            "des services pédagogiques : cahier de textes, espaces de classe, ressources numériques accessibles par le gestionnaire d'accès aux ressources ;",
            &[],
        ),
        item(
            "des services de communication : messagerie interne, carnet de liaison, actualités de l'école et de la commune ;",
            &[],
        ),
        item(
            "des services de vie scolaire, dans la limite des modules suivants :",
            &[
                "calendrier et emploi du temps ;",
                "inscriptions aux sorties et aux ateliers ;",
                "signalement des absences aux familles ;",
            ],
        ),
        item(
            "des services d'administration de la plateforme, réservés aux personnes désignées à l'annexe 2.",
            &[],
        ),
    ];
    Block::List(List {
        lettered: false,
        items,
    })
}

fn duties() -> Block {
    let items = vec![
        item(
            "elle choisit l'exploitant, conclut le marché et en contrôle l'exécution ;",
            &[],
        ),
        item(
            "elle fournit à chaque école un accès au réseau et un équipement suffisants, et en assure la maintenance dans un délai de deux jours ouvrés ;",
            &[],
        ),
        item(
            "elle tient à jour la liste des correspondants et la communique à l'académie dans les quinze jours de tout changement.",
            &[],
        ),
    ];
    Block::List(List {
        lettered: true,
        items,
    })
}

fn alert() -> Block {
    let link = Text {
        words: "alerte-ssi@exemple.fr".into(),
        link: Some("mailto:alerte-ssi@exemple.fr".into()),
        ..Text::default()
    };
    Block::Paragraph(vec![
        Inline::words(
            "Tout incident de sécurité est signalé dans les vingt-quatre heures à l'inspecteur de la circonscription et à l'adresse ",
        ),
        Inline::Text(link),
        Inline::words(
            ". Le signalement précise la nature de l'incident, les comptes concernés et les premières mesures prises.",
        ),
    ])
}

fn annexed() -> Block {
    let items = vec![
        at_page("annexe 1 : liste des écoles", "annexe-1", " ;"),
        at_page(
            "annexe 2 : circuit de signature et correspondants",
            "annexe-2",
            ".",
        ),
    ];
    Block::List(List {
        lettered: false,
        items,
    })
}

/// « annexe 1 : liste des écoles (page 5) ; »
fn at_page(words: &str, anchor: &str, end: &str) -> ListItem {
    let number = Text {
        link: Some(format!("#{anchor}")),
        page_of: Some(anchor.into()),
        ..Text::default()
    };
    let text = vec![
        Inline::words(format!("{words} (page ")),
        Inline::Text(number),
        Inline::words(format!("){end}")),
    ];
    ListItem {
        text,
        below: vec![],
    }
}

fn signatures() -> Block {
    let done = vec![
        Inline::words("Fait à "),
        Inline::Dotted {
            what: Dotted::Place,
            fields: vec![],
        },
        Inline::words(", le "),
        Inline::Dotted {
            what: Dotted::Date,
            fields: vec![],
        },
        Inline::words(", en deux exemplaires originaux, dont un est remis à chaque partie."),
    ];
    let block = |party: &str, quality: &str, name: Vec<Inline>| SignatureBlock {
        party: plain(party),
        quality: plain(quality),
        name,
        dated: true,
        ..SignatureBlock::default()
    };
    let unknown = vec![Inline::Dotted {
        what: Dotted::Rest,
        fields: vec!["academie.signataire.nom".into()],
    }];
    let blocks = vec![
        block(
            "Pour la commune",
            "Le maire de Val-d'Yeuse,",
            plain("Camille DURAND"),
        ),
        block(
            "Pour l'académie",
            "La rectrice de l'académie de Valmarie,",
            unknown,
        ),
    ];
    Block::Signatures(Signatures {
        done,
        blocks,
        keep_last_article: true,
        blank: Blank::Convention,
    })
}
