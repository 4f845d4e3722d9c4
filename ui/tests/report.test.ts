// The fiche de report on the screen: what may be copied has a button, what is missing has none, and one is told.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, expect, test, vi } from "vitest";
import ReportSheet from "../src/parts/ReportSheet.svelte";

const sheet = {
  document: "fiche-de-report",
  revision: 3,
  groups: [
    {
      label: "Article 11",
      title: "Durée de la convention",
      rows: [
        { number: "1.1", name: "Durée", value: "4 ans", path: "champs/duree_annees" },
        { number: "1.2", name: "Le", value: "", path: "convention/date" },
      ],
    },
  ],
};

let shown: ReturnType<typeof mount> | undefined;
afterEach(() => {
  if (shown) void unmount(shown);
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

function open(): string[] {
  const told: string[] = [];
  shown = mount(ReportSheet, { target: document.body, props: { sheet, ontold: (text: string) => told.push(text) } });
  flushSync();
  return told;
}
const buttons = () => [...document.querySelectorAll("button")];

test("a value has its button, a blank has none", () => {
  open();
  expect(buttons().map((button) => button.getAttribute("aria-label"))).toEqual(["Copier : Durée"]);
  expect(document.body.textContent).toContain("Article 11");
});

test("the button puts the value on the clipboard, and says so", async () => {
  const writeText = vi.fn(() => Promise.resolve());
  vi.stubGlobal("navigator", { clipboard: { writeText } });
  const told = open();
  buttons()[0]?.click();
  await vi.waitFor(() => { expect(told).toEqual(["Durée : copié."]); });
  expect(writeText).toHaveBeenCalledWith("4 ans");
});
