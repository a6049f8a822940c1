/** A day of a time pattern as a clerk writes it: `apel 30, 3 JP, istirahat 15, 2 JP`, and as the slots that are stored. */
import type { SlotKind } from "../../lib/ipc/bindings/SlotKind.ts";
import type { SlotLine } from "../../lib/ipc/bindings/SlotLine.ts";

export interface Written { start: string; parts: string }
export type ReadDay = { slots: SlotLine[] } | { problem: "start" | "late" } | { problem: "part"; part: string };

const NAMES: Record<string, SlotKind> = { jp: "JP", pelajaran: "JP", istirahat: "ISTIRAHAT", isoma: "ISOMA", ishoma: "ISOMA", apel: "APEL", senam: "SENAM" };
const WORDS: Record<SlotKind, string> = { JP: "JP", ISTIRAHAT: "istirahat", ISOMA: "isoma", APEL: "apel", SENAM: "senam" };
const DAY = 24 * 60;

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const two = (value: number) => String(value).padStart(2, "0");
const timeOf = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00`;

/** Reads a time such as `07.30`, `7:30`, `0730`; nothing when it is none. */
export function readTime(text: string): number | undefined {
  const found = /^(\d{1,2})[.:]?(\d{2})$/.exec(text.trim());
  const [hours, minutes] = found ? [Number(found[1]), Number(found[2])] : [DAY, 0];
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : undefined;
}

/** The slots that a written day means; an empty one has none. */
export function readDay({ start, parts }: Written, weekday: number, minutesPerJp: number): ReadDay {
  const pieces = parts.split(/[,;]/).map((part) => part.trim()).filter(Boolean);
  if (!pieces.length) return { slots: [] };
  let at = readTime(start);
  if (at === undefined) return { problem: "start" };
  const slots: SlotLine[] = [];
  for (const part of pieces) {
    const found = /^(?:(\d{1,3})\s*([a-z]+)|([a-z]+)\s*(\d{1,3}))$/.exec(part.toLowerCase().replace(/\s*(menit|mnt)\b/, ""));
    const kind = NAMES[found?.[2] ?? found?.[3] ?? ""];
    const amount = Number(found?.[1] ?? found?.[4]);
    if (!kind || !amount) return { problem: "part", part };
    const [count, minutes] = kind === "JP" ? [amount, minutesPerJp] : [1, amount];
    for (let one = 0; one < count; one++) {
      if (at + minutes >= DAY) return { problem: "late" };
      slots.push({ weekday, kind, from_time: timeOf(at), to_time: timeOf(at + minutes) });
      at += minutes;
    }
  }
  return { slots };
}

/** How a stored day is written; a gap between two slots becomes a break. */
export function writeDay(slots: readonly SlotLine[]): Written {
  const first = slots[0];
  if (!first) return { start: "", parts: "" };
  const parts: string[] = [];
  let lessons = 0;
  let at = minutesOf(first.from_time);
  const flush = () => {
    if (lessons) parts.push(`${lessons} JP`);
    lessons = 0;
  };
  for (const slot of slots) {
    const gap = minutesOf(slot.from_time) - at;
    if (gap > 0) {
      flush();
      parts.push(`${WORDS.ISTIRAHAT} ${gap}`);
    }
    if (slot.kind === "JP") lessons++;
    else {
      flush();
      parts.push(`${WORDS[slot.kind]} ${minutesOf(slot.to_time) - minutesOf(slot.from_time)}`);
    }
    at = minutesOf(slot.to_time);
  }
  flush();
  return { start: first.from_time.slice(0, 5).replace(":", "."), parts: parts.join(", ") };
}

export const lessonsOf = (slots: readonly SlotLine[]): number => slots.filter((slot) => slot.kind === "JP").length;

/** Whether a Friday has lessons while people pray. */
export const duringPrayer = (slots: readonly SlotLine[]): boolean =>
  slots.some((slot) => slot.weekday === 5 && slot.kind === "JP" && minutesOf(slot.from_time) < 765 && minutesOf(slot.to_time) > 705);
