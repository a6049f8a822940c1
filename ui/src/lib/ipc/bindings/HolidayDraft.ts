// Written from the Rust type of the same name; not by hand.
import type { HolidayKind } from "./HolidayKind.ts";

/**
 * A holiday to save.
 */
export type HolidayDraft = { 
/**
 * `None`: a new one.
 */
id: string | null, 
/**
 * Which day.
 */
day_on: string, 
/**
 * The last of several days, each of which becomes a holiday; only for new ones.
 */
until_on: string | null, 
/**
 * What is kept.
 */
name: string, 
/**
 * National, joint leave or local.
 */
kind: HolidayKind, 
/**
 * Whether training is held all the same; `None`: as on all days of the kind.
 */
held: boolean | null, 
/**
 * The decree or letter.
 */
decree: string | null, 
/**
 * The day is not certain yet.
 */
estimated: boolean, };
