// One screen of the window over the stand-in: ?ecran=ecoles&depart=fautes&theme=sombre&axe=1

import axe from "axe-core";
import "@fontsource-variable/atkinson-hyperlegible-next/wght.css";
import "../../src/styles/tokens.css";
import "../../src/styles/frame.css";
import "../../src/styles/parts.css";
import "../../src/styles/screens.css";
import { flushSync, mount, tick } from "svelte";
import App from "../../src/App.svelte";
import { Desk, HOME } from "../../src/state.svelte";
import { fake } from "../fake";

const asked = new URLSearchParams(location.search);
const start = (asked.get("depart") ?? "fautes") as "vide" | "complet" | "fautes";
const screen = asked.get("ecran") ?? HOME;
if (asked.has("theme")) document.documentElement.dataset["theme"] = asked.get("theme") ?? "";

const stand = fake(start);
const desk = new Desk(stand.commands);
mount(App, { target: document.body, props: { desk } });
if (screen === HOME) {
  stand.prepare(Number(asked.get("dossiers") ?? 0));
  await desk.loadHome();
} else {
  await desk.example();
  desk.show(screen);
  flushSync();
  await tick();
  if (asked.has("champ")) desk.goTo(asked.get("champ") ?? "");
}
Object.assign(window, { desk, stand });
if (asked.has("axe")) {
  await new Promise((done) => setTimeout(done, 500));
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  const pre = document.createElement("pre");
  pre.id = "axe";
  pre.textContent = violations.map((one) => `AXE ${one.impact} ${one.id}: ${one.nodes.map((node) => `${node.target.join(" ")} | ${node.failureSummary}`).join("\n    ")}`).join("\n") || "AXE clean";
  document.body.append(pre);
}
