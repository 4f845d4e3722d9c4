// The window whole, over the stand-in: what a person does, what Rust hears, what is shown.

import axe from "axe-core";
import { describe, expect, test, vi } from "vitest";
import { CONTROL, Desk, DOCUMENTS, HOME } from "../src/state.svelte";
import { words } from "../src/words";
import { fake, SCHOOLS } from "./fake";
import { at, at_, button, one, press, rest, show, write } from "./shown";

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

/** Three conventions: one made, one ready, one that waits for its row. */
const SHARES = [
  { id: "1", label: "Collège des Cygnes", path: "ecoles/1", stopped: 0, issued: "le 24 novembre 2026, version 1" },
  { id: "2", label: "Collège du Moulin", path: "ecoles/2", stopped: 0, issued: "" },
  { id: "3", label: "Collège de Beaulieu", path: "ecoles/3", stopped: 2, issued: "" },
];
const REFUSED = [{
  document: "convention", label: "Collège de Beaulieu", path: "ecoles/3",
  reasons: [{ sentence: "La lettre U ne correspond pas aux chiffres.", path: "ecoles/3/uai" }],
}];

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

describe("the members of a party", () => {
  test("are added, pasted and taken away among themselves", async () => {
    const { stand } = await at("parties", "complet", { members: true });
    button(words.pasteAList).click();
    await rest();
    await write(one<HTMLTextAreaElement>("textarea:not(.off)"), "Région\tLorrain\nMarne\tCollard");
    button(words.addPasted).click();
    await rest();
    button(words.addOne("un signataire")).click();
    await rest();
    expect(stand.bends.calls).toEqual([
      { type: "paste", list: "signataires", part: "membres", id: null, column: "organisme", text: "Région\tLorrain\nMarne\tCollard" },
      { type: "add", list: "signataires", part: "membres" },
    ]);
    expect(document.activeElement).toBe(one('[data-row="2"][data-column="0"]'));
    await press("ArrowUp", { altKey: true });
    expect(stand.bends.calls.at(-1)).toEqual({ type: "move", list: "signataires", part: "membres", id: "m3", to: 1 });
  });

  test("have their other fields under the grid, of the row in hand", async () => {
    const { desk } = await at("parties", "complet", { members: true });
    await desk.act({ type: "paste", list: "signataires", part: "membres", id: null, column: "organisme", text: "Région\tLorrain\nMarne\tCollard" });
    await rest();
    expect(one(".card-of-row h3").textContent).toBe("Région");
    one('[data-row="1"][data-column="0"]').focus();
    await press("Enter", { ctrlKey: true });
    expect(one(".card-of-row h3").textContent).toBe("Marne");
    expect((document.activeElement as HTMLElement).dataset["path"]).toBe("signataires/m2/ville");
  });

  test("a field that was asked for takes its row in hand", async () => {
    const { desk } = await at("parties", "complet", { members: true });
    await desk.act({ type: "paste", list: "signataires", part: "membres", id: null, column: "organisme", text: "Région\tLorrain\nMarne\tCollard" });
    desk.show(CONTROL);
    await rest();
    desk.goTo("signataires/m2/ville");
    await rest();
    expect(desk.screen).toBe("parties");
    expect((document.activeElement as HTMLElement).dataset["path"]).toBe("signataires/m2/ville");
  });

  test("a cell of a row is left to the pen, then written again by typing in it", async () => {
    HTMLElement.prototype.hidePopover ??= () => undefined;
    const { stand } = await at("parties", "complet", { members: true });
    button(words.addOne("un signataire")).click();
    await rest();
    button(words.leaveCellToHand("Nom")).click();
    await rest();
    expect(stand.bends.calls.at(-1)).toEqual({ type: "hand", path: "signataires/m1/nom", on: true });
    expect(one('[data-row="0"][data-column="1"]').className).toContain("cell-hand");
    one('[data-row="0"][data-column="1"]').focus();
    await press("L");
    expect(stand.bends.calls.at(-1)).toEqual({ type: "hand", path: "signataires/m1/nom", on: false });
    expect(one<HTMLInputElement>(".cell-edit input").value).toBe("L");
  });
});

