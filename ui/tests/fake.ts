// A stand-in for Rust, for tests and for looking at the screens in a browser. Never shipped.
// It keeps texts in memory and answers with views of the same shape; its rules are few and its people invented.

import type {
  Answer, BoxView, Commands, DocumentRow, DossierView, FieldKind, FieldState, FieldView, FindingView, FollowView, Gesture, Group,
  ListView, Order, PreviewView, RefusedShare, Section, SequelView, ShareRow, Weight,
} from "../src/api";

const KEYS = "ABCDEFGHJKLMNPRSTUVWXYZ";
const NATURES = [
  { key: "maternelle", label: "Maternelle" },
  { key: "elementaire", label: "Élémentaire" },
  { key: "primaire", label: "Primaire" },
];
const COLUMNS: [string, string, number, FieldKind][] = [
  ["nom", "École, telle qu’imprimée", 4, "texte"],
  ["nature", "Nature", 2, "choix"],
  ["secteur", "Secteur", 1, "choix"],
  ["adresse", "Adresse", 3, "texte"],
  ["uai", "Code UAI", 2, "uai"],
];
const MEMBER: Record<string, string> = { organisme: "Organisme représenté", nom: "Nom", ville: "Ville" };
const SECTORS = [{ key: "public", label: "Public" }, { key: "prive", label: "Privé" }];

export const SCHOOLS: string[][] = [
  ["École élémentaire publique Le Parc", "elementaire", "public", "4, avenue du Parc", "0921688K"],
  ["École élémentaire publique Les Ormeaux", "elementaire", "public", "8, rue des Ormeaux", "0920440D"],
  ["École primaire publique Les Renards", "primaire", "public", "26, avenue Raymond Crosland", "0921995U"],
  ["École élémentaire publique La Roue A", "elementaire", "public", "50, avenue Gabriel Péri", "0920218M"],
  ["École élémentaire publique La Roue B", "elementaire", "public", "50, avenue Gabriel Péri", "0920342X"],
  ["École élémentaire publique Les Pervenches", "elementaire", "public", "5 bis, rue des Pervenches", "0920611P"],
];

const COMPLETE: Record<string, string> = {
  "signataires/1/fonction": "recteur", "signataires/1/civilite": "Mme",
  "academie/nom": "Versailles", "academie/adresse": "3, boulevard de Lesseps", "academie/code_postal": "78017", "academie/ville": "Versailles Cedex",
  "academie/circonscription": "Fontenay-aux-Roses", "academie/courriel_circonscription": "ien.fontenay@exemple.fr",
  "signataires/2/fonction": "maire", "signataires/2/civilite": "Mme", "signataires/2/prenom": "Agnès", "signataires/2/nom": "Delorme",
  "signataires/2/par_delegation": "non",
  "collectivite/nom": "Fontenay-aux-Roses", "collectivite/adresse": "75, rue Boucicaut", "collectivite/code_postal": "92260",
  "collectivite/siren": "219200326",
  "contacts/1/prenom": "Camille", "contacts/1/nom": "Rousset", "contacts/1/telephone": "01 99 00 12 34", "contacts/1/courriel": "camille.rousset@exemple.fr",
  "contacts/2/prenom": "Noé", "contacts/2/nom": "Castel", "contacts/2/telephone": "01 99 00 12 35", "contacts/2/courriel": "noe.castel@exemple.fr",
  "convention/texte": "modele", "convention/lieu": "Fontenay-aux-Roses", "convention/exemplaires": "2", "convention/recto_verso": "oui",
  "champs/editeur": "Éditions du Préau", "champs/exploitant": "Préau Services",
  "deliberation/convocation": "08/12/2026", "deliberation/seance": "14/12/2026", "deliberation/numero": "DEL261214_20",
  "reference": "2026-001", "titre": "Écoles de Fontenay-aux-Roses, 2026–2030",
};

type Row = { id: string; cells: Record<string, string> };
type Work = { typed: Record<string, string>; hand: string[]; rows: Row[]; members: Row[]; passed: Record<string, string> };
type Rule = { path: string; label: string; kind: FieldKind; width: number; hand?: boolean; choices?: { key: string; label: string }[]; help?: string; optional?: boolean };

