// The one door to Rust. Everything the window asks or sends goes through `Door`.
//
// It keeps what is typed until Rust has said « enregistré »: keys are gathered and sent together
// 600 ms after the last one (and at least every 3 s), on leaving a field, on changing section and on
// closing. Calls leave one after the other, so an answer never overtakes a later gesture.
// It knows nothing of screens: it tells what happened through `Told`.

import { listen } from "@tauri-apps/api/event";
import { commands } from "./bindings";
import type { DossierView, Gesture } from "./bindings";

export type * from "./bindings";

/** The commands as generated: tests hand in a fake of the same shape. */
export type Commands = typeof commands;

/** Why something was not done: a code for the program, one French sentence for people. */
export type Problem = { code: string; sentence: string };

/** What a command answers. */
export type Answer<T> = { status: "ok"; data: T } | { status: "error"; error: Problem };

/** Where the typed text stands: in Rust's store, on its way, or refused. */
export type SaveState = { kind: "saved" } | { kind: "saving" } | { kind: "failed"; problem: Problem };

/** The documents to make; of those made once for each convention, which ones, and whether in one file too. */
export type Wanted = { documents: string[]; shares: { document: string; shares: string[] }[]; printFile: boolean };

/** How the door tells what happened. `sent` is what this answer has saved, by path. */
export type Told = {
  view: (view: DossierView, sent: ReadonlyMap<string, string>) => void;
  save: (state: SaveState) => void;
  problem: (problem: Problem) => void;
};

/** Milliseconds of silence after which the typed text is sent. */
export const AFTER_LAST_KEY = 600;
/** Milliseconds after the first unsent key at which the text is sent even if typing goes on. */
export const AT_LEAST_EVERY = 3000;
/** Age in milliseconds of the oldest unsaved key from which « Enregistrement… » is shown. */
export const SHOWN_AS_SAVING = 1000;

/** How documents are made: as drafts, with their form that can be edited, as what is put online. */
export type How = { draft: boolean; editable: boolean; online: boolean };

type Timer = ReturnType<typeof setTimeout>;

/** Why a call that never reached Rust failed: the window says it like any other problem. */
const lost: Problem = { code: "interne", sentence: "Cette action a échoué, rien n’a été modifié." };

