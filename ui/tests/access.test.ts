// What a tool of accessibility finds wrong on the screens: nothing serious.

import axe from "axe-core";
import { describe, expect, test } from "vitest";
import { CONTROL, DOCUMENTS, HOME } from "../src/state.svelte";
import { words } from "../src/words";
import { at, button, one, REFUSED, rest, SHARES } from "./shown";

describe("no screen has a serious fault of accessibility", () => {
  const screens = [HOME, "parties", "ecoles", "contacts", "convention", "deliberation", CONTROL, DOCUMENTS];
  test.each(screens.flatMap((screen) => (["vide", "fautes"] as const).map((start) => [screen, start] as const)))("%s, %s", async (screen, start) => {
    await at(screen, start);
    // Contrast is measured in a browser: there are no colours here.
    const { violations } = await axe.run(document.documentElement, { rules: { "color-contrast": { enabled: false } } });
    expect(violations.map((fault) => `${fault.impact} ${fault.id} ${fault.nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
  });

  test("and a fault put there on purpose is seen", async () => {
    await at("parties");
    document.querySelector("main")?.append(document.createElement("input"), document.createElement("button"));
    const { violations } = await axe.run(document.documentElement, { rules: { "color-contrast": { enabled: false } } });
    expect(violations.map((fault) => fault.id)).toEqual(expect.arrayContaining(["button-name", "label"]));
  });
});

describe("the new states have no serious fault of accessibility", () => {
  async function faults(): Promise<string[]> {
    const { violations } = await axe.run(document.documentElement, { rules: { "color-contrast": { enabled: false } } });
    return violations.map((fault) => `${fault.impact} ${fault.id} ${fault.nodes.map((node) => node.html).join(" ")}`);
  }

  test("members of a party, none then two", async () => {
    await at("parties", "complet", { members: true });
    expect(await faults()).toEqual([]);
    button(words.addOne("un signataire")).click();
    await rest();
    button(words.addOne("un signataire")).click();
    await rest();
    expect(document.querySelectorAll(".grid tbody tr").length).toBe(2);
    expect(await faults()).toEqual([]);
  });

  test("conventions one by one, and those refused", async () => {
    await at(DOCUMENTS, "complet", { shares: SHARES, made: 1, refused: REFUSED });
    one<HTMLDetailsElement>("details").open = true;
    expect(await faults()).toEqual([]);
    button("Éditer les 2 documents").click();
    await rest();
    expect(await faults()).toEqual([]);
  });
});
