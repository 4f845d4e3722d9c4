// The window over the stand-in, as the tests show it, look for things in it and press its keys.

import { flushSync, mount, tick, unmount } from "svelte";
import { afterEach, beforeAll } from "vitest";
import App from "../src/App.svelte";
import { Desk, HOME } from "../src/state.svelte";
import type { Bends } from "./fake";
import { fake } from "./fake";

let mounted: ReturnType<typeof mount> | null = null;

beforeAll(() => {
  document.documentElement.lang = "fr";
});
afterEach(async () => {
  if (mounted) await unmount(mounted);
  mounted = null;
  document.body.replaceChildren();
});

/** Shows the window of a desk, taken away after the test. */
export function show(desk: Desk): void {
  mounted = mount(App, { target: document.body, props: { desk } });
}

/** Lets what was begun come to its end. */
export async function rest(): Promise<void> {
  for (let n = 0; n < 12; n += 1) await Promise.resolve();
  flushSync();
  await tick();
  await new Promise((done) => setTimeout(done, 0));
  flushSync();
}

export async function at(screen: string, start: "vide" | "complet" | "fautes" = "complet", bend: Partial<Bends> = {}) {
  const stand = fake(start);
  Object.assign(stand.bends, bend);
  const desk = new Desk(stand.commands);
  show(desk);
  if (screen === HOME) await desk.loadHome();
  else {
    await desk.example();
    desk.show(screen);
  }
  await rest();
  stand.bends.calls.length = 0;
  return { stand, desk };
}

export const one = <T extends HTMLElement>(selector: string): T => {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
};
export const at_ = <T extends HTMLElement>(path: string): T => one<T>(`[data-path="${path}"]`);
export const button = (text: string): HTMLButtonElement => {
  const found = [...document.querySelectorAll("button")].find((each) => each.textContent.trim().includes(text));
  if (!found) throw new Error(`no button says ${text}`);
  return found;
};
export async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
  await rest();
}
/** Types a text whole in a control. */
export async function write(control: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
  control.value = text;
  control.dispatchEvent(new Event("input", { bubbles: true }));
  await rest();
}

/** Three conventions: one made, one ready, one that waits for its row. */
export const SHARES = [
  { id: "1", label: "Collège des Cygnes", path: "ecoles/1", stopped: 0, issued: "le 24 novembre 2026, version 1" },
  { id: "2", label: "Collège du Moulin", path: "ecoles/2", stopped: 0, issued: "" },
  { id: "3", label: "Collège de Beaulieu", path: "ecoles/3", stopped: 2, issued: "" },
];

/** One of them refused, with its row. */
export const REFUSED = [{
  document: "convention", label: "Collège de Beaulieu", path: "ecoles/3",
  reasons: [{ sentence: "La lettre U ne correspond pas aux chiffres.", path: "ecoles/3/uai" }],
}];
