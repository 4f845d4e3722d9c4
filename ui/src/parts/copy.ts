// Putting a text on the clipboard, in every webview: some give no clipboard to a page of their own scheme.

/** True once the text is on the clipboard. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** Milliseconds after which a clipboard that does not answer is taken as refusing. */
const ANSWERS_WITHIN = 2000;

/** True once a text is on the clipboard in both flavours: the program it is pasted in takes the one it can.
    WebKitGTK never answers `clipboard.write` on a page of its own scheme: the event is tried first. */
export async function copyBoth(text: { html: string; plain: string }): Promise<boolean> {
  if (copyByEvent(text)) return true;
  try {
    const flavour = (type: string, words: string) => [type, new Blob([words], { type })] as const;
    const item = Object.fromEntries([flavour("text/html", text.html), flavour("text/plain", text.plain)]);
    const silence = new Promise<never>((_, refuse) => setTimeout(() => { refuse(new Error("silence")); }, ANSWERS_WITHIN));
    await Promise.race([navigator.clipboard.write([new ClipboardItem(item)]), silence]);
    return true;
  } catch {
    return false;
  }
}

/** What is copied is a selection; what goes on the clipboard in its place is the text, in both flavours. */
function copyByEvent(text: { html: string; plain: string }): boolean {
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/html", text.html);
    event.clipboardData?.setData("text/plain", text.plain);
    event.preventDefault();
  };
  document.addEventListener("copy", fill);
  try {
    return copyBySelection(text.plain);
  } catch {
    return false;
  } finally {
    document.removeEventListener("copy", fill);
  }
}

function copyBySelection(text: string): boolean {
  const area = document.createElement("textarea");
  area.className = "off";
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}
