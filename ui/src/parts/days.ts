// Moving a typed date by a day, for the arrows of a date field. Reading dates is Rust's work: here only the
// two plain writings are known, and any other text is left alone.

/** Day, month, year of « 14/12/2026 », « 14122026 » or « 2026-12-14 »; null for anything else. */
function parts(typed: string): [number, number, number] | null {
  const text = typed.trim();
  const french = /^(\d{1,2})[/.\- ]?(\d{2})[/.\- ]?(\d{4})$/.exec(text);
  if (french) return [Number(french[1]), Number(french[2]), Number(french[3])];
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return iso ? [Number(iso[3]), Number(iso[2]), Number(iso[1])] : null;
}

/** The day `by` days after a typed date, as « 15/12/2026 »; null when the text is not a plain date. */
export function stepDay(typed: string, by: number): string | null {
  const read = parts(typed);
  if (!read) return null;
  const [day, month, year] = read;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCDate() !== day || date.getUTCMonth() !== month - 1) return null;
  date.setUTCDate(day + by);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}
