// Written from the Rust type of the same name; not by hand.
import type { SlotLine } from "./SlotLine.ts";
import type { TimePattern } from "./TimePattern.ts";

/**
 * A pattern with its week.
 */
export type PatternRow = { 
/**
 * The pattern.
 */
pattern: TimePattern, 
/**
 * What it holds, by weekday and the clock.
 */
slots: Array<SlotLine>, };
