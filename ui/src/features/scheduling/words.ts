/** Words of the timetable. */
import { formatDay, formatTime } from "../../lib/date.ts";
import { t, word } from "../../lib/i18n.svelte.ts";
import type { Clash } from "../../lib/ipc/bindings/Clash.ts";
import type { SessionKind } from "../../lib/ipc/bindings/SessionKind.ts";
import type { BoardWords } from "./board.ts";
import type { Candidate } from "../../lib/ipc/bindings/Candidate.ts";

const DAY_KEYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;

/** `Senin`; a day never meets a time zone. */
export function dayName(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  return t(`timetable.day.${DAY_KEYS[new Date(Date.UTC(year!, month! - 1, day)).getUTCDay()]!}`);
}

/** `4/1` */
export const daySub = (iso: string): string => `${Number(iso.slice(8))}/${Number(iso.slice(5, 7))}`;

export const kindWord = (kind: SessionKind): string => t(`timetable.kind.${kind}`);

/** What a rule says: whom it hits, with what. The names come from the office, the sentence from here. */
export const clashWords = (clash: Clash): string => word(`clash.${clash.rule}`, clash.params) ?? clash.rule;

export const whenWords = (iso: string, from?: string, to?: string): string =>
  [`${dayName(iso)} ${formatDay(iso)}`, from && to && `${formatTime(from)}–${formatTime(to)}`].filter(Boolean).join(" ");

export const boardWords = (): BoardWords => ({
  dayName,
  daySub,
  kind: kindWord,
  nobody: (view) => t(view === "room" ? "timetable.board.noRoom" : "timetable.board.noInstructor"),
  locked: t("timetable.session.locked"),
  clash: t("timetable.session.clash"),
});

export const ruleName = (rule: string): string => word(`planning_rule.name.${rule}`) ?? rule;
export const ruleSays = (rule: string): string => word(`planning_rule.says.${rule}`) ?? "";

/** Why somebody could take a session over: competent, free, the load of the week, of the same field. */
export const candidateWords = (one: Candidate): string =>
  [one.qualified && t("timetable.repair.qualified"), one.free && t("timetable.repair.free"), t("timetable.repair.load", { jp: one.week_jp, cap: one.week_cap }), one.same_department && t("timetable.repair.sameDepartment")].filter(Boolean).join(" · ");

/** Which lessons of the day: `JP 3–5`, `JP 3`. */
export const lessonsWords = (place: { slot: number; length: number }): string => `JP ${place.slot}${place.length > 1 ? `–${place.slot + place.length - 1}` : ""}`;
