// Finding a printed value on a page: by the pointer, or one after the other by the keyboard.

import type { BoxView } from "../api";

/** How far a point stands from a rectangle; zero inside. Same unit as the page. */
function distance(box: BoxView, x: number, y: number): number {
  const dx = Math.max(box.x - x, 0, x - box.x - box.w);
  const dy = Math.max(box.y - y, 0, y - box.y - box.h);
  return Math.hypot(dx, dy);
}

/** The value nearest to a point, if one stands within `reach`. */
export function nearest(boxes: BoxView[], x: number, y: number, reach: number): BoxView | null {
  let best: BoxView | null = null;
  let least = reach;
  for (const box of boxes) {
    const far = distance(box, x, y);
    if (far <= least) [best, least] = [box, far];
  }
  return best;
}

/** The index of the value before or after another in reading order, over all pages; null past the ends. */
export function stepBox(boxes: BoxView[], from: number | null, page: number, by: 1 | -1): number | null {
  if (from !== null) return boxes[from + by] ? from + by : null;
  const onPage = boxes.map((box, at) => ({ box, at })).filter((one) => one.box.page === page);
  return (by > 0 ? onPage.at(0) : onPage.at(-1))?.at ?? null;
}