describe("accueil", () => {
  test("one modèle: a new convention begins at once, at the first section", async () => {
    const { desk } = await at(HOME);
    button(words.newConvention).click();
    await rest();
    expect(desk.screen).toBe("parties");
    expect(document.activeElement?.tagName).toBe("H1");
  });

  test("several modèles: one is chosen first", async () => {
    const stand = fake("vide");
    stand.bends.models = 2;
    const desk = new Desk(stand.commands);
    show(desk);
    await desk.loadHome();
    await rest();
    button(words.newConvention).click();
    await rest();
    expect(desk.screen).toBe(HOME);
    button(words.takeModel).click();
    await rest();
    expect(desk.screen).toBe("parties");
  });

  test("what is not built is not shown", async () => {
    await at(HOME);
    expect(document.body.textContent).not.toMatch(/annuaire|Suivi|Chercher|déjà une convention signée/);
  });
});

describe("a field", () => {
  test("sends on leaving, and says what is wrong only then", async () => {
    const { stand } = await at("parties");
    const mail = at_<HTMLInputElement>("academie/courriel_circonscription");
    mail.focus();
    await write(mail, "ien@exemple");
    expect(mail.getAttribute("aria-invalid")).toBeNull();
    mail.blur();
    await rest();
    expect(stand.bends.calls).toEqual([{ type: "set", fields: [{ path: "academie/courriel_circonscription", text: "ien@exemple" }] }]);
    expect(mail.getAttribute("aria-invalid")).toBe("true");
    expect(mail.value).toBe("ien@exemple");
    const told = mail.getAttribute("aria-describedby")?.split(" ")[0] ?? "";
    expect(document.getElementById(told)?.textContent).toContain("Il manque la fin");
  });

  test("is clear as soon as it is right, the keyboard still in it", async () => {
    const { desk } = await at("parties", "fautes");
    const mail = at_<HTMLInputElement>("academie/courriel_circonscription");
    mail.focus();
    await rest();
    expect(mail.getAttribute("aria-invalid")).toBe("true");
    await write(mail, "ien@exemple.fr");
    await desk.saveNow();
    await rest();
    expect(mail.getAttribute("aria-invalid")).toBeNull();
  });

  test("left to the hand, then written again", async () => {
    const { stand } = await at("contacts", "vide");
    one(`button[aria-label="${words.leaveToHandFor("Téléphone")}"]`).click();
    await rest();
    expect(stand.bends.calls).toEqual([{ type: "hand", path: "contacts/1/telephone", on: true }]);
    expect(at_("contacts/1/telephone").textContent.trim()).toBe(words.write);
    at_("contacts/1/telephone").click();
    await rest();
    expect(at_("contacts/1/telephone").tagName).toBe("INPUT");
  });

  test("a date moves by a day with the arrows", async () => {
    await at("convention");
    const day = at_<HTMLInputElement>("deliberation/seance");
    day.focus();
    await press("ArrowUp");
    expect(day.value).toBe("15/12/2026");
  });

  test("is offered what another field says: one click takes it", async () => {
    const { stand } = await at("parties", "vide");
    const name = at_<HTMLInputElement>("collectivite/nom");
    await write(name, "Sceaux");
    name.blur();
    name.dispatchEvent(new FocusEvent("blur"));
    await rest();
    button(words.takeOver("Sceaux")).click();
    await rest();
    expect(stand.bends.calls.at(-1)).toEqual({ type: "set", fields: [{ path: "academie/circonscription", text: "Sceaux" }] });
    expect(at_<HTMLInputElement>("academie/circonscription").value).toBe("Sceaux");
    expect(document.body.textContent).not.toContain(words.takeOver("Sceaux"));
  });

  test("whose label has a twin in another group is named with its group", async () => {
    await at("parties");
    const named = (path: string) =>
      (at_(path).getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent).join(" ");
    expect(named("signataires/1/civilite")).toBe("Civilité L’académie");
    expect(named("signataires/2/civilite")).toBe("Civilité La commune");
    expect(at_("collectivite/siren").getAttribute("aria-labelledby")).toBeNull();
  });

  test("comes before its way to the pen: Tab goes from field to field once one has typed", async () => {
    await at("contacts", "vide");
    const phone = at_<HTMLInputElement>("contacts/1/telephone");
    const pen = one(`button[aria-label="${words.leaveToHandFor("Téléphone")}"]`);
    expect(phone.compareDocumentPosition(pen) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    await write(phone, "0199001234");
    expect(document.contains(pen)).toBe(false);
  });

  test("a date not yet known is left to the pen, in the list of dates too", async () => {
    const { stand } = await at("convention", "vide");
    one(`button[aria-label^="${words.dateByHandFor("Date imprimée")}"]`).click();
    await rest();
    expect(stand.bends.calls).toEqual([{ type: "hand", path: "convention/date", on: true }]);
  });

  test("a date out of order is told beside it, with its cure", async () => {
    const { stand } = await at("convention", "fautes");
    expect(one(".date.bad").textContent).toContain("14 jours avant");
    one(".date.bad .link").click();
    await rest();
    expect(stand.bends.calls).toEqual([{ type: "hand", path: "convention/date", on: true }]);
    expect(document.querySelector(".date.bad")).toBeNull();
  });
});

describe("a list", () => {
  test("takes a table pasted anywhere on its screen, as new lines", async () => {
    const { stand } = await at("ecoles", "vide");
    one("h1").focus();
    await press("v", { ctrlKey: true });
    const catcher = document.activeElement;
    expect(catcher?.tagName).toBe("TEXTAREA");
    const data = new DataTransfer();
    data.setData("text/plain", "École A\telementaire");
    catcher?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    await rest();
    expect(stand.bends.calls).toEqual([{ type: "paste", list: "ecoles", part: "", id: null, column: "nom", text: "École A\telementaire" }]);
  });

  test("and leaves Ctrl+V to the field one types in", async () => {
    await at("ecoles", "vide");
    button(words.pasteList).click();
    await rest();
    const field = document.activeElement;
    await press("v", { ctrlKey: true });
    expect(document.activeElement).toBe(field);
  });
});

describe("the grid", () => {
  const cell = (row: number, column: number) => one(`[data-row="${row}"][data-column="${column}"]`);

  test("has one stop of Tab, and arrows move it", async () => {
    await at("ecoles");
    expect(document.querySelectorAll("td[tabindex='0']").length).toBe(1);
    cell(0, 0).focus();
    await press("ArrowDown");
    await press("ArrowRight");
    expect(document.activeElement).toBe(cell(1, 1));
    expect(document.querySelectorAll("td[tabindex='0']").length).toBe(1);
  });

  test("a letter types over, Échap gives back what stood there", async () => {
    const { desk } = await at("ecoles");
    cell(0, 3).focus();
    await press("9");
    const input = one<HTMLInputElement>(".cell-edit input");
    expect(input.value).toBe("9");
    await press("Escape");
    expect(cell(0, 3).textContent.trim()).toBe("4, avenue du Parc");
    expect(document.activeElement).toBe(cell(0, 3));
    await desk.saveNow();
    expect(desk.fieldAt("ecoles/1/adresse")?.typed).toBe("4, avenue du Parc");
  });

  test("F2 types on, Entrée keeps and goes down", async () => {
    const { desk } = await at("ecoles");
    cell(0, 3).focus();
    await press("F2");
    await write(one<HTMLInputElement>(".cell-edit input"), "6, avenue du Parc");
    await press("Enter");
    expect(document.activeElement).toBe(cell(1, 3));
    expect(desk.fieldAt("ecoles/1/adresse")?.typed).toBe("6, avenue du Parc");
  });

  test("Entrée after a run of Tab comes back under its beginning", async () => {
    await at("ecoles");
    cell(0, 0).focus();
    await press("Tab");
    await press("Tab");
    await press("Enter");
    expect(document.activeElement).toBe(cell(1, 0));
  });

  test("Entrée on a last row that is begun adds one", async () => {
    const { stand } = await at("ecoles");
    cell(5, 0).focus();
    await press("Enter");
    expect(stand.bends.calls).toEqual([{ type: "add", list: "ecoles", part: "" }]);
    expect(document.activeElement).toBe(cell(6, 0));
    await press("Enter");
    expect(stand.bends.calls.length).toBe(1);
  });

  test("Ctrl+D copies from above, Suppr empties", async () => {
    const { desk } = await at("ecoles");
    cell(1, 3).focus();
    await press("d", { ctrlKey: true });
    expect(desk.fieldAt("ecoles/2/adresse")?.typed).toBe("4, avenue du Parc");
    await press("Delete");
    expect(desk.fieldAt("ecoles/2/adresse")?.typed).toBe("");
  });

  test("a pasted block leaves whole, in one gesture, at the cell", async () => {
    const { stand, desk } = await at("ecoles");
    cell(1, 3).focus();
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "1, rue A\t0920440D\r\n2, rue B\t0921995U\r\n");
    cell(1, 3).dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    await rest();
    expect(stand.bends.calls).toEqual([
      { type: "paste", list: "ecoles", part: "", id: "2", column: "adresse", text: "1, rue A\t0920440D\r\n2, rue B\t0921995U\r\n" },
    ]);
    expect(desk.fieldAt("ecoles/3/uai")?.typed).toBe("0921995U");
  });

  test("Alt and an arrow move the row, and the keyboard goes with it", async () => {
    const { stand } = await at("ecoles");
    cell(0, 0).focus();
    await press("ArrowDown", { altKey: true });
    expect(stand.bends.calls).toEqual([{ type: "move", list: "ecoles", part: "", id: "1", to: 1 }]);
    expect(document.activeElement).toBe(cell(1, 0));
    expect(cell(1, 0).textContent).toContain("Le Parc");
  });

  test("a fault opens under its row, tied to its cell; a new one waits until the cell is left", async () => {
    await at("ecoles", "fautes");
    const faulty = cell(2, 4);
    expect(faulty.getAttribute("aria-invalid")).toBe("true");
    expect(document.getElementById(faulty.getAttribute("aria-describedby") ?? "")?.textContent).toContain("La lettre U");
    button("Retaper le code").click();
    await rest();
    const input = one<HTMLInputElement>(".cell-edit input");
    expect(input.value).toBe("0921999U");
    await write(input, "0921995U");
    await press("Enter");
    expect(document.querySelector(".under")).toBeNull();
  });

  test("a removed row can be taken back from the message", async () => {
    const { desk } = await at("ecoles");
    HTMLElement.prototype.hidePopover ??= () => undefined;
    button(words.removeLine).click();
    await rest();
    expect(document.querySelectorAll("tbody th").length).toBe(5);
    expect(one(".toast").textContent).toContain("Le Parc");
    one(".toast button").click();
    await rest();
    expect(document.querySelectorAll("tbody th").length).toBe(6);
    expect(desk.said?.undo).toBe(false);
  });

  test("an empty list is filled by pasting a table", async () => {
    const { stand } = await at("ecoles", "vide");
    button(words.pasteList).click();
    await rest();
    const block = SCHOOLS.map((cells) => cells.join("\t")).join("\n");
    await write(one<HTMLTextAreaElement>("textarea:not(.off)"), block);
    button(words.addPasted).click();
    await rest();
    expect(stand.bends.calls).toEqual([{ type: "paste", list: "ecoles", part: "", id: null, column: "nom", text: block }]);
    expect(document.querySelectorAll("tbody th").length).toBe(6);
  });
});

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

