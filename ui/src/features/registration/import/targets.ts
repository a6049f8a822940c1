/** What a column may hold, in the order in which a clerk looks for it, and what is said about a row. */
import type { ChipTone } from "../../../components/Chip.svelte";
import { formatLong } from "../../../lib/date.ts";
import { i18n, t, word } from "../../../lib/i18n.svelte.ts";
import type { PlanRow } from "../../../lib/ipc/bindings/PlanRow.ts";
import type { RowFate } from "../../../lib/ipc/bindings/RowFate.ts";
import type { Target } from "../../../lib/ipc/bindings/Target.ts";

export const TARGETS: readonly Target[] = [
  "ignore", "number", "full-name", "nik", "kk-number", "birth-place", "birth-on", "birth-place-and-date", "sex", "sex-male", "sex-female", "religion", "marital", "education", "major", "school", "graduation-year",
  "address", "rt", "rw", "rt-rw", "village", "district", "regency", "province", "postcode", "phone", "email", "programme", "employment", "disability", "registered-on", "note",
];
export const FATES: readonly RowFate[] = ["new", "update", "same", "doubtful", "rejected"];
const FATE: Record<RowFate, ChipTone> = { new: "ok", update: "info", same: "idle", doubtful: "warn", rejected: "bad" };

export const targetOptions = () => TARGETS.map((value) => ({ value, label: t(`import.target.${value}`) }));
export const fateChip = (fate: RowFate) => ({ tone: FATE[fate], label: t(`import.fate.${fate}`) });
export const reasonWord = (code: string): string => word(`import_reason.${code}`) ?? code;

/** A target may stand over one column only; leaving out and running numbers may stand over many. */
export function doubled(targets: readonly Target[]): Target[] {
  const counted = targets.filter((one, at) => one !== "ignore" && one !== "number" && targets.indexOf(one) !== at);
  return [...new Set(counted)];
}

/** Everything about a row in one line: its reasons, else what is worth knowing, and what was decided. */
export function rowWords(row: PlanRow): string {
  const said = [...row.reasons, ...(row.reasons.length ? [] : row.remarks)].map(reasonWord);
  if (row.same_as !== null) said.push(t("import.try.sameAs", { row: row.same_as }));
  if (row.rules.length) said.push(t("import.try.rules", { list: row.rules.map((rule) => word(`eligibility.rule.${rule}`) ?? rule).join(", ") }));
  return said.join(" ");
}

export function decisionWords(row: PlanRow): string {
  if (!row.decision) return "";
  if (row.decision.kind !== "same") return t(`import.decision.${row.decision.kind}`);
  const { person } = row.decision;
  return t("import.decision.sameAs", { name: row.maybe_same.find((one) => one.id === person)?.full_name ?? row.full_name });
}

/** A date that can be read both ways, in both ways: `05/06/1999` is 5 June or 6 May. */
export function bothWays(samples: readonly string[]): { text: string; day_first: string; month_first: string } | undefined {
  for (const text of samples) {
    const found = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})/.exec(text);
    if (!found) continue;
    const [a, b, year] = [found[1]!.padStart(2, "0"), found[2]!.padStart(2, "0"), found[3]!];
    if (Number(a) > 12 || Number(b) > 12 || a === b || Number(a) < 1 || Number(b) < 1) continue;
    return { text: text.trim(), day_first: formatLong(`${year}-${b}-${a}`, i18n.language), month_first: formatLong(`${year}-${a}-${b}`, i18n.language) };
  }
  return undefined;
}
