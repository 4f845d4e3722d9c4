// What is checked, and the documents that are made of it.

import { describe, expect, test, vi } from "vitest";
import { CONTROL, DOCUMENTS } from "../src/state.svelte";
import { words } from "../src/words";
import { at, button, one, press, REFUSED, rest, SHARES, write } from "./shown";

describe("vérification", () => {
  test("the title is the news; the main button goes to the first fault", async () => {
    const { desk } = await at(CONTROL, "fautes");
    expect(one("h1").textContent).toBe("2 points bloquent l’édition des originaux");
    button(words.correctFirst).click();
    await rest();
    expect(desk.screen).toBe("ecoles");
    expect((document.activeElement as HTMLElement).dataset["path"]).toBe("ecoles/3/uai");
  });

  test("a new dossier does not shout: what is empty is to be completed", async () => {
    await at(CONTROL, "vide");
    expect(one("h1").textContent).toMatch(/^\d+ champs restent à compléter$/);
    expect(document.querySelector("main .is-danger")).toBeNull();
  });

  test("« à vérifier » passes with a reason, in place, and comes back", async () => {
    const { stand } = await at(CONTROL, "fautes");
    button(words.passWithReason).click();
    await rest();
    const area = document.activeElement as HTMLTextAreaElement;
    expect(area.tagName).toBe("TEXTAREA");
    await press("Enter", { ctrlKey: true });
    expect(stand.bends.calls).toEqual([]);
    await write(area, "Adresse confirmée par téléphone.");
    await press("Enter", { ctrlKey: true });
    expect(stand.bends.calls.map((gesture) => gesture.type === "pass" && gesture.reason)).toEqual(["Adresse confirmée par téléphone."]);
    expect(document.body.textContent).toContain(words.passed);
    button(words.takeBack).click();
    await rest();
    expect(stand.bends.calls.map((gesture) => gesture.type === "pass" && gesture.reason).at(-1)).toBe("");
  });
});

describe("documents", () => {
  test("only what is ready is made final; anything ticked can be a project", async () => {
    const { stand } = await at(DOCUMENTS, "fautes");
    button("Éditer les 2 documents prêts").click();
    await rest();
    button(words.issueDraft).click();
    await rest();
    expect(stand.bends.issued.map(({ documents, draft }) => [documents.length, draft])).toEqual([[2, false], [4, true]]);
    expect(button(words.openFolder)).toBeTruthy();
  });

  test("what is unticked is not made", async () => {
    const { stand } = await at(DOCUMENTS, "complet");
    one<HTMLInputElement>("input[type=checkbox]").click();
    await rest();
    button("Éditer les 3 documents").click();
    await rest();
    expect(stand.bends.issued[0]?.documents).toEqual(["projet", "annexer", "convention"]);
  });

  test("conventions are made one by one: what is left is ticked, what was refused is told with its row", async () => {
    const { stand, desk } = await at(DOCUMENTS, "complet", { shares: SHARES, made: 1, refused: REFUSED });
    expect(document.body.textContent).toContain(words.sharesReady(2, 3));
    expect(document.body.textContent).toContain(words.sharesIssued(1, 3));
    button("Éditer les 2 documents").click();
    await rest();
    expect(stand.bends.issued[0]).toMatchObject({ documents: ["projet", "convention"], shares: [{ document: "convention", shares: ["2", "3"] }], printFile: false });
    expect(one("main [role=status]").textContent).toMatch(/1 convention faite à .*, 1 refusée\./);
    expect(document.body.textContent).toContain("La lettre U ne correspond pas");
    expect(document.querySelector("main .is-danger")).toBeNull();
    one(`.refused [aria-label="${words.goToLineOf("Collège de Beaulieu")}"]`).click();
    await rest();
    expect(desk.screen).toBe("ecoles");
    expect((document.activeElement as HTMLElement).dataset["path"]).toBe("ecoles/3/uai");
  });

  test("one convention may be made anew alone, and one file may hold all", async () => {
    const { stand } = await at(DOCUMENTS, "complet", { shares: SHARES, made: 1 });
    one<HTMLInputElement>(`[aria-label="${words.tickShare("Collège des Cygnes")}"]`).click();
    one<HTMLInputElement>(`[aria-label="${words.tickShare("Collège du Moulin")}"]`).click();
    one<HTMLInputElement>(`[aria-label="${words.tickShare("Collège de Beaulieu")}"]`).click();
    [...document.querySelectorAll("label")].find((label) => label.textContent.includes(words.printFile))?.querySelector("input")?.click();
    await rest();
    button("Éditer les 2 documents").click();
    await rest();
    expect(stand.bends.issued[0]).toMatchObject({ shares: [{ document: "convention", shares: ["1"] }], printFile: true });
  });

  test("what has nothing ready left does not go", async () => {
    const left = SHARES.filter((share) => share.id !== "2");
    const { stand } = await at(DOCUMENTS, "complet", { shares: left });
    button("Éditer le document prêt").click();
    await rest();
    expect(stand.bends.issued[0]?.documents).toEqual(["projet"]);
  });

  test("the form that can be edited is written when one asks for it", async () => {
    const { stand } = await at(DOCUMENTS, "complet");
    const box = [...document.querySelectorAll("label")].find((label) => label.textContent.includes("(.docx)"));
    box?.querySelector("input")?.click();
    await rest();
    button("Éditer les 4 documents").click();
    await rest();
    expect(stand.bends.issued.map(({ editable, online }) => [editable, online])).toEqual([[true, false]]);
  });

  test("what is put online is made by itself, and tells what it still shows", async () => {
    const { stand } = await at(DOCUMENTS, "complet");
    button(words.online).click();
    await rest();
    expect(stand.bends.issued).toEqual([expect.objectContaining({ documents: ["annexer"], draft: false, online: true })]);
    expect(document.body.textContent).toContain("À relire avant de mettre en ligne.");
  });

  test("what is not ready has no version to be put online yet", async () => {
    await at(DOCUMENTS, "fautes");
    expect(button(words.online).disabled).toBe(true);
  });

  test("a text is copied with its titles and as plain words", async () => {
    await at(DOCUMENTS, "complet");
    const written: Record<string, Blob>[] = [];
    document.execCommand = () => false;
    vi.stubGlobal("ClipboardItem", class { constructor(public kinds: Record<string, Blob>) {} });
    vi.stubGlobal("navigator", { clipboard: { write: ([item]: { kinds: Record<string, Blob> }[]) => { if (item) written.push(item.kinds); return Promise.resolve(); } } });
    button(words.copyDocument).click();
    await rest();
    const text = written[0] ?? {};
    expect(await Promise.all(Object.entries(text).map(async ([kind, blob]) => [kind, await blob.text()]))).toEqual([
      ["text/html", "<h1>note</h1>"],
      ["text/plain", "note"],
    ]);
    vi.unstubAllGlobals();
    expect(document.body.textContent).toContain("Texte copié");
  });

  test("where the clipboard takes nothing, one is told", async () => {
    await at(DOCUMENTS, "complet");
    vi.stubGlobal("navigator", {});
    document.execCommand = () => false;
    button(words.copyDocument).click();
    await rest();
    vi.unstubAllGlobals();
    expect(document.body.textContent).toContain(words.textNotCopied);
  });

  test("giving up the folder dialog makes nothing", async () => {
    const { stand } = await at(DOCUMENTS, "complet");
    stand.commands.chooseFolder = () => Promise.resolve({ status: "ok", data: null });
    button("Éditer les 4 documents").click();
    await rest();
    expect(stand.bends.issued).toEqual([]);
  });
});
