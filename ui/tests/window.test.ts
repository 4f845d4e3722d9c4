// The window whole, over the stand-in: what a person does, what Rust hears, what is shown.

import { describe, expect, test, vi } from "vitest";
import { CONTROL, Desk, HOME } from "../src/state.svelte";
import { words } from "../src/words";
import { fake } from "./fake";
import { at, at_, button, one, press, rest, show, write } from "./shown";

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
