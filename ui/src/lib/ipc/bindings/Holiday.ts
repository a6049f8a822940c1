// Written from the Rust type of the same name; not by hand.
import type { HolidayKind } from "./HolidayKind.ts";

/**
 * A day off (*hari libur*).
 */
export type Holiday = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Which day.
 */
day_on: string, 
/**
 * What is kept.
 */
name: string, 
/**
 * National, joint leave or local.
 */
kind: HolidayKind, 
/**
 * Whether training is held all the same in this centre; `None`: as on all days of the kind.
 */
held: boolean | null, 
/**
 * The decree (*SKB*) or letter.
 */
decree: string | null, 
/**
 * The day is not certain yet: it hangs on the moon or on a decree to come.
 */
estimated: boolean, 
/**
 * Taken back since.
 */
retired_at: string | null, };