export class Door {
  #commands: Commands;
  #told: Told;
  /** The dossier that typed text belongs to. */
  #open: string | null = null;
  /** Typed and not yet sent. */
  #waiting = new Map<string, string>();
  /** Sent and not yet known as saved; after a failure, kept to be sent again. */
  #leaving = new Map<string, string>();
  #oldest: number | null = null;
  #send: Timer | undefined;
  #slow: Timer | undefined;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(told: Told, behind: Commands = commands) {
    this.#told = told;
    this.#commands = behind;
  }

  /** Whether some typed text is not saved yet. */
  get unsaved(): boolean {
    return this.#waiting.size + this.#leaving.size > 0;
  }

  /** The typed text that is not saved yet, by path: what « Copier mes données » must not forget. */
  unsavedFields(): Map<string, string> {
    return new Map([...this.#leaving, ...this.#waiting]);
  }

  // ── Dossiers ──────────────────────────────────────────────────────────────

  home() {
    return this.#queue(() => this.#commands.home());
  }

  async create(model: string): Promise<boolean> {
    return this.#enter(() => this.#commands.createDossier(model));
  }

  async example(): Promise<boolean> {
    return this.#enter(() => this.#commands.createExample());
  }

  /** Begins what comes after the open dossier. */
  async follow(kind: string): Promise<boolean> {
    return this.#enter(() => this.#commands.followDossier(this.#id, kind));
  }

  async open(id: string): Promise<boolean> {
    return this.#enter(() => this.#commands.openDossier(id));
  }

  /** Saves what is typed, then takes another dossier in hand. False: nothing changed. */
  async #enter(ask: () => Promise<Answer<DossierView>>): Promise<boolean> {
    if (!(await this.settle())) return false;
    const answer = await this.#queue(ask);
    if (answer.status === "error") return this.#refuse(answer.error);
    this.#open = answer.data.id;
    this.#told.view(answer.data, new Map());
    this.#told.save({ kind: "saved" });
    return true;
  }

  // ── What is typed ─────────────────────────────────────────────────────────

  /** Notes a keystroke: `text` is the whole content of the field. */
  type(path: string, text: string): void {
    this.#waiting.set(path, text);
    const now = Date.now();
    this.#oldest ??= now;
    const rest = Math.max(0, this.#oldest + AT_LEAST_EVERY - now);
    clearTimeout(this.#send);
    this.#send = setTimeout(() => void this.settle(), Math.min(AFTER_LAST_KEY, rest));
    this.#slow ??= setTimeout(() => this.#told.save({ kind: "saving" }), SHOWN_AS_SAVING);
  }

  /** Sends what is typed without waiting. True once all of it is saved. */
  async settle(): Promise<boolean> {
    clearTimeout(this.#send);
    return this.#inTurn(() => this.#sendTyped());
  }

  async #sendTyped(): Promise<boolean> {
    if (!this.unsaved || this.#open === null) return true;
    this.#leaving = this.unsavedFields();
    this.#waiting.clear();
    const fields = [...this.#leaving].map(([path, text]) => ({ path, text }));
    const answer = await this.#safely(() => this.#commands.act(this.#id, { type: "set", fields }));
    if (answer.status === "error") return this.#keepTyped(answer.error);
    const sent = this.#leaving;
    this.#leaving = new Map();
    this.#restClock();
    this.#told.view(answer.data, sent);
    if (!this.unsaved) this.#told.save({ kind: "saved" });
    return true;
  }

  /** Nothing is saved: the text stays here and on the screen, and will be sent again. */
  #keepTyped(problem: Problem): false {
    this.#restClock();
    this.#told.save({ kind: "failed", problem });
    return false;
  }

  /** Forgets the age of the typed text; keys typed during the call start a new count. */
  #restClock(): void {
    clearTimeout(this.#slow);
    this.#slow = undefined;
    this.#oldest = this.#waiting.size > 0 ? Date.now() : null;
    if (this.#oldest !== null) {
      this.#slow = setTimeout(() => this.#told.save({ kind: "saving" }), SHOWN_AS_SAVING);
    }
  }

  // ── Gestures ──────────────────────────────────────────────────────────────

  /** Saves what is typed, then makes one gesture. False: refused, and said. */
  async act(gesture: Gesture): Promise<boolean> {
    return this.#change(() => this.#commands.act(this.#id, gesture));
  }

  async undo(): Promise<boolean> {
    return this.#change(() => this.#commands.undo(this.#id));
  }

  async redo(): Promise<boolean> {
    return this.#change(() => this.#commands.redo(this.#id));
  }

  async #change(ask: () => Promise<Answer<DossierView>>): Promise<boolean> {
    if (!(await this.settle()) || this.#open === null) return false;
    const answer = await this.#queue(ask);
    if (answer.status === "error") return this.#refuse(answer.error);
    this.#told.view(answer.data, new Map());
    this.#told.save({ kind: "saved" });
    return true;
  }

  // Reading and dialogs do not wait in the queue: a folder dialog left open must not hold back a save.
  // ── Pages and files ───────────────────────────────────────────────────────

  /** The pages of one document, as Rust last knows the dossier. */
  preview(document: string) {
    return this.#safely(() => this.#commands.preview(this.#id, document));
  }

  /** Opens the system's folder dialog. Null when the person gave up. */
  chooseFolder() {
    return this.#safely(() => this.#commands.chooseFolder());
  }

  /** Saves what is typed, then makes the files. */
  async issue(wanted: Wanted, folder: string, how: How) {
    await this.settle();
    const answer = await this.#safely(() => this.#commands.issueDocuments({ dossier: this.#id, ...wanted, folder, ...how }));
    if (answer.status === "ok" && !how.draft && !how.online) await this.#look();
    return answer;
  }

  /** Saves what is typed, then gives the text of a document, to be pasted in another program. */
  async text(document: string) {
    await this.settle();
    return this.#safely(() => this.#commands.documentText(this.#id, document));
  }

  /** The dossier as Rust now knows it: what was made final shows as such. */
  async #look(): Promise<void> {
    const answer = await this.#queue(() => this.#commands.openDossier(this.#id));
    if (answer.status === "ok") this.#told.view(answer.data, new Map());
  }

  /** Opens the system's dialog and keeps the académie's PDF with the dossier, untouched. */
  attachText(): Promise<boolean> {
    return this.#attach(() => this.#commands.attachText(this.#id));
  }

  /** Opens the system's dialog and keeps a picture in the dossier. */
  attachLogo(): Promise<boolean> {
    return this.#attach(() => this.#commands.attachLogo(this.#id));
  }

  /** False when the person gave up, or when it was refused and said. */
  async #attach(ask: () => Promise<Answer<DossierView | null>>): Promise<boolean> {
    if (!(await this.settle()) || this.#open === null) return false;
    const answer = await this.#safely(ask);
    if (answer.status === "error") return this.#refuse(answer.error);
    if (answer.data) this.#told.view(answer.data, new Map());
    return answer.data !== null;
  }

  /** Opens the system's dialog and keeps the act that another service wrote. */
  attachAct(): Promise<boolean> {
    return this.#attach(() => this.#commands.attachAct(this.#id));
  }

  /** The values to be copied into the académie's own text. */
  reportSheet() {
    return this.#safely(() => this.#commands.reportSheet(this.#id));
  }

  /** Opens a made file with the system's own program. */
  openMade(token: string, name: string) {
    return this.#safely(() => this.#commands.openMade(token, name));
  }

  openFolder(token: string) {
    return this.#safely(() => this.#commands.openFolder(token));
  }

  // ── Closing ───────────────────────────────────────────────────────────────

  /** Saves what is typed, then lets the window go. False: something is not saved, and the window stays. */
  async leave(): Promise<boolean> {
    if (!(await this.settle())) return false;
    return this.leaveAnyway();
  }

  /** Lets the window go although something could not be saved: the person has been told, and chose. */
  async leaveAnyway(): Promise<boolean> {
    try {
      await this.#commands.leave();
      return true;
    } catch {
      return this.#refuse(lost);
    }
  }

  // ── One call after the other ──────────────────────────────────────────────

  get #id(): string {
    return this.#open ?? "";
  }

  #refuse(problem: Problem): false {
    this.#told.problem(problem);
    return false;
  }

  /** Runs `job` once the calls before it have been answered. */
  #queue<T>(job: () => Promise<Answer<T>>): Promise<Answer<T>> {
    return this.#inTurn(() => this.#safely(job));
  }

  #inTurn<T>(job: () => Promise<T>): Promise<T> {
    const turn = this.#tail.then(job);
    this.#tail = turn.catch(() => undefined);
    return turn;
  }

  /** A call that breaks before Rust answers is a problem like the others, not a lost promise. */
  async #safely<T>(job: () => Promise<Answer<T>>): Promise<Answer<T>> {
    try {
      return await job();
    } catch {
      return { status: "error", error: lost };
    }
  }
}

/** Rust holds back the closing of the window and says so: `close` saves, then asks Rust to let it go. */
export function onClosing(close: () => void): Promise<() => void> {
  return listen("closing", close);
}
