// The window's words, and the stand-in's, are written in real French typography.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hourOf, words } from "../src/words";

const NARROW = "\u202f";
const HARD = "\u00a0";

/** Every text of the words: strings as they are, sentences with samples put in. */
function texts(): [string, string][] {
  const samples = { blocking: [1, 2], toComplete: [1], toVerify: [1, 2], advice: [1] };
  const call = (word: unknown) => {
    const make = word as (...given: unknown[]) => string;
    return [[2, 3], [1, 1], [0, 0], ["Nom", "Nom", "Nom"], ["Nom", true, true], [samples], [2, true, "14 h 32"]].map((given) => {
      try { return make(...given); } catch { return ""; }
    });
  };
  return Object.entries(words).flatMap(([key, word]): [string, string][] => {
    const all = typeof word === "string" ? [word] : typeof word === "function" ? call(word) : word.flatMap((line) => Object.values(line));
    return all.filter((text) => typeof text === "string").map((text) => [key, text]);
  });
}

test.each(texts())("%s is well written: %s", (_key, text) => {
  expect(text).not.toMatch(/['"]/);
  expect(text).not.toMatch(/\.\.\./);
  expect(text).not.toMatch(/[^\u202f][;!?»]/);
  expect(text).not.toMatch(/«[^\u202f]/);
  expect(text).not.toMatch(/[^\u00a0]:(\s|$)/);
  expect(text).not.toMatch(/Veuillez|Erreur|invalide|!/);
});

test("the words were really looked at", () => {
  expect(texts().length).toBeGreaterThan(150);
  expect(words.continueTo("Écoles")).toBe(`Continuer${HARD}: Écoles`);
  expect(words.whereToBegin).toBe(`Par où commencer${NARROW}?`);
});

test("an hour is written as people write it", () => {
  expect(hourOf(new Date(2026, 10, 24, 14, 2))).toBe(`14${HARD}h${HARD}02`);
});

/** French text belongs in words.ts: a screen or a part holds none of its own. */
test("no component says anything by itself", () => {
  const roots = ["parts", "screens"].map((room) => join(import.meta.dirname, "../src", room));
  const files = roots.flatMap((root) => readdirSync(root).map((name) => join(root, name)));
  const accented = files.filter((file) => {
    const code = readFileSync(file, "utf8").replace(/<!--[^]*?-->|\/\*[^]*?\*\/|\/\/[^\n]*/g, "");
    return /[àâçéèêëîïôùûüœÀÉÈ«»]/.test(code);
  });
  expect(accented).toEqual([]);
});
