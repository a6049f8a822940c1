/** Words of the calendar. */
import type { ChipTone } from "../../components/Chip.svelte";
import { t, word, wordsFor } from "../../lib/i18n.svelte.ts";
import type { HolidayKind } from "../../lib/ipc/bindings/HolidayKind.ts";
import type { Shift } from "../../lib/ipc/bindings/Shift.ts";

export const KINDS: readonly HolidayKind[] = ["LIBUR", "CUTI_BERSAMA", "LOKAL"];
export const SHIFTS: readonly Shift[] = ["PAGI", "SIANG", "MALAM"];
export const DAYS = ["1", "2", "3", "4", "5", "6", "7"] as const;

export const kindTone: Record<HolidayKind, ChipTone> = { LIBUR: "bad", CUTI_BERSAMA: "warn", LOKAL: "info" };
export const dayName = (weekday: number): string => word(`weekday.${weekday}`) ?? "";
export const shiftName = (shift: Shift): string => t(`shift.${shift}`);

/** `Sn`, where a name has no room. */
export const dayShort = (weekday: number): string => word(`weekday_short.${weekday}`) ?? "";
/** A refusal with the weekday by its name. */
export function told(error: unknown): string {
  const { area, code, params, incident } = error as { area?: string; code?: string; params?: Record<string, string>; incident?: string };
  const day = params?.day;
  return wordsFor({ area, code, incident, params: day && /^[1-7]$/.test(day) ? { ...params, day: dayName(Number(day)) } : params });
}
