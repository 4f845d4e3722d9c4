// The small reckonings behind the parts: where keys lead, which value is near, which day comes next.

import { describe, expect, test } from "vitest";
import type { BoxView } from "../src/api";
import { chosen, nextBy, plain } from "../src/parts/choices";
import { stepDay } from "../src/parts/days";
import { inside, leastWidth, moved, tabbed, writes } from "../src/parts/grid";
import { nearest, stepBox } from "../src/parts/sheet";

const size = { rows: 6, columns: 5 };

describe("keys of a grid", () => {
  test.each([
    ["ArrowRight", false, [2, 2], [2, 3]],
    ["ArrowRight", false, [2, 4], [2, 4]],
    ["ArrowUp", false, [0, 1], [0, 1]],
    ["Enter", false, [2, 2], [3, 2]],
    ["Home", false, [2, 2], [2, 0]],
    ["End", true, [2, 2], [5, 4]],
    ["ArrowDown", true, [2, 2], [5, 2]],
    ["PageDown", false, [2, 2], [5, 2]],
  ])("%s (Ctrl %s) from %j leads to %j", (key, ctrl, from, to) => {
    const [row = 0, column = 0] = from;
    expect(moved({ key, ctrl }, { row, column }, size)).toEqual({ row: to[0], column: to[1] });
  });

  test("a letter does not move", () => {
    expect(moved({ key: "a", ctrl: false }, { row: 0, column: 0 }, size)).toBeNull();
  });

  test("Tab goes on at the next row, and leaves at the ends", () => {
    expect(tabbed({ row: 0, column: 4 }, size, false)).toEqual({ row: 1, column: 0 });
    expect(tabbed({ row: 1, column: 0 }, size, true)).toEqual({ row: 0, column: 4 });
    expect(tabbed({ row: 5, column: 4 }, size, false)).toBeNull();
    expect(tabbed({ row: 0, column: 0 }, size, true)).toBeNull();
  });

  test("a cell of a row that went is the nearest one left", () => {
    expect(inside({ row: 5, column: 2 }, { rows: 3, columns: 5 })).toEqual({ row: 2, column: 2 });
    expect(inside({ row: 5, column: 2 }, { rows: 0, columns: 5 })).toEqual({ row: 0, column: 2 });
  });

  test("a sign writes, a command does not, AltGr does", () => {
    expect(writes(new KeyboardEvent("keydown", { key: "é" }))).toBe(true);
    expect(writes(new KeyboardEvent("keydown", { key: "z", ctrlKey: true }))).toBe(false);
    expect(writes(new KeyboardEvent("keydown", { key: "F2" }))).toBe(false);
    expect(writes(new KeyboardEvent("keydown", { key: "@", ctrlKey: true, altKey: true, modifierAltGraph: true }))).toBe(true);
  });
});

describe("the least width of a grid", () => {
  const columns = (widths: number[]) => widths.map((width) => ({ width }));
  test("is nothing while its columns fit, then as wide as they ask", () => {
    expect(leastWidth(columns([4, 3, 1, 4, 2]), 0)).toBe("");
    expect(leastWidth(columns([4, 2, 3, 1, 2, 2, 1, 2, 2, 2, 2]), 0)).toBe("grid-wide grid-100");
  });
});

describe("days", () => {
  test.each([
    ["14/12/2026", 1, "15/12/2026"],
    ["31122026", 1, "01/01/2027"],
    ["2026-03-01", -1, "28/02/2026"],
    ["01/03/2028", -1, "29/02/2028"],
  ])("%s moved by %i is %s", (typed, by, moved) => expect(stepDay(typed, by)).toBe(moved));

  test.each(["", "demain", "31/02/2026", "14 décembre 2026"])("%j is left alone", (typed) => expect(stepDay(typed, 1)).toBeNull());
});

describe("choices", () => {
  const natures = [{ key: "maternelle", label: "Maternelle" }, { key: "elementaire", label: "Élémentaire" }, { key: "primaire", label: "Primaire" }];
  test("a pasted label is its choice, accents or not", () => {
    expect(chosen(natures, "ELEMENTAIRE ")?.key).toBe("elementaire");
    expect(chosen(natures, "collège")).toBeNull();
    expect(plain("Élémentaire")).toBe("elementaire");
  });
  test("a letter goes to the next choice that begins so, and turns", () => {
    const list = [{ key: "a", label: "Adjoint" }, { key: "m", label: "Maire" }, { key: "a2", label: "Autre" }];
    expect(nextBy(list, "a", "a")?.key).toBe("a2");
    expect(nextBy(list, "a2", "A")?.key).toBe("a");
    expect(nextBy(list, "a", "z")).toBeNull();
  });
});

describe("values of a page", () => {
  const box = (page: number, x: number, y: number): BoxView => ({ page, x, y, w: 40, h: 10, path: `${page}/${x}/${y}`, label: "", state: "complet", hand: false });
  const boxes = [box(0, 10, 10), box(0, 10, 30), box(1, 10, 10)];

  test("a click means the nearest value within reach", () => {
    expect(nearest(boxes.slice(0, 2), 30, 15, 24)).toBe(boxes[0]);
    expect(nearest(boxes.slice(0, 2), 30, 27, 24)).toBe(boxes[1]);
    expect(nearest(boxes, 300, 300, 24)).toBeNull();
  });
  test("arrows go from value to value, over the pages, and stop at the ends", () => {
    expect(stepBox(boxes, null, 0, 1)).toBe(0);
    expect(stepBox(boxes, 1, 0, 1)).toBe(2);
    expect(stepBox(boxes, 2, 1, 1)).toBeNull();
    expect(stepBox(boxes, null, 1, -1)).toBe(2);
    expect(stepBox([], null, 0, 1)).toBeNull();
  });
});
