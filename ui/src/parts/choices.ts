// Finding a choice by what stands in its field: its key, or its label as someone pasted it.

import type { Choice } from "../api";

/** Lower case without accents: « Élémentaire » and « elementaire » are one word. */
export function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").trim().toLowerCase();
}

export function chosen(choices: Choice[], text: string): Choice | null {
  const wanted = plain(text);
  return choices.find((choice) => choice.key === text || plain(choice.label) === wanted) ?? null;
}

/** The next choice that begins with a letter, after the one in place: what a letter does in a list. */
export function nextBy(choices: Choice[], text: string, letter: string): Choice | null {
  const from = choices.findIndex((choice) => choice.key === chosen(choices, text)?.key) + 1;
  const turned = [...choices.slice(from), ...choices.slice(0, from)];
  return turned.find((choice) => plain(choice.label).startsWith(plain(letter))) ?? null;
}
