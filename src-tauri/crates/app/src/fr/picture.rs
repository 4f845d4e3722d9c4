//! Why a picture cannot be printed, and how to mend it. One sentence a cause, exhaustively.

use layout::PictureFault;
use layout::pages::Effect;

/// What is wrong with the file, then what to do.
pub fn fault(fault: PictureFault) -> String {
    let (what, mend) = match fault {
        PictureFault::Kind => (
            "ce n’est ni un SVG, ni un PNG, ni un JPEG",
            "L’enregistrer en PNG, puis la choisir de nouveau.",
        ),
        PictureFault::Damaged => (
            "l’image est abîmée ou incomplète",
            "L’enregistrer de nouveau, ou en demander une autre copie.",
        ),
        PictureFault::Size => (
            "ses dimensions ne conviennent pas à une page",
            "L’enregistrer avec la page ajustée au dessin.",
        ),
        PictureFault::Crowded => (
            "le dessin a bien plus de formes qu’un logo",
            "Le simplifier, ou l’enregistrer en PNG.",
        ),
        PictureFault::Script => (
            "le dessin contient un programme ou une page web",
            "L’enregistrer en « SVG simple ».",
        ),
        PictureFault::Outside => (
            "le dessin demande un autre fichier, ou une adresse sur internet",
            "L’enregistrer en « SVG simple », tout incorporé.",
        ),
        PictureFault::Entities => (
            "le dessin déclare des entités, propres au logiciel qui l’a fait",
            "L’enregistrer en « SVG simple », sans les fonctions d’édition du logiciel.",
        ),
        PictureFault::Text => (
            "le dessin contient du texte, dont la police n’est pas dans le fichier",
            "Vectoriser le texte (dans Inkscape : Chemin, Objet en chemin), puis enregistrer de nouveau.",
        ),
        PictureFault::Pixels => (
            "le dessin contient une image en pixels",
            "L’enregistrer tout entier en PNG, à 600 points par pouce.",
        ),
        PictureFault::Effect(effect) => return effect_kept_by_pixels(effect),
        PictureFault::Empty => ("le dessin est vide", "En choisir un autre."),
    };
    format!("{what}. {mend}")
}

/// What paper keeps as pixels only.
fn effect_kept_by_pixels(effect: Effect) -> String {
    let (what, mend) = match effect {
        Effect::Filter => ("un filtre (flou, ombre)", "Le retirer"),
        Effect::Mask => ("un masque", "Le retirer"),
        Effect::Pattern => ("un motif répété", "Le convertir en objets"),
        Effect::Blend => (
            "des formes rendues transparentes ensemble, ou un mode de fusion",
            "Donner à chaque forme sa couleur",
        ),
        Effect::Dashes => (
            "un trait pointillé",
            "Le convertir (dans Inkscape : Chemin, Contour en chemin)",
        ),
        Effect::Markers => ("des marques au bout des traits", "Les convertir en chemins"),
        Effect::Clip => (
            "une découpe faite de plusieurs formes",
            "Les unir en une seule",
        ),
        Effect::Gradient => (
            "un dégradé répété ou transparent",
            "Le remplacer par un dégradé simple",
        ),
    };
    format!(
        "le dessin contient {what}, que le PDF ne garde pas tel quel. {mend}, ou enregistrer le tout en PNG."
    )
}
