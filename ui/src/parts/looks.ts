// How a state and a severity look: one drawing and one colour, the same in a field, the rail and the foot.

import type { FieldState, Weight } from "../api";

export type Look = { icon: string; tone: string };

const STATES: Record<FieldState, Look> = {
  vide: { icon: "void", tone: "" },
  a_completer: { icon: "half", tone: "" },
  complet: { icon: "ok", tone: "is-ok" },
  a_verifier: { icon: "check", tone: "is-warn" },
  bloquant: { icon: "block", tone: "is-danger" },
};

const SEVERITIES: Record<Weight, Look> = {
  bloquant: STATES.bloquant,
  a_verifier: STATES.a_verifier,
  conseil: { icon: "advice", tone: "is-advice" },
};

export function lookOf(state: FieldState): Look {
  return STATES[state];
}

export function lookOfWeight(severity: Weight): Look {
  return SEVERITIES[severity];
}

/** Whether a state is one that says its sentence under the field. */
export function isLoud(state: FieldState): boolean {
  return state === "bloquant" || state === "a_verifier";
}
