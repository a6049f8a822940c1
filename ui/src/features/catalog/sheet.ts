/** Cells of the catalogue's sheets: numbers, days, hours, rows that need one another. Pure. */
import { dayOf } from "../../lib/cells.ts";
import { formatDay } from "../../lib/date.ts";
import { word } from "../../lib/i18n.svelte.ts";
import type { SheetRow } from "../../lib/sheet.ts";

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** The code whose word, or which itself, is meant; the beginning of a word is enough when it is the only one. */
export function codedOf<V extends string>(area: string, codes: readonly V[], text: string | undefined): V | undefined {
  const said = plain(text ?? "");
  if (!said) return undefined;
  const named = codes.map((code) => ({ code, names: [plain(code), plain(word(`${area}.${code}`) ?? "")] }));
  const exact = named.find(({ names }) => names.includes(said));
  const begun = named.filter(({ names }) => names.some((name) => name.startsWith(said)));
  return exact?.code ?? (begun.length === 1 ? begun[0]!.code : undefined);
}

/** Numbers of rows: `1, 2`. */
export function numbersOf(text: string | undefined): number[] | undefined {
  const parts = (text ?? "").split(/[,;\s]+/).filter(Boolean);
  return parts.every((part) => /^\d{1,5}$/.test(part)) ? [...new Set(parts.map(Number))] : undefined;
}

export function mendDay(text: string, today: string): string {
  const day = dayOf(text, today);
  return day ? formatDay(day) : text;
}

/** The code of a unit as it is kept, as far as the page mends it; the office mends the rest on saving. */
export const mendCode = (text: string): string => text.toUpperCase().replace(/\s+/g, "");

const PATTERNS = [/^[A-Z]{3}\.[A-Z]{2}\d{2}\.\d{3}\.\d{2}$/, /^[A-Z]\.\d{5,6}\.\d{3}\.\d{2}$/, /^[A-Z]\.\d{2}[A-Z]{3}\d{2}\.\d{3}\.\d{1,2}$/];
export const isKnownCode = (code: string): boolean => PATTERNS.some((pattern) => pattern.test(code));

/**
 * Rows name one another by their place. When a row was taken away, the places after it move up and so must the names;
 * whoever needed the row itself needs it no more.
 */
export function renumbered(before: readonly SheetRow[], after: readonly SheetRow[], key: string): SheetRow[] {
  if (after.length !== before.length - 1) return [...after];
  const gone = before.findIndex((row, at) => after[at] !== row);
  const whole = before.every((row, at) => at === gone || after[at > gone ? at - 1 : at] === row);
  if (gone < 0 || !whole) return [...after];
  return after.map((row) => {
    const needs = numbersOf(row[key]);
    if (!needs?.some((number) => number > gone)) return row;
    return { ...row, [key]: needs.filter((number) => number !== gone + 1).map((number) => (number > gone ? number - 1 : number)).join(", ") };
  });
}

/** Whether two sheets say the same. */
export const sameRows = (one: readonly SheetRow[], other: readonly SheetRow[]): boolean => {
  const said = (rows: readonly SheetRow[]) => JSON.stringify(rows.map((row) => Object.entries(row).filter(([, text]) => text.trim()).sort()).filter((row) => row.some(([key]) => key !== "id")));
  return said(one) === said(other);
};
