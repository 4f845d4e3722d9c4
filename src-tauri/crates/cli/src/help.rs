//! What `--help` says.

use crate::arguments::Topic;

/// The help on a topic, in French.
pub fn text(topic: Topic) -> &'static str {
    match topic {
        Topic::All => ALL,
        Topic::New => NEW,
        Topic::Check => CHECK,
        Topic::Export => EXPORT,
        Topic::Text => TEXT,
        Topic::Models => MODELS,
        Topic::Tags => TAGS,
        Topic::Store => STORE,
    }
}

const ALL: &str = "\
convent : les conventions ENT des collectivités, prêtes à signer

  convent new --model MODÈLE [--out DOSSIER]       un dossier vide et son mode d’emploi
  convent new --from DOSSIER.json --as NATURE      un avenant, une mise à jour d’annexe, un renouvellement
  convent check DOSSIER.json…                      la vérification, sans rien écrire
  convent export DOSSIER.json… --out DOSSIER       les documents en PDF
  convent text DOSSIER.json --only DOCUMENT        le texte d’un document, à coller ailleurs
  convent models                                   les modèles connus
  convent tags FICHIER.pdf                         les balises d’un PDF, à relire
  convent store list | import | export             les dossiers de la fenêtre

Options de toutes les actions :
  --json             répondre pour une machine
  --date AAAA-MM-JJ  la date du jour, pour les règles et les métadonnées ; jamais imprimée d’elle-même
  --models DOSSIER   lire aussi le modèle de ce dossier
  --data DOSSIER     où sont les données de la fenêtre

Codes de sortie : 0 fait, 1 des points bloquent, 2 une entrée ne se lit pas, 3 une panne.
« convent ACTION --help » en dit plus.";

const NEW: &str = "\
convent new --model MODÈLE [--out DOSSIER]

Écrit un dossier vide (dossier.json) et, à côté, LISEZ-MOI.md : une ligne par champ.
N’écrase jamais un fichier présent.

convent new --from SIGNÉ.json --as avenant|mise-a-jour|renouvellement [--out DOSSIER]

Écrit le dossier qui suit celui d’une convention signée, qu’il garde entier sous « avant » et ne modifie pas. Les
parties, les écoles, les contacts et les réponses sont ceux en vigueur : on y change ce qui change. La délibération, les
signatures et les dates sont à donner de nouveau.

  avenant         le texte, le montant, la durée ou la liste des écoles : voté et signé
  mise-a-jour     les contacts et les données techniques : une annexe datée et une lettre, sans vote
  renouvellement  une nouvelle convention, avec une feuille de ce qui change";

const CHECK: &str = "\
convent check DOSSIER.json…

Dit tout ce que la vérification trouve : bloquant, à vérifier, conseil, et ce qui reste à compléter à la main.
Code 1 si un point bloque.";

const EXPORT: &str = "\
convent export DOSSIER.json… --out DOSSIER

  --draft            marque chaque page « PROJET » ; rien n’est bloqué
  --only a,b         seulement ces documents (note-synthese, projet-deliberation, texte-annexe, convention…)
  --separate         un fichier par original, au lieu d’un seul fichier à imprimer
  --signature-fields un champ de signature vide à la place de chaque signataire, pour signer à l’écran
  --editable         en plus, une version modifiable (.docx) de la note, de la délibération, du bordereau, des lettres
  --online           la version à mettre en ligne de ce qui est publié, à la place des documents : les téléphones et
                     courriels des personnes y sont masqués
  --print-file       pour un dossier réparti : en plus, un seul fichier qui réunit toutes les conventions

Un dossier réparti donne une convention par établissement, par commune ou par membre, chacune dans son fichier. Celle
qui est refusée dit pourquoi et n’arrête pas les autres.

L’acte du service des assemblées et le texte de l’académie, s’ils sont à côté du fichier .json sous le nom qu’il leur
donne, sont copiés tels quels avec les documents qui les comptent.

Plusieurs dossiers font un seul lot. Un point bloquant refuse son dossier, qui n’écrit alors aucun fichier, et tous
ses points sont dits à la fois ; les autres dossiers du lot sont faits. Le code est celui du pire.";

const TEXT: &str = "\
convent text DOSSIER.json --only DOCUMENT [--html]

Le texte d’un document, à coller dans un autre logiciel : titres, paragraphes, listes, tableaux. Tant qu’un point le
bloque, il dit « PROJET » et met entre crochets ce qui manque. N’écrit aucun fichier.

  --html             avec ses titres, ses listes et ses tableaux";

const MODELS: &str = "\
convent models [--check DOSSIER…]

Les modèles connus : identifiant, version, titre et source du texte.

  --check DOSSIER    relit le modèle de ce dossier, sans rien écrire : champ inconnu, niveau de titre sauté, titre
                     vide, annexe jamais citée, signature manquante, signe sans glyphe… chaque faute avec sa ligne";

const TAGS: &str = "\
convent tags FICHIER.pdf

Les balises d’un PDF fait par ConvENT, dans l’ordre où un lecteur d’écran les lit : une par ligne, les plus
profondes en retrait, avec leurs mots et ce qu’elles disent d’elles-mêmes (Alt, E, Lang, Scope…).
Le texte des PDF d’autres programmes peut manquer. N’écrit rien.";

const STORE: &str = "\
convent store list
convent store import DOSSIER.json…
convent store export RÉFÉRENCE [--out FICHIER.json]

Les dossiers de la fenêtre, qui doit être fermée.";
