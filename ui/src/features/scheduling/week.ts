/** The stretch of days that the board shows. */
import { addDays } from "../../lib/date.ts";

export const SPANS = ["week", "day"] as const;
export type Span = (typeof SPANS)[number];

/** The Monday of a day's week. */
export function mondayOf(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  const weekday = new Date(Date.UTC(year!, month! - 1, day)).getUTCDay();
  return addDays(iso, -((weekday + 6) % 7));
}

/** The same weekday so many weeks or days on. */
export const shifted = (iso: string, span: Span, by: number): string => addDays(iso, by * (span === "week" ? 7 : 1));