describe("the preview", () => {
  test("shows the page of the field in hand", async () => {
    const { desk } = await at("convention");
    await new Promise((done) => setTimeout(done, 200));
    await rest();
    at_<HTMLElement>("convention/date").focus();
    desk.enter("convention/date");
    await rest();
    expect(desk.pages.at).toBe(1);
    expect(document.querySelectorAll(".spot-on").length).toBe(1);
  });

  test("arrows go from value to value and Entrée to the field", async () => {
    const { desk } = await at("parties");
    await rest();
    one(".preview-desk").focus();
    await press("ArrowRight");
    await press("ArrowRight");
    expect(document.querySelectorAll(".spot-pick").length).toBe(1);
    await press("Enter");
    expect(desk.screen).toBe("parties");
    expect((document.activeElement as HTMLElement).dataset["path"]).toBe("signataires/2/nom");
  });

  test("is folded beside a wide list, and stays as one left it", async () => {
    const { desk } = await at("ecoles");
    expect(document.querySelector(".preview")).toBeNull();
    one(`[aria-label="${words.unfoldPreview}"]`).click();
    await rest();
    expect(document.querySelector(".preview")).not.toBeNull();
    desk.show("contacts");
    desk.show("ecoles");
    await rest();
    expect(document.querySelector(".preview")).not.toBeNull();
  });
});

