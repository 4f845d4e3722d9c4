// Finding one's way in a dossier as Rust tells it: its fields, its lists, its findings, its documents.

import type { DossierView, FieldView, FindingView, Group, Section } from "./api";

/** Every field of a section: its groups, its dates, the cells of its lists. */
export function fieldsOf(section: Section): FieldView[] {
  return [
    ...section.dates.flatMap((line) => line.field ?? []),
    ...section.groups.flatMap(fieldsIn),
  ];
}

/** Every field of a group: its own, the cells of its list, and what its rows have beside. */
export function fieldsIn(group: Group): FieldView[] {
  return [...group.fields, ...(group.list?.items.flatMap((item) => [...item.cells, ...item.more]) ?? [])];
}

/** Whether a section shows a grid, or is about one: it then takes the whole width. */
export function isWide(section: Section): boolean {
  return section.groups.some((group) => group.list !== null && (group.list.main || group.list.items.length > 0));
}

/** Whether a path lies in one of the lists of a section. */
export function holds(section: Section, path: string): boolean {
  return section.groups.some((group) => group.list !== null && path.startsWith(group.list.path));
}

/** The name of the row where a path stands in the list of a group: what its first cell says; empty when it is in none. */
export function rowNamed(group: Group | undefined, path: string | null): string {
  const list = group?.list;
  const item = list?.items.find((one) => path?.startsWith(`${list.path}/${one.id}/`));
  return item?.cells[0]?.typed ?? "";
}

/** The same findings, each with a key of its own: two alike must not break the list that shows them. */
export function distinct(findings: FindingView[]): FindingView[] {
  return findings.map((finding, at) => {
    const twin = findings.findIndex((other) => other.key === finding.key) < at;
    return twin ? { ...finding, key: `${finding.key} ${at}` } : finding;
  });
}

/** The document to look at first: the one made in several copies, which is the one that gets signed. */
export function mainDocument(dossier: DossierView | null): string {
  const rows = dossier?.documents ?? [];
  return (rows.find((row) => row.copies > 1) ?? rows[0])?.key ?? "";
}
