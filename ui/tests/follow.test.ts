// What comes after a convention: how it is begun, and what it is shown to change.

import axe from "axe-core";
import { describe, expect, test } from "vitest";
import type { FollowView, SequelView } from "../src/api";
import { CONTROL, DOCUMENTS } from "../src/state.svelte";
import { words } from "../src/words";
import { at, button, one, rest } from "./shown";

const FOLLOWS: FollowView[] = [
  { kind: "avenant", label: "Préparer un avenant", help: "Voté et signé." },
  { kind: "mise_a_jour", label: "Mettre une annexe à jour", help: "Sans vote." },
];
const SEQUEL: SequelView = {
  kind: "avenant",
  words: "Avenant n° 1 à 2026-001",
  changes: [
    { matter: "Convention", path: "convention/lieu", label: "Lieu de signature", before: "Fontenay", after: "" },
    { matter: "Écoles", path: "ecoles/partie", label: "École partie", before: "1, rue d’Avant", after: "" },
  ],
};

describe("what may be begun after a dossier", () => {
  test("is offered under the documents, and begun by its kind", async () => {
    const { stand } = await at(DOCUMENTS, "complet", { follows: FOLLOWS });
    const offered = [...document.querySelectorAll("[aria-labelledby=suites] li")].map((line) => line.textContent);
    expect(offered).toHaveLength(2);
    expect(offered[1]).toContain("Sans vote.");
    one<HTMLButtonElement>(`[aria-label="${words.followBeginNamed("Préparer un avenant")}"]`).click();
    await rest();
    expect(stand.bends.followed).toEqual(["avenant"]);
  });

  test("is not shown where the modèle has none", async () => {
    await at(DOCUMENTS);
    expect(document.querySelector("[aria-labelledby=suites]")).toBeNull();
  });
});

describe("what a dossier changes in the one that it follows", () => {
  test("is listed, before and after, with the way to what is still there", async () => {
    const { desk } = await at(CONTROL, "complet", { sequel: SEQUEL });
    const rows = [...document.querySelectorAll("[aria-labelledby=changements] tbody tr")];
    expect(rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent))).toEqual([["Fontenay", "—"], ["1, rue d’Avant", "—"]]);
    expect(rows[1]?.querySelector("button")).toBeNull();
    button("Lieu de signature").click();
    await rest();
    expect(desk.screen).toBe("convention");
    expect(desk.target ?? document.activeElement?.getAttribute("data-path")).toBe("convention/lieu");
  });

  test("is said to be nothing yet, and where to change it", async () => {
    await at(CONTROL, "complet", { sequel: { ...SEQUEL, changes: [] } });
    expect(one("[aria-labelledby=changements]:not(table)").textContent).toContain(words.changesNone);
  });

  test("has no serious fault of accessibility", async () => {
    await at(CONTROL, "fautes", { sequel: SEQUEL, follows: FOLLOWS });
    const { violations } = await axe.run(document.documentElement, { rules: { "color-contrast": { enabled: false } } });
    expect(violations.map((fault) => `${fault.id} ${fault.nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
  });
});
