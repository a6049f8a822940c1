/**
 * Days and hours as offices write them. A day is an ISO string `2026-11-24` and never passes through `Date`
 * arithmetic with a time zone: a birth date must not move.
 */
import type { Language } from "./i18n.svelte.ts";

export type Zone = "WIB" | "WITA" | "WIT";
const ZONE_HOURS: Record<Zone, number> = { WIB: 7, WITA: 8, WIT: 9 };

const MONTHS: Record<Language, readonly string[]> = {
  id: ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"],
  en: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
};

/** Old spellings and short forms that people still type. */
const MONTH_WORDS: Record<string, number> = { pebruari: 2, peb: 2, agt: 8, ags: 8, agust: 8, nop: 11, nopember: 11, sept: 9 };
for (const months of Object.values(MONTHS)) {
  months.forEach((name, at) => {
    MONTH_WORDS[name.toLowerCase()] = at + 1;
    MONTH_WORDS[name.slice(0, 3).toLowerCase()] = at + 1;
  });
}

const NEAR_DAYS: Record<string, number> = { "hari ini": 0, kemarin: -1, besok: 1, today: 0, yesterday: -1, tomorrow: 1 };

export type DateProblem = "unreadable" | "noSuchDay" | "monthFirst";
export type ParsedDate = { iso: string } | { problem: DateProblem };

/** `24-11-2026`, for grids and fields. */
export function formatDay(iso: string): string {
  const day = parts(iso);
  return day ? `${two(day.day)}-${two(day.month)}-${day.year}` : "";
}

/** `24 November 2026`, for sentences and print. */
export function formatLong(iso: string, language: Language = "id"): string {
  const day = parts(iso);
  return day ? `${day.day} ${MONTHS[language][day.month - 1]} ${day.year}` : "";
}

/** `November 2026`. */
export function formatMonth(iso: string, language: Language = "id"): string {
  const day = parts(iso);
  return day ? `${MONTHS[language][day.month - 1]} ${day.year}` : "";
}

/** The first of the month so many months on. */
export function monthsOn(iso: string, months: number): string {
  const day = parts(iso);
  if (!day) return iso;
  const at = day.year * 12 + day.month - 1 + months;
  return `${Math.floor(at / 12)}-${two((at % 12) + 1)}-01`;
}

/** A moment in UTC as the office's clock shows it: `24-11-2026 08.00 WIB`. */
export function formatMoment(utc: string, zone: Zone): string {
  const at = Date.parse(utc);
  if (Number.isNaN(at)) return "";
  const local = new Date(at + ZONE_HOURS[zone] * 3_600_000).toISOString();
  return `${formatDay(local.slice(0, 10))} ${formatTime(local.slice(11, 16))} ${zone}`;
}

/** `08.00`: a point, not a colon. */
export const formatTime = (time: string): string => time.slice(0, 5).replace(":", ".");

/**
 * Reads a typed day: `12-05-1999`, `12/05/99`, `12 Mei 1999`, `120599`, `12051999`, `1999-05-12`.
 * A year of two digits is the latest one that is not after `today`.
 */
export function parseDate(text: string, today: string): ParsedDate {
  const typed = text.trim().toLowerCase().replace(/\s+/g, " ");
  const near = NEAR_DAYS[typed];
  if (near !== undefined) return { iso: addDays(today, near) };
  const found = readNumbers(typed) ?? readWords(typed);
  if (!found) return { problem: "unreadable" };
  const year = found.yearDigits === 2 ? latestCentury(found.year, today) : found.year;
  if (exists(year, found.month, found.day)) return { iso: `${year}-${two(found.month)}-${two(found.day)}` };
  return { problem: found.month > 12 && exists(year, found.day, found.month) ? "monthFirst" : "noSuchDay" };
}

/** Whole years between two days, for ages. */
export function yearsBetween(from: string, to: string): number {
  const [a, b] = [parts(from), parts(to)];
  if (!a || !b) return 0;
  const before = b.month < a.month || (b.month === a.month && b.day < a.day);
  return b.year - a.year - (before ? 1 : 0);
}

/** The calendar's arithmetic, safe because noon UTC is the same day everywhere. */
export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

interface Read { day: number; month: number; year: number; yearDigits: number }

function readNumbers(typed: string): Read | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(typed);
  if (iso) return read(iso[3], iso[2], iso[1]);
  const dayFirst = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(typed);
  return dayFirst ? read(dayFirst[1], dayFirst[2], dayFirst[3]) : undefined;
}

function readWords(typed: string): Read | undefined {
  const worded = /^(\d{1,2})[-/. ]?([a-z]{3,9})\.?[-/. ]?(\d{4}|\d{2})$/.exec(typed);
  const month = worded && MONTH_WORDS[worded[2] ?? ""];
  return worded && month ? read(worded[1], String(month), worded[3]) : undefined;
}

const read = (day = "", month = "", year = ""): Read => ({ day: +day, month: +month, year: +year, yearDigits: year.length });

function latestCentury(year: number, today: string): number {
  const now = +today.slice(0, 4);
  const century = now - (now % 100);
  return century + year > now ? century - 100 + year : century + year;
}

function exists(year: number, month: number, day: number): boolean {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function parts(iso: string): { year: number; month: number; day: number } | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return found ? { year: +found[1]!, month: +found[2]!, day: +found[3]! } : undefined;
}

const two = (value: number): string => String(value).padStart(2, "0");

/** Today on this machine, for defaults of the screen only; what is stored is dated by the Rust side. */
export function todayHere(): string {
  const now = new Date();
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