describe("keys that hold everywhere", () => {
  test("Ctrl+Z takes back what was just typed, Ctrl+Maj+Z does it again", async () => {
    const { desk } = await at("parties");
    const name = at_<HTMLInputElement>("collectivite/nom");
    name.focus();
    await write(name, "Sceaux");
    await press("z", { ctrlKey: true });
    expect(name.value).toBe("Fontenay-aux-Roses");
    await press("Z", { ctrlKey: true, shiftKey: true });
    expect(name.value).toBe("Sceaux");
    expect(desk.said?.text).toContain("Rétabli");
  });

  test("Ctrl+Z in a reason being written is that text's own, not the dossier's", async () => {
    const { desk } = await at(CONTROL, "fautes");
    await desk.act({ type: "add", list: "ecoles", part: "" });
    button(words.passWithReason).click();
    await rest();
    const undo = vi.spyOn(desk, "undo");
    await press("z", { ctrlKey: true });
    expect(undo).not.toHaveBeenCalled();
  });

  test("Ctrl+S saves and says so", async () => {
    const { stand } = await at("parties");
    const name = at_<HTMLInputElement>("collectivite/nom");
    name.focus();
    await write(name, "Sceaux");
    await press("s", { ctrlKey: true });
    expect(stand.bends.calls.length).toBe(1);
    expect(one(".toast").textContent).toContain("Tout est enregistré");
  });
});

