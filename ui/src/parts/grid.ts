// How the keys move in a grid at rest: arrows, Home and End, Entrée down, Tab right. No page, no text here.

export type Place = { row: number; column: number };
export type Size = { rows: number; columns: number };
export type Keys = { key: string; ctrl: boolean };

/** Rows that PageUp and PageDown jump over. */
const LEAP = 10;

/** Where a key leads from a cell, kept inside the grid; null when the key is not one that moves. */
export function moved(keys: Keys, from: Place, size: Size): Place | null {
  const { row, column } = from;
  const far = keys.ctrl;
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const targets: Record<string, Place> = {
    ArrowUp: { row: far ? 0 : row - 1, column },
    ArrowDown: { row: far ? last.row : row + 1, column },
    ArrowLeft: { row, column: far ? 0 : column - 1 },
    ArrowRight: { row, column: far ? last.column : column + 1 },
    Home: { row: far ? 0 : row, column: 0 },
    End: { row: far ? last.row : row, column: last.column },
    PageUp: { row: row - LEAP, column },
    PageDown: { row: row + LEAP, column },
    Enter: { row: row + 1, column },
  };
  const target = targets[keys.key];
  return target ? inside(target, size) : null;
}

/** The next cell in reading order, or the one before; null at the ends, where Tab leaves the grid. */
export function tabbed(from: Place, size: Size, back: boolean): Place | null {
  const at = from.row * size.columns + from.column + (back ? -1 : 1);
  if (at < 0 || at >= size.rows * size.columns) return null;
  return { row: Math.floor(at / size.columns), column: at % size.columns };
}

/** The same cell, or the nearest one of a grid that has become smaller. */
export function inside(place: Place, size: Size): Place {
  return {
    row: Math.min(Math.max(0, place.row), Math.max(0, size.rows - 1)),
    column: Math.min(Math.max(0, place.column), Math.max(0, size.columns - 1)),
  };
}

/** Rem that a column of each width takes, of twelve; the last is for all the wider ones. */
const REM = [0, 5.25, 7, 9.25, 13, 14];
/** Rem that the widest column keeps, and those of the line's number, of its state and of its menu take. */
const REST = 13 + 11;

/** The class that keeps a grid wide enough for its columns, the widest of them left out: it takes what is left. */
export function leastWidth(columns: { width: number }[], widest: number): string {
  const others = columns.filter((_, place) => place !== widest);
  const rem = others.reduce((sum, column) => sum + (REM[column.width] ?? 15), REST);
  return rem <= 60 ? "" : `grid-wide grid-${Math.min(130, Math.ceil(rem / 10) * 10)}`;
}

/** Whether a key writes: one sign, without Ctrl or Alt, AltGr excepted. */
export function writes(event: KeyboardEvent): boolean {
  const altGr = event.getModifierState("AltGraph");
  return event.key.length === 1 && (altGr || (!event.ctrlKey && !event.altKey && !event.metaKey));
}