const f = (path: string, label: string, width: number, kind: FieldKind = "texte", more: Partial<Rule> = {}): Rule => ({ path, label, kind, width, ...more });

const CIVILITIES = [{ key: "Mme", label: "Madame" }, { key: "M.", label: "Monsieur" }];
const SECTIONS: { key: string; title: string; lead: string; groups: [string, string, string, Rule[]][] }[] = [
  {
    key: "parties", title: "Parties et signataires", lead: "Deux parties, donc deux originaux.",
    groups: [
      ["partie-academie", "L’académie", "dans le texte : « l’académie »", [
        f("signataires/1/fonction", "Qui signe", 6, "choix", { choices: [{ key: "recteur", label: "Recteur d’académie" }] }),
        f("signataires/1/civilite", "Civilité", 3, "choix", { choices: CIVILITIES }),
        f("signataires/1/prenom", "Prénom", 3, "texte", { hand: true }), f("signataires/1/nom", "Nom", 6, "texte", { hand: true }),
        f("academie/nom", "Académie", 6), f("academie/circonscription", "Circonscription", 6),
        f("academie/courriel_circonscription", "Courriel de la circonscription", 6, "courriel"),
        f("academie/adresse", "Adresse", 6, "texte", { help: "Numéro et voie du siège." }),
        f("academie/code_postal", "Code postal", 3, "code_postal"), f("academie/ville", "Ville", 3),
      ]],
      ["partie-commune", "La commune", "dans le texte : « la commune »", [
        f("signataires/2/fonction", "Qui signe", 6, "choix", { choices: [{ key: "maire", label: "Maire" }, { key: "adjoint", label: "Adjoint au maire" }] }),
        f("signataires/2/civilite", "Civilité", 3, "choix", { choices: CIVILITIES }),
        f("signataires/2/prenom", "Prénom", 3), f("signataires/2/nom", "Nom", 6),
        f("signataires/2/titre", "Titre imprimé", 6, "texte", { optional: true, help: "À remplir si l’usage diffère : « Madame le Maire »." }),
        f("signataires/2/par_delegation", "Signe par délégation", 6, "oui_non"),
        f("collectivite/nom", "Nom", 6), f("collectivite/adresse", "Adresse", 6),
        f("collectivite/code_postal", "Code postal", 3, "code_postal"), f("collectivite/siren", "SIREN", 3, "siren", { help: "Neuf chiffres." }),
        f("collectivite/logo", "Logo", 12, "image", { optional: true, help: "Une image PNG de 2 Mo au plus." }),
      ]],
    ],
  },
  { key: "ecoles", title: "Écoles", lead: "La liste de l’annexe 1, dans cet ordre.", groups: [["ecoles", "", "", []]] },
  {
    key: "contacts", title: "Contacts", lead: "Ceux que l’académie appelle ; l’annexe 2 les imprime.",
    groups: ["Référent ENT", "Correspondant technique de l’exploitant"].map((title, n) => [`role-${n + 1}`, title, "", [
      f(`contacts/${n + 1}/prenom`, "Prénom", 3, "texte", { hand: true }), f(`contacts/${n + 1}/nom`, "Nom", 3, "texte", { hand: true }),
      f(`contacts/${n + 1}/telephone`, "Téléphone", 6, "telephone", { hand: true }), f(`contacts/${n + 1}/courriel`, "Courriel", 6, "courriel", { hand: true }),
    ]]),
  },
  {
    key: "convention", title: "Convention", lead: "Le texte, ses questions et ses dates.",
    groups: [
      ["texte", "Texte de la convention", "", [f("convention/texte", "De qui est le texte", 12, "choix", { choices: [{ key: "modele", label: "Modèle de ConvENT" }, { key: "fourni", label: "Texte fourni par l’académie" }] })]],
      ["questions", "Ce que ce texte demande", "", [
        f("champs/editeur", "Éditeur de l’ENT", 6), f("champs/exploitant", "Exploitant de l’ENT", 6, "texte", { hand: true }),
        f("convention/lieu", "Fait à", 6), f("convention/exemplaires", "Nombre d’originaux", 3, "entier"), f("convention/recto_verso", "Recto verso", 3, "oui_non"),
      ]],
    ],
  },
  {
    key: "deliberation", title: "Délibération", lead: "Avant le vote, la séance ; après, le numéro et les dates.",
    groups: [["seance", "La séance", "", [
      f("deliberation/seance", "Séance du conseil", 3, "date"), f("deliberation/convocation", "Convocation du conseil", 3, "date"),
      f("deliberation/numero", "Numéro de la délibération", 6, "texte", { hand: true }),
      f("deliberation/urgence", "Convocation en urgence", 3, "oui_non", { optional: true }), f("deliberation/pour", "Pour", 3, "entier", { optional: true }),
      f("deliberation/contre", "Contre", 3, "entier", { optional: true }), f("deliberation/nppv", "N’ont pas pris part au vote", 3, "entier", { optional: true }),
    ]]],
  },
];

