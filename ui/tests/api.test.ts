// The door to Rust: what is typed leaves together, on time, one call after the other, and is never lost.

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { AFTER_LAST_KEY, AT_LEAST_EVERY, Door, SHOWN_AS_SAVING } from "../src/api";
import type { DossierView, Problem, SaveState } from "../src/api";
import { fake } from "./fake";

async function opened(start: "vide" | "complet" | "fautes" = "vide") {
  const stand = fake(start);
  const saves: SaveState["kind"][] = [];
  const views: DossierView[] = [];
  const problems: Problem[] = [];
  const door = new Door(
    { view: (view) => views.push(view), save: (state) => saves.push(state.kind), problem: (problem) => problems.push(problem) },
    stand.commands,
  );
  await door.example();
  saves.length = 0;
  return { stand, door, saves, views, problems };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("what is typed", () => {
  test("leaves once, 600 ms after the last key", async () => {
    const { stand, door } = await opened();
    for (const text of ["D", "De", "Del"]) {
      door.type("nom", text);
      await vi.advanceTimersByTimeAsync(AFTER_LAST_KEY - 1);
    }
    expect(stand.bends.calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(stand.bends.calls).toEqual([{ type: "set", fields: [{ path: "nom", text: "Del" }] }]);
  });

  test("of several fields leaves in one call", async () => {
    const { stand, door } = await opened();
    door.type("prenom", "Agnès");
    door.type("nom", "Delorme");
    await vi.advanceTimersByTimeAsync(AFTER_LAST_KEY);
    expect(stand.bends.calls).toEqual([
      { type: "set", fields: [{ path: "prenom", text: "Agnès" }, { path: "nom", text: "Delorme" }] },
    ]);
  });

  test("leaves at least every 3 s under keys that never stop", async () => {
    const { stand, door } = await opened();
    for (let n = 0; n < 40; n += 1) {
      door.type("nom", "x".repeat(n));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(stand.bends.calls.length).toBe(1);
    expect(AT_LEAST_EVERY).toBe(3000);
  });

  test("leaves at once on leaving a field, and nothing leaves twice", async () => {
    const { stand, door } = await opened();
    door.type("nom", "Delorme");
    expect(await door.settle()).toBe(true);
    await vi.advanceTimersByTimeAsync(5000);
    expect(stand.bends.calls.length).toBe(1);
    expect(door.unsaved).toBe(false);
  });

  test("leaves before a gesture, which Rust hears after it", async () => {
    const { stand, door } = await opened();
    door.type("nom", "Delorme");
    await door.act({ type: "add", list: "ecoles", part: "" });
    expect(stand.bends.calls.map((gesture) => gesture.type)).toEqual(["set", "add"]);
  });

  test("leaves before the dossier changes, and goes to the dossier it was typed in", async () => {
    const { stand, door } = await opened();
    const act = vi.spyOn(stand.commands, "act");
    door.type("nom", "Delorme");
    await door.create("versailles-1d");
    expect(act.mock.calls[0]?.[0]).toBe("1");
  });
});

describe("the save state", () => {
  test("says « Enregistrement… » only for text that waits long", async () => {
    const { door, saves } = await opened();
    door.type("nom", "D");
    await vi.advanceTimersByTimeAsync(AFTER_LAST_KEY + 10);
    expect(saves).toEqual(["saved"]);
    door.type("nom", "De");
    await vi.advanceTimersByTimeAsync(500);
    door.type("nom", "Del");
    await vi.advanceTimersByTimeAsync(SHOWN_AS_SAVING - 500);
    expect(saves).toEqual(["saved", "saving"]);
    await vi.advanceTimersByTimeAsync(AFTER_LAST_KEY);
    expect(saves).toEqual(["saved", "saving", "saved"]);
  });

  test("is failed when Rust cannot write, keeps the text, and sends it again", async () => {
    const { stand, door, saves } = await opened();
    stand.bends.fail = "Le disque est plein.";
    door.type("nom", "Delorme");
    await vi.advanceTimersByTimeAsync(AFTER_LAST_KEY);
    expect(saves).toEqual(["failed"]);
    expect(door.unsavedFields()).toEqual(new Map([["nom", "Delorme"]]));
    door.type("prenom", "Agnès");
    stand.bends.fail = null;
    expect(await door.settle()).toBe(true);
    expect(stand.bends.calls.at(-1)).toEqual({
      type: "set", fields: [{ path: "nom", text: "Delorme" }, { path: "prenom", text: "Agnès" }],
    });
    expect(saves.at(-1)).toBe("saved");
  });

  test("stays unsaved for a key typed while the call was away", async () => {
    const { door, saves, stand } = await opened();
    let answer: () => void = () => undefined;
    const act = stand.commands.act;
    stand.commands.act = async (id, gesture) => {
      await new Promise<void>((go) => { answer = go; });
      return act(id, gesture);
    };
    door.type("nom", "D");
    const sent = door.settle();
    await vi.advanceTimersByTimeAsync(0);
    door.type("nom", "De");
    answer();
    await sent;
    expect(saves).toEqual([]);
    expect(door.unsavedFields()).toEqual(new Map([["nom", "De"]]));
  });
});

describe("trouble", () => {
  test("a refused gesture is told and changes nothing", async () => {
    const { stand, door, problems, views } = await opened();
    const seen = views.length;
    stand.bends.fail = "Refusé.";
    expect(await door.act({ type: "add", list: "ecoles", part: "" })).toBe(false);
    expect(problems.map((problem) => problem.sentence)).toEqual(["Refusé."]);
    expect(views.length).toBe(seen);
  });

  test("a call that breaks is a problem like the others, and the next one still leaves", async () => {
    const { stand, door, problems } = await opened();
    const act = stand.commands.act;
    stand.commands.act = () => Promise.reject(new Error("boom"));
    expect(await door.act({ type: "add", list: "ecoles", part: "" })).toBe(false);
    expect(problems[0]?.code).toBe("interne");
    stand.commands.act = act;
    expect(await door.act({ type: "add", list: "ecoles", part: "" })).toBe(true);
  });
});

describe("closing", () => {
  test("saves first, then lets the window go", async () => {
    const { stand, door } = await opened();
    door.type("nom", "Delorme");
    expect(await door.leave()).toBe(true);
    expect(stand.bends.calls.length).toBe(1);
    expect(stand.bends.left).toBe(1);
  });

  test("keeps the window when something is not saved, unless the person insists", async () => {
    const { stand, door } = await opened();
    stand.bends.fail = "Le disque est plein.";
    door.type("nom", "Delorme");
    expect(await door.leave()).toBe(false);
    expect(stand.bends.left).toBe(0);
    await door.leaveAnyway();
    expect(stand.bends.left).toBe(1);
  });
});
