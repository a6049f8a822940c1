// Written from the Rust type of the same name; not by hand.
import type { Shift } from "./Shift.ts";
import type { SlotLine } from "./SlotLine.ts";

/**
 * A pattern to save.
 */
export type PatternDraft = { 
/**
 * `None`: a new one.
 */
id: string | null, 
/**
 * Its name: `Pagi 8 JP`.
 */
name: string, 
/**
 * Which part of the day.
 */
shift: Shift, 
/**
 * Minutes of one JP.
 */
minutes_per_jp: number, 
/**
 * The slots of all weekdays.
 */
slots: Array<SlotLine>, };
