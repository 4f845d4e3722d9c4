// Finding one's way in a dossier as Rust tells it: its fields, its lists, its findings, its documents.

import type { DossierView, FieldView, FindingView, Section } from "./api";

/** Every field of a section: its groups, its dates, the cells of its lists. */
export function fieldsOf(section: Section): FieldView[] {
  return [
    ...section.dates.flatMap((line) => line.field ?? []),
    ...section.groups.flatMap((group) => [
      ...group.fields,
      ...(group.list?.items.flatMap((item) => item.cells) ?? []),
    ]),
  ];
}

/** Whether a path lies in one of the lists of a section. */
export function holds(section: Section, path: string): boolean {
  return section.groups.some((group) => group.list !== null && path.startsWith(group.list.path));
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
