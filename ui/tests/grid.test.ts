// Lists and their grids: what is typed, pasted, moved and taken away in them.

import { describe, expect, test } from "vitest";
import { CONTROL } from "../src/state.svelte";
import { words } from "../src/words";
import { SCHOOLS } from "./fake";
import { at, button, one, press, rest, write } from "./shown";

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
