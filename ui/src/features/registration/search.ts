/** Type-ahead over what can be applied for: the letters of a code or of any word of the name, two are enough. */
import type { Option } from "../../components/Combobox.svelte";
import { formatDay } from "../../lib/date.ts";
import { t } from "../../lib/i18n.svelte.ts";
import type { IntakeRow } from "../../lib/ipc/bindings/IntakeRow.ts";
import type { ProgrammeRow } from "../../lib/ipc/bindings/ProgrammeRow.ts";
import { codeWord } from "./words.ts";

/** How well a text fits: 0 begins so, 1 a word begins so, 2 holds it, and nothing where it does not. */
export function fit(text: string, query: string): number | undefined {
  const [said, wanted] = [text.toLowerCase(), query.trim().toLowerCase()];
  if (said.startsWith(wanted)) return 0;
  if (said.split(/[\s\-/,.]+/).some((part) => part.startsWith(wanted))) return 1;
  return said.includes(wanted) ? 2 : undefined;
}

function best<T>(all: readonly T[], query: string, texts: (one: T) => readonly (string | null)[]): T[] {
  const ranked = all.flatMap((one) => {
    const fits = texts(one).flatMap((text) => (text ? (fit(text, query) ?? []) : []));
    return fits.length ? [{ one, rank: Math.min(...fits) }] : [];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ one }) => one);
}

/** Open intakes first, then those to come, then closed ones. */
export function intakeOptions(intakes: readonly IntakeRow[], query: string): Option[] {
  const order = { DIBUKA: 0, AKAN_DIBUKA: 1, DITUTUP: 2 };
  const sorted = [...intakes].sort((a, b) => order[a.window] - order[b.window]);
  return best(sorted, query, (one) => [one.programme_code, one.programme, one.name]).map((one) => ({
    value: one.id,
    label: `${one.programme} · ${one.name}`,
    detail: one.window === "DIBUKA" ? t("intake.list.closes", { day: formatDay(one.closes_on) }) : codeWord("intake_window", one.window),
  }));
}

export function programmeOptions(programmes: readonly ProgrammeRow[], query: string): Option[] {
  const several = (code: string) => programmes.filter((row) => row.programme.code === code).length > 1;
  return best(programmes, query, (row) => [row.programme.code, row.programme.name, row.department, row.programme.aliases]).map(({ programme: one }) => ({
    value: one.id, label: one.name, detail: several(one.code) ? `${one.code} · ${t("programme.versionOf", { version: one.version })}` : one.code,
  }));
}