const DATES: [string, string, string, boolean][] = [
  ["deliberation/convocation", "Convocation du conseil", "5 jours francs avant la séance", false],
  ["deliberation/seance", "Séance du conseil", "autorise la maire à signer", false],
  ["convention/date", "Date imprimée, « Fait à … le »", "le jour de la signature", true],
];

function uaiFault(text: string): string | null {
  if (text === "") return null;
  const match = /^(\d{7})([A-Z])$/.exec(text.replace(/[\s-]/g, "").toUpperCase());
  if (!match) return "Un code UAI compte sept chiffres et une lettre.";
  return KEYS[Number(match[1]) % 23] === match[2] ? null : `La lettre ${match[2]} ne correspond pas aux chiffres ${match[1]}. Un des huit caractères est faux ; la clé ne dit pas lequel.`;
}

function dayOf(text: string): Date | null {
  const match = /^(\d{2})\/?(\d{2})\/?(\d{4})$/.exec(text);
  return match ? new Date(Date.UTC(Number(match[3]), Number(match[2]) - 1, Number(match[1]))) : null;
}

function long(text: string): string {
  return dayOf(text)?.toLocaleDateString("fr-FR", { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }) ?? "";
}

/** What tests can bend: failures, the number of modèles, a party of several members, conventions made one by one. */
export type Bends = {
  fail: string | null; models: number; calls: Gesture[]; followed: string[]; follows: FollowView[]; sequel: SequelView | null; issued: Order[]; left: number;
  members: boolean; shares: ShareRow[]; made: number; refused: RefusedShare[];
};

