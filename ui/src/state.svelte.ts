// What the window knows at this moment: the open dossier, what is typed and not yet saved, the screen,
// the pages shown beside it, what is said at the foot. Screens read it and call its deeds; only `Door` talks to Rust.

import { SvelteMap } from "svelte/reactivity";
import { Door } from "./api";
import type { How, Commands, DossierView, FieldState, FieldView, FindingView, Gesture, Home, IssuedView, Problem, ReportView, SaveState, Section, Wanted } from "./api";
import { distinct, fieldsIn, fieldsOf, holds, isWide, mainDocument, rowNamed } from "./dossier";
import { Pages } from "./pages.svelte";
import { copyBoth } from "./parts/copy";
import { hourNow, words } from "./words";

/** The screens that are the program's own; any other name is a section of the dossier. */
export const HOME = "accueil";
export const CONTROL = "verification";
export const DOCUMENTS = "documents";

/** What an avenant is for: the first thing that one says of it. */
const SUBJECT = "suite/objet";

/** A short message with what can be done about it. */
export type Said = { text: string; undo: boolean };

/** The findings by what they ask of the referent. */
export type Control = Record<"blocking" | "toComplete" | "toVerify" | "advice" | "passed", FindingView[]>;

export class Desk {
  readonly #door: Door;
  readonly pages: Pages;

  screen = $state(HOME);
  home = $state.raw<Home | null>(null);
  dossier = $state.raw<DossierView | null>(null);
  save = $state.raw<SaveState>({ kind: "saved" });
  problem = $state.raw<Problem | null>(null);
  said = $state.raw<Said | null>(null);
  /** The path of the field that has the keyboard. */
  current = $state<string | null>(null);
  /** The hour of Rust's last answer that kept something, as it is shown. */
  savedAt = $state("");
  folder = $state.raw<{ token: string; label: string } | null>(null);
  issued = $state.raw<(IssuedView & How & { token: string; at: string }) | null>(null);
  /** Whether the form that can be edited is written too. */
  editable = $state(false);
  busy = $state(false);
  /** The path of a field the keyboard shall go to, until it is there. */
  target = $state<string | null>(null);
  /** True while the person chooses the modèle of a new dossier. */
  choosing = $state(false);
  /** True once closing was refused because something is not saved. */
  closing = $state(false);

  readonly #folds = new SvelteMap<string, boolean>();

  /** What is typed in a field, as long as Rust's answer does not stand in its place. */
  readonly #typed = new SvelteMap<string, string>();

