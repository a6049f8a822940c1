// Written from the Rust type of the same name; not by hand.
import type { HoursLine } from "./HoursLine.ts";

/**
 * The normal week of an instructor; no line: always there.
 */
export type HoursSheet = { 
/**
 * Whose.
 */
instructor_id: string, 
/**
 * The hours.
 */
lines: Array<HoursLine>, };