export function fake(start: "vide" | "complet" | "fautes" = "complet") {
  const bends: Bends = { fail: null, models: 1, calls: [], followed: [], follows: [], sequel: null, issued: [], left: 0, members: false, shares: [], made: 0, refused: [] };
  let dossiers: { id: string; work: Work }[] = [];
  let revision = 1;
  let undone: Work[] = [];
  let done: Work[] = [];
  let current: Work = blank();
  let open = "";

  function blank(): Work {
    return { typed: { "convention/texte": "modele" }, hand: [], rows: [], members: [], passed: {} };
  }
  function complete(): Work {
    const rows = SCHOOLS.map((cells, n) => ({ id: String(n + 1), cells: Object.fromEntries(COLUMNS.map(([key], c) => [key, cells[c] ?? ""])) }));
    return { typed: { ...COMPLETE }, hand: ["signataires/1/prenom", "signataires/1/nom", "convention/date"], rows, members: [], passed: {} };
  }
  function faulty(): Work {
    const work = complete();
    work.typed["academie/courriel_circonscription"] = "ien.fontenay@exemple";
    work.typed["champs/exploitant"] = "à préciser avec la DSI";
    work.typed["convention/date"] = "30/11/2026";
    work.typed["deliberation/numero"] = "";
    work.typed["convention/lieu"] = "";
    work.hand = work.hand.filter((path) => path !== "convention/date");
    const third = work.rows[2];
    if (third) third.cells["uai"] = "0921999U";
    return work;
  }
  const first: Record<typeof start, () => Work> = { vide: blank, complet: complete, fautes: faulty };

  function faultOf(path: string, kind: FieldKind, text: string): { weight: Weight; sentence: string; mend: string; article: string } | null {
    const found = (weight: Weight, sentence: string, mend: string, article: string) => ({ weight, sentence, mend, article });
    const uai = kind === "uai" ? uaiFault(text) : null;
    if (uai) return found("bloquant", uai, "Relire le courrier du rectorat, ou retaper le code.", "annexe 1");
    if (text.startsWith("à préciser")) return found("bloquant", "Ce texte provisoire serait imprimé.", "Écrire le nom de l’exploitant, ou laisser un blanc.", "annexe 2");
    if (kind === "courriel" && text !== "" && !/@.+\..+/.test(text)) return found("a_verifier", "Il manque la fin de l’adresse, par exemple « .fr ».", "Compléter l’adresse.", "bordereau d’envoi");
    if (path === "convention/date" && early()) return found("a_verifier", "14 jours avant la séance qui l’autorise.", "Le plus sûr : dater à la main, le jour de la signature.", "fin de l’article 13");
    return null;
  }
  function early(): boolean {
    const [made, voted] = [dayOf(current.typed["convention/date"] ?? ""), dayOf(current.typed["deliberation/seance"] ?? "")];
    return made !== null && voted !== null && made < voted;
  }
  function view(rule: Rule, text: string): FieldView {
    const byHand = current.hand.includes(rule.path);
    const fault = byHand ? null : faultOf(rule.path, rule.kind, text);
    const passed = fault && current.passed[rule.path] !== undefined;
    const missing: FieldState = rule.optional ? "vide" : "a_completer";
    const state: FieldState = fault && !passed ? (fault.weight as FieldState) : byHand || text !== "" ? "complet" : missing;
    return {
      path: rule.path, label: rule.label, help: rule.help ?? "", kind: rule.kind, typed: text,
      offer: rule.path === "academie/circonscription" && text === "" ? (current.typed["collectivite/nom"] ?? "") : "",
      echo: rule.kind === "date" ? long(text) : "", choices: rule.choices ?? [], width: rule.width,
      hand: byHand ? "oui" : rule.hand ? "possible" : "non", state,
      finding: fault && !passed ? fault.sentence : null, required: !rule.optional,
    };
  }
  const field = (rule: Rule) => view(rule, current.typed[rule.path] ?? "");

  /** The members of a groupement: a party that is a grid, with fields that have no column. */
  function members(): ListView {
    const rule = (row: Row, key: string) => view(f(`signataires/${row.id}/${key}`, MEMBER[key] ?? key, 4, "texte", { hand: key === "nom" }), row.cells[key] ?? "");
    const items = current.members.map((row) => {
      const [cells, more] = [["organisme", "nom"], ["ville"]].map((keys) => keys.map((key) => rule(row, key)));
      const missing = [...(cells ?? []), ...(more ?? [])].some((cell) => cell.state === "a_completer");
      return { id: row.id, cells: cells ?? [], more: more ?? [], state: missing ? ("a_completer" as const) : ("complet" as const), finding: null };
    });
    const columns = ["organisme", "nom"].map((key) => ({ key, label: MEMBER[key] ?? key, width: 4, kind: "texte" as const, choices: [] }));
    return { path: "signataires", part: "membres", main: false, one: "un signataire", columns, items, total: `${items.length} signataires`, totals: [] };
  }

  function list(): ListView {
    const items = current.rows.map((row) => {
      const cells = COLUMNS.map(([key, label, width, kind]) =>
        view(f(`ecoles/${row.id}/${key}`, label, width, kind, { choices: key === "nature" ? NATURES : key === "secteur" ? SECTORS : [] }), row.cells[key] ?? ""));
      const rank = ["vide", "complet", "a_completer", "a_verifier", "bloquant"] as const;
      const state = rank[Math.max(...cells.map((cell) => rank.indexOf(cell.state)))] ?? "vide";
      const more = [view(f(`ecoles/${row.id}/courriel`, "Courriel", 6, "courriel", { optional: true }), row.cells["courriel"] ?? "")];
      return { id: row.id, cells, more, state, finding: [...cells, ...more].find((cell) => cell.finding)?.finding ?? null };
    });
    const columns = COLUMNS.map(([key, label, width, kind]) => ({ key, label, width, kind, choices: key === "nature" ? NATURES : key === "secteur" ? SECTORS : [] }));
    const good = items.filter((item) => item.state === "complet").length;
    return { path: "ecoles", part: "", main: true, one: "une école", columns, items, total: `${items.length} écoles (six)`, totals: ["5 élémentaires et 1 primaire", `${good} clés justes sur ${items.length}`] };
  }
  function sections(): Section[] {
    return SECTIONS.map(({ key, title, lead, groups }) => {
      const made: Group[] = groups.map(([name, heading, note, rules]) => ({
        key: name, title: heading, note, fields: rules.map(field), list: name === "ecoles" ? list() : null,
      }));
      if (key === "parties" && bends.members) {
        made.push({ key: "partie-membres", title: "Les autres membres", note: "", fields: [], list: members() });
      }
      const dates = key !== "convention" ? [] : [
        ...DATES.map(([path, label, why, hand]) => {
          const one = field(f(path, label, 4, "date", { hand }));
          return { path, label, why, problem: one.finding, field: one, computed: "" };
        }),
        { path: "", label: "Fin de la première période", why: "4 ans après la dernière signature", problem: null, field: null, computed: "à déterminer" },
      ];
      const fields = [...made.flatMap((group) => [...group.fields, ...(group.list?.items.flatMap((item) => item.cells) ?? [])]), ...dates.flatMap((line) => line.field ?? [])];
      const n = (state: FieldState) => fields.filter((one) => one.state === state).length;
      const worst = (["bloquant", "a_verifier", "a_completer"] as const).find((state) => n(state) > 0);
      const said = { bloquant: "bloquant : ", a_verifier: "à vérifier : ", a_completer: "à compléter : " };
      const empty = key === "ecoles" && current.rows.length === 0;
      return {
        key, title, lead, groups: made, dates, state: worst ?? (empty ? "a_completer" : "complet"),
        stateWords: worst ? `${said[worst]}${n(worst)}` : empty ? "vide" : "complet",
      };
    });
  }
  function findings(all: Section[]): FindingView[] {
    return all.flatMap((section) => {
      const fields = [...section.dates.flatMap((line) => line.field ?? []), ...section.groups.flatMap((group) => [...group.fields, ...(group.list?.items.flatMap((item) => item.cells) ?? [])])];
      return fields.flatMap((one) => {
        const missing = one.state === "a_completer";
        const fault = one.hand === "oui" ? null : faultOf(one.path, one.kind, one.typed);
        if (!missing && !fault) return [];
        return [{
          key: `regle:${one.path}`, code: "regle", severity: missing ? ("bloquant" as const) : (fault?.weight ?? "conseil"), article: fault?.article ?? "", law: "",
          path: one.path, fieldLabel: one.label, section: section.key, sentence: missing ? `« ${one.label} » est à remplir.` : (fault?.sentence ?? ""),
          mend: missing ? "" : (fault?.mend ?? ""), reason: current.passed[one.path] ?? null, documents: ["convention"],
        }];
      });
    });
  }
  function documents(blocked: number, toVerify: number): DocumentRow[] {
    const row = (key: string, title: string, subtitle: string, file: string, copies: number, phase: DocumentRow["phase"], held: boolean): DocumentRow => ({
      key, title, subtitle, file, copies, phase, blocked: held ? blocked : 0, toVerify: held ? toVerify : 0, proposed: true, ready: !held || blocked + toVerify === 0, issued: "", shares: [],
      editable: ["note", "projet"].includes(key), published: ["annexer", "convention"].includes(key),
    });
    const shares = bends.shares.map((share) => ({ ...share }));
    if (shares.length > 0) {
      const parted = row("convention", "Conventions", "une par établissement", "2026-001-convention-exemplaires.pdf", 3, "apres_vote", true);
      return [row("projet", "Projet de délibération", "", "2026-001-projet.pdf", 1, "avant_vote", false), { ...parted, ready: shares.some((one) => one.stopped === 0), shares }];
    }
    return [
      row("note", "Note explicative de synthèse", "jointe à la convocation", "2026-001-note-synthese.pdf", 1, "avant_vote", false),
      row("projet", "Projet de délibération", "soumis au conseil", "2026-001-projet-deliberation.pdf", 1, "avant_vote", false),
      row("annexer", "Convention à annexer", "sans date ni signature", "2026-001-texte-annexe.pdf", 1, "avant_vote", true),
      row("convention", "Convention, originaux", "2 exemplaires numérotés, annexes comprises", "2026-001-convention-exemplaires.pdf", 2, "apres_vote", true),
    ];
  }
  function whole(): DossierView {
    const all = sections();
    const found = findings(all);
    const openOnes = found.filter((one) => one.reason === null);
    const count = (weight: Weight) => openOnes.filter((one) => one.severity === weight).length;
    return {
      id: open, revision, title: current.typed["titre"] ?? "", reference: current.typed["reference"] ?? "", phase: "avant le vote",
      model: "Modèle : académie de Versailles, écoles, version 1", sequel: bends.sequel, follows: bends.follows, sections: all, findings: found,
      blanks: current.hand.map((path) => ({ path, label: all.flatMap((s) => [...s.dates.flatMap((d) => d.field ?? []), ...s.groups.flatMap((g) => g.fields)]).find((one) => one.path === path)?.label ?? path, section: all.find((s) => JSON.stringify(s).includes(`"${path}"`))?.key ?? "" })),
      documents: documents(count("bloquant"), count("a_verifier")),
      undo: done.length > 0 ? "modification" : null, redo: undone.length > 0 ? "modification" : null,
    };
  }
  async function ok<T>(data: T): Promise<Answer<T>> {
    if (bends.fail !== null) return { status: "error", error: { code: "stockage", sentence: bends.fail } };
    return { status: "ok", data };
  }
  function put(path: string, text: string): void {
    const cell = /^(ecoles|signataires)\/([^/]+)\/(.+)$/.exec(path);
    const row = cell && rowsOf(cell[1] ?? "").find((one) => one.id === cell[2]);
    if (row && cell?.[3]) row.cells[cell[3]] = text;
    else current.typed[path] = text;
  }
  function rowsOf(list: string): Row[] {
    return list === "signataires" ? current.members : current.rows;
  }
  function add(list = "ecoles"): Row {
    const rows = rowsOf(list);
    const numbers = rows.map((one) => Number(one.id.replace("m", "")));
    const row = { id: `${list === "signataires" ? "m" : ""}${Math.max(0, ...numbers) + 1}`, cells: {} as Record<string, string> };
    rows.push(row);
    return row;
  }
  function pasteMembers(text: string): void {
    text.trim().split("\n").forEach((line) => {
      const [organisme = "", nom = ""] = line.split("\t");
      add("signataires").cells = { organisme, nom };
    });
  }
  function pasteAt(id: string | null, column: string, text: string): void {
    const from = id === null ? current.rows.length : current.rows.findIndex((row) => row.id === id);
    const left = COLUMNS.findIndex(([key]) => key === column);
    text.replace(/\r?\n$/, "").split(/\r?\n/).forEach((line, n) => {
      const row = current.rows[from + n] ?? add();
      line.split("\t").forEach((cell, c) => { const key = COLUMNS[left + c]?.[0]; if (key) row.cells[key] = cell; });
    });
  }
  function apply(gesture: Gesture): void {
    done.push(structuredClone(current));
    undone = [];
    if (gesture.type === "set") gesture.fields.forEach((one) => put(one.path, one.text));
    else if (gesture.type === "hand") current.hand = gesture.on ? [...current.hand, gesture.path] : current.hand.filter((path) => path !== gesture.path);
    else if (gesture.type === "add") add(gesture.list);
    else if (gesture.type === "remove") {
      current.rows = current.rows.filter((row) => gesture.list !== "ecoles" || row.id !== gesture.id);
      current.members = current.members.filter((row) => gesture.list === "ecoles" || row.id !== gesture.id);
    } else if (gesture.type === "move") {
      const rows = rowsOf(gesture.list);
      const at = rows.findIndex((row) => row.id === gesture.id);
      rows.splice(gesture.to, 0, ...rows.splice(at, 1));
    } else if (gesture.type === "paste" && gesture.list === "signataires") pasteMembers(gesture.text);
    else if (gesture.type === "paste") pasteAt(gesture.id, gesture.column, gesture.text);
    else if (gesture.reason === "") current.passed = Object.fromEntries(Object.entries(current.passed).filter(([path]) => path !== gesture.path));
    else current.passed[gesture.path] = gesture.reason;
  }
  function take(work: Work): Promise<Answer<DossierView>> {
    open = String(dossiers.length + 1);
    current = work;
    dossiers = [{ id: open, work }, ...dossiers];
    done = [];
    undone = [];
    return ok(whole());
  }
  function turn(from: Work[], to: Work[]): Promise<Answer<DossierView>> {
    const work = from.pop();
    if (work) {
      to.push(structuredClone(current));
      current = work;
    }
    revision += 1;
    return ok(whole());
  }
  function drawn(document: string): PreviewView {
    const line = (y: number, text: string, size = 9) => `<text x="90" y="${y}" font-family="serif" font-size="${size}">${text}</text>`;
    const svg = (lines: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595 842" width="595" height="842"><rect width="595" height="842" fill="#fff"/>${lines}</svg>`;
    const box = (page: number, y: number, w: number, path: string, label: string, state: FieldState, hand = false): BoxView => ({ page, x: 90, y, w, h: 12, path, label, state, hand });
    return {
      document, revision,
      pages: [
        { width: 595, height: 842, svg: svg(line(120, "Convention", 18) + line(300, "La commune de " + (current.typed["collectivite/nom"] ?? "…")) + line(340, "représentée par sa maire, Mme Agnès Delorme") + line(380, "et l’académie de Versailles")) },
        { width: 595, height: 842, svg: svg(line(120, "Fait à Fontenay-aux-Roses, le " + (current.typed["convention/date"] ?? "…"))) },
      ],
      boxes: [
        box(0, 291, 160, "collectivite/nom", "Nom", "complet"), box(0, 331, 190, "signataires/2/nom", "Nom", "complet"),
        box(0, 371, 130, "academie/nom", "Académie", "complet"), box(0, 411, 130, "signataires/1/nom", "Nom", "complet", true),
        box(1, 111, 170, "convention/date", "Date imprimée", early() ? "a_verifier" : "complet"),
      ],
    };
  }

  const commands = {
    home: () => ok({
      dossiers: dossiers.map(({ id, work }) => ({
        id, title: work.typed["titre"] ?? "Dossier sans nom", reference: work.typed["reference"] ?? "", state: "bloquant" as const,
        sequel: "", stateWords: "2 points bloquants", changed: "le 24 novembre 2026 à 14 h 32",
      })),
      models: [{ id: "versailles-1d", title: "Académie de Versailles, écoles", subtitle: "version 1, d’après le texte public de 2022" }, { id: "autre", title: "Autre", subtitle: "" }].slice(0, bends.models),
    }),
    createDossier: () => take(blank()),
    createExample: () => take(first[start]()),
    followDossier: (_id: string, kind: string) => { bends.followed.push(kind); return ok(whole()); },
    openDossier: () => ok(whole()),
    act: (_id: string, gesture: Gesture) => {
      bends.calls.push(structuredClone(gesture));
      if (bends.fail === null) { apply(gesture); revision += 1; }
      return ok(whole());
    },
    undo: () => turn(done, undone),
    redo: () => turn(undone, done),
    preview: (_id: string, document: string) => ok(drawn(document)),
    chooseFolder: () => ok({ token: "t1", label: "Documents › ConvENT" }),
    documentText: (_id: string, document: string) => ok({ html: `<h1>${document}</h1>`, plain: document }),
    issueDocuments: (order: Order) => {
      bends.issued.push(order);
      const files = order.documents.map((key) => ({ name: `2026-001-${key}.pdf`, pages: 9 }));
      const notes = order.online ? ["À relire avant de mettre en ligne."] : [];
      return ok({ files, folder: "Documents › ConvENT", shares: bends.made, refused: bends.refused, notes });
    },
    openFolder: () => ok(null),
    openMade: () => ok(null),
    attachAct: () => ok(null),
    reportSheet: () => ok({ document: "", revision: 0, groups: [] }),
    attachText: () => ok(null),
    attachLogo: () => ok(null),
    leave: () => { bends.left += 1; return Promise.resolve(); },
  };
  return { commands: commands as unknown as Commands, bends, prepare: (some: number) => { for (let n = 0; n < some; n += 1) void take(first[start]()); } };
}