  constructor(behind?: Commands) {
    const told = {
      view: (view: DossierView, sent: ReadonlyMap<string, string>) => this.#receive(view, sent),
      save: (state: SaveState) => { this.save = state; },
      problem: (problem: Problem) => { this.problem = problem; },
    };
    this.#door = behind ? new Door(told, behind) : new Door(told);
    this.pages = new Pages(this.#door);
  }

  // ── What screens read ─────────────────────────────────────────────────────

  readonly section: Section | null = $derived(
    this.dossier?.sections.find((section) => section.key === this.screen) ?? null,
  );

  /** What a field shows: what is typed there, or what Rust knows. */
  shown(field: FieldView): string {
    return this.#typed.get(field.path) ?? field.typed;
  }

  /** The rail: the sections of the dossier, then the program's own screens. */
  readonly rail = $derived.by(() => {
    const sections = (this.dossier?.sections ?? []).map(({ key, title, state, stateWords }) => ({
      key, title, state, words: stateWords,
    }));
    return [
      { title: words.prepare, links: sections },
      { title: words.finish, links: [this.#controlLink(), this.#documentsLink()] },
    ];
  });

  /** The findings, sorted as the control sheet shows them. What is merely empty stands apart. */
  readonly control: Control = $derived.by(() => {
    const all = distinct(this.dossier?.findings ?? []);
    const open = all.filter((finding) => finding.reason === null);
    const blocks = open.filter((finding) => finding.severity === "bloquant");
    return {
      blocking: blocks.filter((finding) => !this.#isMissing(finding)),
      toComplete: blocks.filter((finding) => this.#isMissing(finding)),
      toVerify: open.filter((finding) => finding.severity === "a_verifier"),
      advice: open.filter((finding) => finding.severity === "conseil"),
      passed: all.filter((finding) => finding.reason !== null),
    };
  });

  #isMissing(finding: FindingView): boolean {
    const lists = (this.dossier?.sections ?? []).flatMap((section) => section.groups.flatMap((group) => group.list ?? []));
    if (lists.some((list) => list.path === finding.path && list.items.length === 0)) return true;
    const state = finding.path === null ? null : this.fieldAt(finding.path)?.state;
    return state === "a_completer" || state === "vide";
  }

  #controlLink() {
    const { blocking, toComplete, toVerify, advice } = this.control;
    const key = CONTROL;
    const title = words.control;
    if (blocking.length > 0) return { key, title, state: "bloquant" as const, words: words.railBlocking(blocking.length) };
    if (toVerify.length > 0) return { key, title, state: "a_verifier" as const, words: words.railToVerify(toVerify.length) };
    if (toComplete.length > 0) return { key, title, state: "a_completer" as const, words: words.railToComplete(toComplete.length) };
    return { key, title, state: "complet" as const, words: words.railNothing(advice.length) };
  }

  #documentsLink() {
    const rows = this.dossier?.documents ?? [];
    const ready = rows.filter((row) => row.ready).length;
    const issued = rows.filter((row) => row.issued !== "").length;
    const state = issued > 0 && issued === rows.length ? "complet" : ready > 0 ? "a_completer" : "vide";
    return { key: DOCUMENTS, title: words.documents, state: state as FieldState, words: words.railDocuments(ready, issued) };
  }

  /** The next section that is not complete; else the control sheet; when nothing is left to do there, the documents.
      An advice stops nobody: the rail says that there is one. */
  nextAfter(key: string): { key: string; title: string } {
    const sections = this.dossier?.sections ?? [];
    const after = sections.slice(sections.findIndex((section) => section.key === key) + 1);
    const { blocking, toComplete, toVerify } = this.control;
    const clear = blocking.length + toComplete.length + toVerify.length === 0;
    const last = clear ? { key: DOCUMENTS, title: words.documents } : { key: CONTROL, title: words.control };
    return after.find((section) => section.state !== "complet") ?? last;
  }

  // ── The preview beside the form ───────────────────────────────────────────

  /** Whether the preview is folded on this section: a wide list begins folded, then it is as one left it. */
  get folded(): boolean {
    const section = this.section;
    if (!section) return false;
    return this.#folds.get(section.key) ?? isWide(section);
  }

  fold(on: boolean): void {
    if (this.section) this.#folds.set(this.section.key, on);
  }

  // ── Going somewhere ───────────────────────────────────────────────────────

  /** Shows another screen of the dossier; what is typed is sent on the way. */
  show(screen: string): void {
    void this.#door.settle();
    this.screen = screen;
    this.current = null;
    this.problem = null;
    if (screen !== DOCUMENTS) this.issued = null;
  }

  /** Shows the field of a path, on whichever screen it stands, with the keyboard in it. */
  goTo(path: string): void {
    const section = this.sectionOf(path);
    if (section !== null && section !== this.screen) this.show(section);
    this.target = path;
  }

  /** Back to the list of dossiers, once what is typed is saved. */
  async goHome(): Promise<void> {
    if (!(await this.#door.settle())) return;
    await this.loadHome();
    this.screen = HOME;
    this.dossier = null;
    this.current = null;
    this.#typed.clear();
    this.pages.forget();
  }

  async loadHome(): Promise<void> {
    const answer = await this.#door.home();
    if (answer.status === "ok") this.home = answer.data;
    else this.problem = answer.error;
  }

  /** The section where a path stands, by its fields, its dates and the cells of its lists. */
  sectionOf(path: string): string | null {
    const sections = this.dossier?.sections ?? [];
    const found = sections.find((section) => fieldsOf(section).some((field) => field.path === path));
    return (found ?? sections.find((section) => holds(section, path)))?.key ?? null;
  }

  /** Where a path stands, as titles: its section, its group when that has a title, its row when it is in a list. */
  placeOf(path: string | null, key: string): string[] {
    const section = this.dossier?.sections.find((one) => one.key === key);
    const group = section?.groups.find((one) => fieldsIn(one).some((field) => field.path === path));
    return [section?.title ?? key, group?.title ?? "", rowNamed(group, path)].filter((title) => title !== "");
  }

  /** The field at a path, wherever it stands. */
  fieldAt(path: string): FieldView | null {
    for (const section of this.dossier?.sections ?? []) {
      const field = fieldsOf(section).find((one) => one.path === path);
      if (field) return field;
    }
    return null;
  }

  // ── Dossiers ──────────────────────────────────────────────────────────────

  /** A new dossier: at once when there is one modèle, by choosing when there are several. */
  async begin(): Promise<void> {
    const [only, ...others] = this.home?.models ?? [];
    if (only && others.length === 0) await this.create(only.id);
    else this.choosing = true;
  }

  /** Ctrl+N, from wherever one is. */
  async beginAnywhere(): Promise<void> {
    if (this.dossier) await this.goHome();
    if (!this.dossier) await this.begin();
  }

  async create(model: string): Promise<void> {
    if (await this.#door.create(model)) this.#opened();
  }

  async example(): Promise<void> {
    if (await this.#door.example()) this.#opened();
  }

  async open(id: string): Promise<void> {
    if (await this.#door.open(id)) this.#opened();
  }

  /** Begins what comes after the open dossier, where it says what it is for. */
  async follow(kind: string): Promise<void> {
    this.problem = null;
    if (!(await this.#door.follow(kind))) return;
    this.#opened();
    this.goTo(SUBJECT);
  }

  #opened(): void {
    this.#typed.clear();
    this.folder = null;
    this.issued = null;
    this.choosing = false;
    this.pages.forget();
    this.pages.choose(mainDocument(this.dossier));
    this.show(this.dossier?.sections[0]?.key ?? CONTROL);
  }

  // ── Typing ────────────────────────────────────────────────────────────────

  type(path: string, text: string): void {
    this.said = null;
    this.#typed.set(path, text);
    this.#door.type(path, text);
  }

  /** The keyboard enters a field. */
  enter(path: string): void {
    this.current = path;
  }

  /** The keyboard leaves a field: what is typed there is sent, then Rust's own writing takes its place. */
  async leave(path: string): Promise<void> {
    if (this.current === path) this.current = null;
    if (!this.#typed.has(path)) return;
    const saved = await this.#door.settle();
    if (saved && this.current !== path && !this.#door.unsavedFields().has(path)) this.#typed.delete(path);
  }

  /** Chooses in a list or ticks: saved at once. */
  async choose(path: string, text: string): Promise<void> {
    this.type(path, text);
    if (await this.#door.settle()) this.#typed.delete(path);
  }

  /** Ctrl+S: sends what is typed and says so. */
  async saveNow(): Promise<void> {
    if (await this.#door.settle()) this.said = { text: words.allSaved(this.savedAt), undo: false };
  }

  /** The person turns to another program: what is typed does not wait. */
  settle(): void {
    void this.#door.settle();
  }

  async retry(): Promise<void> {
    if (await this.#door.settle()) this.closing = false;
  }

  // ── Gestures ──────────────────────────────────────────────────────────────

  async act(gesture: Gesture, said?: string): Promise<boolean> {
    this.said = null;
    this.problem = null;
    const done = await this.#door.act(gesture);
    if (done && said) this.said = { text: said, undo: true };
    return done;
  }

  hand(path: string, on: boolean): Promise<boolean> {
    this.#typed.delete(path);
    return this.act({ type: "hand", path, on });
  }

  /** Passes a « à vérifier » with a reason; an empty one takes the pass back. */
  pass(finding: FindingView, reason: string): Promise<boolean> {
    return this.act({ type: "pass", code: finding.code, path: finding.path ?? "", reason });
  }

  async undo(): Promise<void> {
    await this.#door.settle();
    const what = this.dossier?.undo;
    if (what) await this.#turned(this.#door.undo(), words.undone(what));
  }

  async redo(): Promise<void> {
    await this.#door.settle();
    const what = this.dossier?.redo;
    if (what) await this.#turned(this.#door.redo(), words.redone(what));
  }

  /** After an undo, Rust's text is the truth: what was typed on top of it is let go. */
  async #turned(deed: Promise<boolean>, said: string): Promise<void> {
    this.problem = null;
    if (!(await deed)) return;
    this.#typed.clear();
    this.said = { text: said, undo: false };
  }

  // ── Documents ─────────────────────────────────────────────────────────────

  async chooseFolder(): Promise<boolean> {
    const answer = await this.#door.chooseFolder();
    if (answer.status === "error") this.problem = answer.error;
    else if (answer.data) this.folder = answer.data;
    return answer.status === "ok" && answer.data !== null;
  }

  /** Makes the files; asks for a folder first when none is chosen. */
  issue(wanted: Wanted, draft: boolean): Promise<void> {
    return this.#make(wanted, { draft, editable: this.editable, online: false });
  }

  /** Makes the version of a document that is put online. */
  issueOnline(document: string): Promise<void> {
    return this.#make({ documents: [document], shares: [], printFile: false }, { draft: false, editable: false, online: true });
  }

  async #make(wanted: Wanted, how: How): Promise<void> {
    this.problem = null;
    if (!this.folder && !(await this.chooseFolder())) return;
    const token = this.folder?.token ?? "";
    this.busy = true;
    const answer = await this.#door.issue(wanted, token, how);
    this.busy = false;
    if (answer.status === "ok") this.issued = { ...answer.data, ...how, token, at: hourNow() };
    else this.problem = answer.error;
  }

  /** Puts the text of a document on the clipboard. */
  async copyText(document: string, title: string): Promise<void> {
    this.problem = null;
    const answer = await this.#door.text(document);
    if (answer.status === "error") this.problem = answer.error;
    else this.said = { text: (await copyBoth(answer.data)) ? words.textCopied(title) : words.textNotCopied, undo: false };
  }

  /** Lets the person choose the PDF that the académie gave. */
  async attachText(): Promise<void> {
    this.problem = null;
    await this.#door.attachText();
  }

  /** Lets the person choose a picture for a field that holds one. */
  async attachLogo(): Promise<void> {
    this.problem = null;
    await this.#door.attachLogo();
  }

  /** Lets the person choose the act that the service des assemblées wrote. */
  async attachAct(): Promise<void> {
    this.problem = null;
    await this.#door.attachAct();
  }

  /** The values to be copied into the académie's own text; null when they could not be had, which is then said. */
  async reportSheet(): Promise<ReportView | null> {
    const answer = await this.#door.reportSheet();
    if (answer.status === "ok") return answer.data;
    this.problem = answer.error;
    return null;
  }

  /** Opens a made file: a message, in the mail program. */
  async openMade(token: string, name: string): Promise<void> {
    const answer = await this.#door.openMade(token, name);
    if (answer.status === "error") this.problem = answer.error;
  }

  async openFolder(token: string): Promise<void> {
    const answer = await this.#door.openFolder(token);
    if (answer.status === "error") this.problem = answer.error;
  }

  // ── Closing, and what to do when nothing can be saved ─────────────────────

  /** The person closes the window: it goes once all is saved; otherwise it stays, and says why. */
  async close(): Promise<void> {
    this.closing = !(await this.#door.leave());
  }

  async closeAnyway(): Promise<void> {
    await this.#door.leaveAnyway();
  }

  /** Every field of the dossier, as text, with what is typed and not saved. */
  asText(): string {
    const lines = (this.dossier?.sections ?? []).flatMap((section) => [
      `# ${section.title}`,
      ...fieldsOf(section).map((field) => `${field.label} (${field.path}) : ${this.shown(field)}`),
    ]);
    return [this.dossier?.title ?? "", ...lines].join("\n");
  }

  #receive(view: DossierView, sent: ReadonlyMap<string, string>): void {
    this.dossier = view;
    this.savedAt = hourNow();
    for (const [path, text] of sent) {
      if (path !== this.current && this.#typed.get(path) === text) this.#typed.delete(path);
    }
    this.pages.refresh();
  }
}