describe("when nothing can be saved", () => {
  test("it is shouted, the text stays, and trying again saves it", async () => {
    const { stand, desk } = await at("parties");
    const name = at_<HTMLInputElement>("collectivite/nom");
    name.focus();
    stand.bends.fail = "Le disque est plein.";
    await write(name, "Sceaux");
    name.blur();
    await rest();
    expect(one("[role=alert]").textContent).toContain("Rien n’est enregistré");
    expect(name.value).toBe("Sceaux");
    expect(desk.asText()).toContain("Sceaux");
    await desk.close();
    await rest();
    expect(stand.bends.left).toBe(0);
    expect(button(words.closeAnyway)).toBeTruthy();
    stand.bends.fail = null;
    button(words.retry).click();
    await rest();
    expect(document.querySelector("[role=alert]")).toBeNull();
    expect(desk.fieldAt("collectivite/nom")?.typed).toBe("Sceaux");
  });

  test("copying takes everything, with what is typed and not saved", async () => {
    const { stand } = await at("parties");
    const writeText = vi.fn().mockResolvedValue(undefined);
    vi.stubGlobal("navigator", { clipboard: { writeText } });
    stand.bends.fail = "Le disque est plein.";
    const name = at_<HTMLInputElement>("collectivite/nom");
    name.focus();
    await write(name, "Sceaux");
    name.blur();
    await rest();
    button(words.copyMyData).click();
    await rest();
    expect(writeText.mock.calls[0]?.[0]).toContain("Sceaux");
    vi.unstubAllGlobals();
  });
});
