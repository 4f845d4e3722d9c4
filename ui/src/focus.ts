// Moving the keyboard by name: to a field of the screen, or from pane to pane with F6.

/** Puts the keyboard in the field of this path, in view. A list's own path leads to its first cell. */
export function showField(path: string): void {
  const found =
    document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`) ??
    document.querySelector<HTMLElement>(`[data-path^="${CSS.escape(path)}"]`) ??
    document.querySelector<HTMLElement>("main .door, h1");
  found?.focus();
  found?.scrollIntoView({ block: "center" });
}

/** The panes in the order of the page: bar, rail, work, preview. */
export function nextPane(back: boolean): void {
  const panes = [...document.querySelectorAll<HTMLElement>(".bar, .rail, main, .preview, .preview-folded")].filter(visible);
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes.at((at + (back ? -1 : 1)) % panes.length);
  const inside = next?.querySelector<HTMLElement>("[data-focus], [aria-current=page]") ?? next?.querySelector<HTMLElement>("a, button");
  (next?.matches("main") ? next : inside)?.focus();
}

function visible(pane: HTMLElement): boolean {
  return pane.getClientRects().length > 0;
}
