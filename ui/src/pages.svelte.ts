// The pages shown beside the form: which document, which page, and the images of its pages.
// Knows nothing of what is written on them: it holds what Rust drew and where each value stands.

import type { BoxView, Door, PageView, PreviewView, Problem } from "./api";

/** Milliseconds between an answer of Rust and the drawing of its pages: a burst of gestures draws once. */
const REST = 150;

export class Pages {
  readonly #door: Door;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  #shown = false;

  document = $state<string | null>(null);
  view = $state.raw<PreviewView | null>(null);
  problem = $state.raw<Problem | null>(null);
  /** Counted from zero. */
  at = $state(0);

  constructor(door: Door) {
    this.#door = door;
  }

  readonly page: PageView | null = $derived(this.view?.pages[this.at] ?? null);
  readonly boxes: BoxView[] = $derived(
    (this.view?.boxes ?? []).filter((box) => box.page === this.at),
  );

  /** The preview is on the screen, or no longer: hidden pages are not drawn. */
  shown(on: boolean): void {
    if (on && !this.#shown) this.#draw();
    this.#shown = on;
  }

  choose(document: string): void {
    if (document === this.document) return;
    this.document = document;
    this.at = 0;
    if (this.#shown) this.#draw();
  }

  turn(by: number): void {
    this.at = Math.min(Math.max(0, this.at + by), (this.view?.pages.length ?? 1) - 1);
  }

  /** Turns to the first page where a field is printed, unless it stands on this one. */
  turnTo(path: string): void {
    const boxes = (this.view?.boxes ?? []).filter((box) => box.path === path);
    const first = boxes[0];
    if (first && !boxes.some((box) => box.page === this.at)) this.at = first.page;
  }

  /** The dossier has changed: its pages are drawn again shortly. */
  refresh(): void {
    clearTimeout(this.#timer);
    if (this.#shown) this.#timer = setTimeout(() => this.#draw(), REST);
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.document = null;
    this.view = null;
    this.problem = null;
    this.at = 0;
  }

  #draw(): void {
    void this.#fetch();
  }

  /** Only the last asked drawing is kept: an older answer that comes late is let go. */
  async #fetch(): Promise<void> {
    if (this.document === null) return;
    const turn = (this.#asked += 1);
    const answer = await this.#door.preview(this.document);
    if (turn !== this.#asked) return;
    if (answer.status === "error") {
      this.problem = answer.error;
      return;
    }
    this.problem = null;
    this.view = answer.data;
    this.turn(0);
  }
}
