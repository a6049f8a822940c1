/** What a person has learned and done, as lines to read and as the list that is stored whole. */
import { t } from "../../lib/i18n.svelte.ts";
import type { Background } from "../../lib/ipc/bindings/Background.ts";
import type { BackgroundDraft } from "../../lib/ipc/bindings/BackgroundDraft.ts";
import type { BackgroundKind } from "../../lib/ipc/bindings/BackgroundKind.ts";

export const KINDS: readonly BackgroundKind[] = ["PENDIDIKAN", "PENGALAMAN", "PELATIHAN", "BAHASA", "KETERAMPILAN"];

export const emptyBackground = (kind: BackgroundKind): BackgroundDraft => ({ id: null, kind, level: null, title: "", place: "", year_from: null, year_to: null });

export const toDraft = ({ id, kind, level, title, place, year_from, year_to }: Background): BackgroundDraft => ({ id, kind, level, title, place: place ?? "", year_from, year_to });

/** `2017–2020`, `sejak 2021`, `2019`. */
export function years({ year_from, year_to }: Pick<Background, "year_from" | "year_to">): string {
  if (year_from && year_to) return year_from === year_to ? String(year_to) : `${year_from}–${year_to}`;
  if (year_from) return t("people.background.since", { year: String(year_from) });
  return year_to ? String(year_to) : "";
}

/** The whole list with one row put in or taken out, as it is stored. */
export function listWith(rows: readonly Background[], changed: BackgroundDraft): BackgroundDraft[] {
  const drafts = rows.map(toDraft);
  return changed.id === null ? [...drafts, changed] : drafts.map((row) => (row.id === changed.id ? changed : row));
}

export const listWithout = (rows: readonly Background[], id: string): BackgroundDraft[] => rows.filter((row) => row.id !== id).map(toDraft);
