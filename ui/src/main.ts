// Opens the window: one desk, one door to Rust, the first screen.

import "@fontsource-variable/atkinson-hyperlegible-next/wght.css";
import "./styles/tokens.css";
import "./styles/frame.css";
import "./styles/parts.css";
import "./styles/screens.css";
import { mount } from "svelte";
import { onClosing } from "./api";
import App from "./App.svelte";
import { Desk } from "./state.svelte";

const desk = new Desk();
mount(App, { target: document.body, props: { desk } });
void desk.loadHome();
void onClosing(() => void desk.close());
