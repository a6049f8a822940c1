/** Codes of cards as words and colours. */
import type { ChipTone } from "../../components/Chip.svelte";
import { formatDay } from "../../lib/date.ts";
import { t, word, wordsFor } from "../../lib/i18n.svelte.ts";
import type { CardStatus } from "../../lib/ipc/bindings/CardStatus.ts";
import type { PlacementScope } from "../../lib/ipc/bindings/PlacementScope.ts";
import type { ReportState } from "../../lib/ipc/bindings/ReportState.ts";
import type { SeekerStatus } from "../../lib/ipc/bindings/SeekerStatus.ts";
import type { VoidReason } from "../../lib/ipc/bindings/VoidReason.ts";
import { Refusal } from "../../lib/ipc/call.ts";

export const SEEKER_STATUSES: readonly SeekerStatus[] = ["MENGANGGUR", "BARU_LULUS", "PHK", "BEKERJA_INGIN_PINDAH"];
export const SCOPES: readonly PlacementScope[] = ["AKL", "AKAD", "AKAN"];
export const VOID_REASONS: readonly VoidReason[] = ["SALAH_DATA", "GANDA", "MENGUNDURKAN_DIRI", "TIDAK_LAPOR", "MENINGGAL", "LAINNYA"];

const STATUS: Record<CardStatus, ChipTone> = { AKTIF: "ok", JATUH_TEMPO_LAPOR: "warn", KEDALUWARSA: "bad", DIPERPANJANG: "idle", DITEMPATKAN: "info", BATAL: "idle" };
const REPORT: Record<ReportState, ChipTone> = { MENUNGGU: "idle", JATUH_TEMPO: "warn", TERLEWAT: "bad", LAPOR: "ok", TERLAMBAT: "warn" };

export const codeWord = (area: string, code: string | null | undefined): string => (code ? (word(`${area}.${code}`) ?? code) : "");
export const statusChip = (status: CardStatus) => ({ tone: STATUS[status], label: codeWord("card_status", status) });
export const reportChip = (state: ReportState) => ({ tone: REPORT[state], label: codeWord("report_state", state) });

/** Options of a list of codes; with `keys`, the digits choose. */
export function options<V extends string>(area: string, codes: readonly V[], keys = false): { value: V; label: string; key?: string }[] {
  return codes.map((value, at) => ({ value, label: codeWord(area, value), ...(keys && { key: String(at + 1) }) }));
}

/** Days in a refusal are told as days are written here. */
export function told(error: unknown): string {
  const refusal = error as Partial<Refusal>;
  if (!refusal.area || !refusal.code) return wordsFor(error);
  const params = Object.fromEntries(Object.entries(refusal.params ?? {}).map(([name, value]) => [name, /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? formatDay(String(value)) : value]));
  return wordsFor({ area: refusal.area, code: refusal.code, params });
}

/** How far a due day is, in words. */
export function dueWords(daysLate: number): string {
  if (daysLate > 0) return t("card.due.late", { count: daysLate });
  return daysLate === 0 ? t("card.due.today") : t("card.due.ahead", { count: -daysLate });
}
