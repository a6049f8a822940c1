/** What was typed into a cell: whole numbers, days, hours. Pure. */
import { parseDate } from "./date.ts";

/** A whole number; blank is 0, anything else unreadable nothing. */
export function wholeOf(text: string | undefined): number | undefined {
  const said = (text ?? "").trim();
  if (!said) return 0;
  return /^\d{1,9}$/.test(said) ? Number(said) : undefined;
}

export function dayOf(text: string | undefined, today: string): string | null | undefined {
  if (!text?.trim()) return null;
  const parsed = parseDate(text, today);
  return "iso" in parsed ? parsed.iso : undefined;
}

/** `7`, `730`, `07:30`, `7.30` as `07.30`; nothing when it is no hour. */
export function hourOf(text: string | undefined): string | undefined {
  const found = /^(\d{1,2})(?:[.:]?(\d{2}))?(?::\d{2})?$/.exec((text ?? "").trim());
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2] ?? 0)];
  return found && hour <= 23 && minute <= 59 ? `${String(hour).padStart(2, "0")}.${String(minute).padStart(2, "0")}` : undefined;
}
