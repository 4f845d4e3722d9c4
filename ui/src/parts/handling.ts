// What a field can ask of whoever shows it. A part never reaches the desk nor Rust by itself.

import type { FieldView } from "../api";

export type Handling = {
  /** The text to show in a field. */
  shown: (field: FieldView) => string;
  type: (path: string, text: string) => void;
  choose: (path: string, key: string) => void;
  enter: (path: string) => void;
  leave: (path: string) => void;
  hand: (path: string, on: boolean) => void;
  /** Opens the system's dialog for a picture or a file. */
  pick: (path: string) => void;
};

/** What every control carries: its name for labels, its path, what is said of it. */
export type Control = {
  id: string;
  "data-path": string;
  "aria-invalid": true | undefined;
  "aria-labelledby": string | undefined;
  "aria-describedby": string | undefined;
  onfocus: () => void;
  onblur: () => void;
};
