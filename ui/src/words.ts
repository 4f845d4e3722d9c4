// Every word that the window itself says: buttons, titles, helps. Sections, questions and findings are
// Rust's. Real French typography stands in the strings: U+202F before ; ! ? and inside « », U+00A0 before : .

import type { FieldKind, FieldState, PhaseView } from "./api";

/** « 1 point », « 2 points »: French counts zero and one as one. */
function count(n: number, one: string, many: string): string {
  return `${n} ${n < 2 ? one : many}`;
}

/** An hour as people write it: « 14 h 32 ». */
export function hourOf(date: Date): string {
  return `${date.getHours()} h ${String(date.getMinutes()).padStart(2, "0")}`;
}

/** The hour of this computer's clock. Only shown: rules take their day from Rust. */
export function hourNow(): string {
  return hourOf(new Date());
}

type Findings = { blocking: unknown[]; toComplete: unknown[]; toVerify: unknown[]; advice: unknown[] };

export const words = {
  product: "ConvENT",
  home: "Accueil",
  skip: "Aller au contenu",
  windowTitle: (screen: string, dossier: string) => [screen, dossier, "ConvENT"].filter(Boolean).join(" – "),
  untitled: "Dossier sans nom",

  // Accueil
  begin: "Commencer",
  whereToBegin: "Par où commencer ?",
  whatItDoes: "ConvENT prépare la convention, ses annexes et la délibération, prêtes à signer.",
  newConvention: "Nouvelle convention",
  newConventionHelp: "guidée, à partir d’un modèle",
  newConventionKeys: "Ctrl+N",
  seeExample: "Voir un exemple",
  seeExampleHelp: "un dossier complet, à modifier sans risque",
  chooseModel: "D’après quel modèle ?",
  takeModel: "Prendre ce modèle",
  takeModelNamed: (title: string) => `Prendre ce modèle : ${title}`,
  atHand: "À avoir sous la main",
  atHandList: [
    { icon: "vote", text: "La date du prochain conseil municipal", help: "Une date approximative convient, elle se change à tout moment." },
    { icon: "table", text: "La liste des écoles, avec leurs codes UAI", help: "Elle se colle depuis un tableur, ou s’écrit à la main." },
    { icon: "mail", text: "Les coordonnées du référent et des correspondants techniques", help: "Elles remplissent l’annexe 2." },
  ],
  myDossiers: "Mes dossiers",
  dossierHead: "Dossier",
  stateHead: "État",
  changedHead: "Modifié",
  offline: "Aucune connexion : rien ne quitte cet ordinateur.",

  // Bar
  savedAt: (hour: string) => `Enregistré à ${hour}`,
  saving: "Enregistrement…",
  notSaved: "Pas enregistré",
  allSaved: (hour: string) => `Tout est enregistré, à ${hour}.`,
  undo: "Annuler",
  undoWhat: (what: string | null) => (what ? `Annuler : ${what} (Ctrl+Z)` : "Annuler (Ctrl+Z)"),
  redoWhat: (what: string | null) => (what ? `Rétablir : ${what} (Ctrl+Maj+Z)` : "Rétablir (Ctrl+Maj+Z)"),
  undone: (what: string) => `Annulé : ${what}`,
  redone: (what: string) => `Rétabli : ${what}`,

  // Rail
  sections: "Rubriques du dossier",
  sectionOf: (at: number, of: number) => `Rubrique ${at} sur ${of} : `,
  prepare: "Préparer",
  finish: "Terminer",
  control: "Vérification",
  documents: "Documents",
  railBlocking: (n: number) => count(n, "point bloquant", "points bloquants"),
  railToVerify: (n: number) => `à vérifier : ${n}`,
  railToComplete: (n: number) => `à compléter : ${n}`,
  railNothing: (advice: number) => (advice === 0 ? "rien ne bloque" : `rien ne bloque, ${count(advice, "conseil", "conseils")}`),
  railDocuments: (ready: number, issued: number) =>
    issued > 0 ? count(issued, "édité", "édités") : ready > 0 ? count(ready, "prêt", "prêts") : "rien d’édité",

  // Fields
  byHand: "à la main",
  leaveBlank: "à la main",
  dateByHand: "dater à la main",
  leaveToHandFor: (label: string) => `Laisser à remplir à la main : ${label}`,
  leaveToHand: "Laisser à remplir à la main",
  dateByHandFor: (label: string) => `Dater à la main : ${label}`,
  takeOver: (text: string) => `Reprendre « ${text} »`,
  write: "Saisir",
  writeDate: "Saisir la date",
  writeFor: (label: string) => `Saisir : ${label}`,
  toChoose: "À choisir",
  yes: "oui",
  no: "non",
  chooseFile: "Choisir le fichier PDF…",
  changeFile: "Choisir un autre fichier…",
  pictureOf: (label: string) => `${label}, tel qu’il sera imprimé`,
  choosePicture: "Choisir une image…",
  changePicture: "Changer d’image…",
  removePicture: "Retirer",

  // Sections
  continueTo: (title: string) => `Continuer : ${title}`,
  seePreview: "Voir l’aperçu",
  footBlocked: (n: number) => count(n, "champ bloquant", "champs bloquants"),
  footToVerify: (n: number) => count(n, "champ à vérifier", "champs à vérifier"),
  footToComplete: (n: number) => count(n, "champ à compléter", "champs à compléter"),
  footComplete: "Rubrique complète",
  datesInOrder: "Dates, dans l’ordre attendu",
  datesBroken: (n: number) => count(n, "date hors de l’ordre", "dates hors de l’ordre"),

  // Lists
  addLines: "Ajouter des lignes",
  pasteList: "Coller une liste",
  pasteKeys: "Ctrl+V",
  pasteListHelp: "depuis un tableur ou un courriel",
  writeByKeys: "Écrire à la main",
  writeByKeysHelp: "ajoute une ligne vide",
  pasteHere: "Coller ici la liste (Ctrl+V)",
  pasteHelp: (columns: string) => `Une ligne par élément, les colonnes dans cet ordre : ${columns}. Ce qui ne se lit pas est gardé et signalé.`,
  addPasted: "Ajouter ces lignes",
  pasted: "Liste collée",
  giveUp: "Annuler",
  emptyList: "La liste est vide.",
  emptyListHelp: "Coller un tableau donne toutes les lignes d’un coup ; écrire à la main les donne une par une.",
  removed: (named: string) => `Ligne retirée : ${named}`,
  line: (n: number) => `ligne ${n}`,
  lineNamed: (n: number) => `Ligne ${n}`,
  addLinesTo: (name: string) => `Ajouter des lignes : ${name}`,
  addOne: (one: string) => `Ajouter ${one}`,
  pasteAList: "Coller une liste…",
  otherFields: "Autres champs",
  otherFieldsNote: "les autres champs de cette ligne",
  leaveCellToHand: (label: string) => `À la main : ${label}`,
  lineHead: "Ligne",
  checkHead: "Contrôle",
  actionsHead: "Actions",
  actionsFor: (named: string) => `Actions : ${named}`,
  moveUp: "Monter d’une ligne",
  moveDown: "Descendre d’une ligne",
  removeLine: "Retirer de la liste",
  checked: (state: FieldState) =>
    ({ vide: "vide", complet: "complet", a_completer: "à compléter", a_verifier: "à vérifier", bloquant: "à corriger" })[state],
  retype: (kind: FieldKind, label: string) => (kind === "uai" ? "Retaper le code" : `Corriger : ${label}`),
  gridKeys: (others: boolean) => [
    ["Entrée", "descend"],
    ["Tab", "avance"],
    ["Ctrl+V", "colle un bloc"],
    ["Ctrl+D", "recopie vers le bas"],
    ["Alt+↑ ↓", "déplace la ligne"],
    ...(others ? [["Ctrl+Entrée", "autres champs"]] : []),
  ] as [string, string][],

  // Preview
  preview: "Aperçu",
  previewOf: "Document à montrer",
  previewFolded: "Aperçu replié",
  previewComing: "L’aperçu arrive…",
  foldPreview: "Replier l’aperçu",
  unfoldPreview: "Déplier l’aperçu",
  pageBefore: "Page précédente",
  pageAfter: "Page suivante",
  pageOf: (at: number, of: number) => (of === 0 ? "–" : `${at} / ${of}`),
  pageNamed: (title: string, at: number) => `${title}, page ${at}. Les flèches vont de valeur en valeur, Entrée ouvre le champ.`,
  pageAlt: (title: string, at: number, of: number) => `${title}, page ${at} sur ${of}`,
  picked: (label: string, hand: boolean) => `${label}${hand ? ", à remplir à la main" : ""}. Entrée ouvre le champ.`,
  previewNote: (current: string, warn: boolean, hand: boolean) =>
    [
      current && `Encadré : « ${current} ».`,
      warn && "En orange ou rouge : à vérifier ou à corriger.",
      hand && "En gris : à remplir à la main.",
      (!warn || !hand) && "Cliquer sur une valeur ouvre son champ.",
    ].filter(Boolean).join(" "),

  // Vérification
  controlTitle: ({ blocking, toComplete, toVerify }: Findings) => {
    if (blocking.length > 0) return blocking.length < 2 ? "1 point bloque l’édition des originaux" : `${blocking.length} points bloquent l’édition des originaux`;
    if (toComplete.length > 0) return count(toComplete.length, "champ reste à compléter", "champs restent à compléter");
    if (toVerify.length > 0) return toVerify.length < 2 ? "1 point à vérifier avant les originaux" : `${toVerify.length} points à vérifier avant les originaux`;
    return "Rien ne bloque : les originaux peuvent être édités";
  },
  controlLead: ({ blocking, toComplete, toVerify, advice }: Findings) =>
    [
      blocking.length > 0 && toComplete.length > 0 && count(toComplete.length, "champ à compléter.", "champs à compléter."),
      toVerify.length > 0 && (toVerify.length < 2 ? "1 point à vérifier attend une correction ou un motif." : `${toVerify.length} points à vérifier attendent une correction ou un motif.`),
      advice.length > 0 && (advice.length < 2 ? "1 conseil n’empêche rien." : `${advice.length} conseils n’empêchent rien.`),
    ].filter(Boolean).join(" "),
  filterFindings: "Filtrer les points",
  all: "Tous",
  blocking: "Bloquants",
  blockingNote: "à corriger avant d’éditer les originaux",
  toVerify: "À vérifier",
  toVerifyNote: "à corriger, ou à passer avec un motif écrit",
  toComplete: "À compléter",
  toCompleteNote: "ce que les documents impriment et qui manque encore",
  advice: "Conseils",
  adviceNote: "n’empêchent rien",
  passed: "Passés avec un motif",
  goToField: "Aller au champ",
  passWithReason: "Passer avec un motif…",
  passWithThisReason: "Passer avec ce motif",
  reason: "Motif",
  reasonKept: "gardé dans l’historique du dossier",
  reasonKeys: "Ctrl+Entrée",
  reasonGiven: (reason: string) => `Motif : « ${reason} »`,
  takeBack: "Reprendre ce point",
  blanksTab: "Blancs à la main",
  blanksTitle: (n: number) => count(n, "blanc à remplir à la main", "blancs à remplir à la main"),
  blanksNote: "Imprimés en pointillés. Ce sont des choix, pas des oublis : ils ne bloquent rien.",
  draftPossible: "Le projet peut déjà être édité pour relecture.",
  nothingBlocks: "Plus rien ne bloque.",
  seeDocuments: "Voir les documents",
  correctFirst: "Corriger le premier point",

  // Documents
  documentsTitle: (ready: number, all: number) => {
    if (ready === 0) return "Aucun document n’est encore prêt";
    if (ready === all) return all < 2 ? "Le document est prêt à éditer" : `Les ${all} documents sont prêts à éditer`;
    return ready < 2 ? `1 document sur ${all} est prêt à éditer` : `${ready} documents sur ${all} sont prêts à éditer`;
  },
  documentsLead: "Ce qui sert est coché ; le reste se coche ou se décoche. Un projet porte « PROJET » sur chaque page et ne se signe pas.",
  phaseTitle: (phase: PhaseView) => ({ avant_vote: "Avant le vote", apres_vote: "Après le vote", retour: "Après le retour" })[phase],
  tickHead: "Éditer",
  documentHead: "Document",
  copiesHead: "Exemplaires",
  fileHead: "Nom du fichier",
  rowReady: "prêt",
  rowBlocked: (n: number) => count(n, "point à corriger", "points à corriger"),
  rowToVerify: (n: number) => `à vérifier : ${n}`,
  issuedOn: (when: string) => `édité ${when}`,
  sharesReady: (ready: number, all: number) => `prêt pour ${ready} sur ${all}`,
  sharesIssued: (n: number, all: number) => `${count(n, "convention éditée", "conventions éditées")} sur ${all}`,
  sharesList: (all: number, stopped: number) =>
    stopped === 0 ? count(all, "convention", "conventions") : `${count(all, "convention", "conventions")}, dont ${stopped} à corriger`,
  sharesStopped: (n: number) => count(n, "convention à corriger", "conventions à corriger"),
  shareReady: "prête",
  shareStopped: (n: number) => count(n, "point à corriger", "points à corriger"),
  shareIssued: (when: string) => `éditée ${when}`,
  goToLine: "Aller à la ligne",
  goToLineOf: (name: string) => `Aller à la ligne : ${name}`,
  tickShare: (name: string) => `Éditer : ${name}`,
  printFile: "Aussi un seul fichier, pour tout imprimer d’un coup",
  sharesMade: (n: number, refused: number, draft: boolean, hour: string) => {
    const made = draft ? count(n, "projet de convention fait", "projets de convention faits") : count(n, "convention faite", "conventions faites");
    return refused === 0 ? `${made} à ${hour}.` : `${made} à ${hour}, ${count(refused, "refusée", "refusées")}.`;
  },
  refusedNote: "Ce qui est refusé reste à faire : corriger la ligne, puis éditer de nouveau ; seules celles qui restent sont cochées.",
  refusedTitle: (n: number) => count(n, "convention refusée", "conventions refusées"),
  madeFilesCount: (n: number) => count(n, "fichier édité", "fichiers édités"),
  folder: "Enregistrer dans",
  noFolder: "le dossier choisi au moment d’éditer",
  chooseFolder: "Choisir l’emplacement…",
  changeFolder: "Changer d’emplacement…",
  notReady: (n: number) => (n < 2 ? "1 document coché n’est pas prêt" : `${n} documents cochés ne sont pas prêts`),
  seeControl: "Voir ce qui manque",
  nothingBlocksShort: "Rien ne bloque",
  issueDraft: "Éditer un projet",
  issue: (n: number, some: boolean) => {
    if (n === 0) return "Éditer les documents";
    if (some) return n < 2 ? "Éditer le document prêt" : `Éditer les ${n} documents prêts`;
    return n < 2 ? "Éditer le document" : `Éditer les ${n} documents`;
  },
  issuedTitle: (n: number, { draft, online }: { draft: boolean; online: boolean }, hour: string) =>
    online ? `Version à mettre en ligne écrite à ${hour}.` : draft ? `${count(n, "projet édité", "projets édités")} à ${hour}.` : `${count(n, "document édité", "documents édités")} à ${hour}.`,
  alsoEditable: "Écrire aussi la version modifiable (.docx) des notes, délibérations, bordereaux et lettres",
  copyDocument: "Copier le texte",
  copyDocumentOf: (title: string) => `Copier le texte : ${title}`,
  textCopied: (title: string) => `Texte copié : ${title}. Il se colle dans un autre logiciel avec ses titres et ses tableaux.`,
  textNotCopied: "Le texte n’a pas été copié. La version modifiable (.docx) le contient aussi.",
  online: "Version à mettre en ligne",
  onlineOf: (title: string) => `Version à mettre en ligne, téléphones et courriels des personnes masqués : ${title}`,
  openFolder: "Ouvrir le dossier",
  openMail: "Ouvrir dans la messagerie",
  openMailOf: (name: string) => `Ouvrir dans la messagerie : ${name}`,

  // What comes after
  followTitle: "Après la signature",
  followLead: "Un nouveau dossier, rempli d’après celui-ci. Celui-ci n’est pas touché : ce qui a été signé reste tel quel.",
  followBegin: "Commencer",
  followBeginNamed: (label: string) => `Commencer : ${label}`,
  changesTitle: "Ce qui change",
  changesNone: "Rien ne change encore. Modifier dans ce dossier ce qui doit l’être, dans n’importe quelle rubrique : les écoles, les contacts, les réponses.",
  changesHeads: ["Ce dont il s’agit", "Avant", "Désormais"],
  changeNone: "—",
  changeGo: (label: string) => `Aller au champ : ${label}`,

  // Fiche de report
  reportTitle: "À reporter dans le texte de l’académie",
  reportLead: "Chaque blanc du texte, dans son ordre, avec sa valeur. La même liste s’imprime : « Fiche de report », dans Documents.",
  reportRank: "N°",
  reportBlank: "Blanc du texte",
  reportValue: "Valeur",
  copyHead: "Copier",
  copyShort: "Copier",
  copiedShort: "Copié",
  copyRow: (name: string) => `Copier : ${name}`,
  rowCopied: (name: string) => `${name} : copié.`,
  rowNotCopied: "La valeur n’a pas été copiée : la sélectionner, puis Ctrl+C.",
  reportEmpty: "à compléter ou à la main",
  madeFiles: "Fichiers édités",
  pages: (n: number) => (n === 0 ? "" : count(n, "page", "pages")),

  // When a screen cannot be shown
  screenFailed: "Cet écran ne s’affiche pas",
  screenFailedHelp: "Vos données sont gardées : seule leur présentation a échoué. Les autres rubriques restent ouvertes.",
  backHome: "Revenir à l’accueil",

  // When nothing can be saved
  nothingSaved: (hour: string) => (hour ? `Rien n’est enregistré depuis ${hour}.` : "Rien n’est enregistré."),
  stillOnScreen: (why: string) => `${why} Vos saisies sont encore à l’écran.`,
  retry: "Réessayer",
  copyMyData: "Copier mes données",
  copied: "Données copiées",
  closeAnyway: "Fermer quand même",
};
