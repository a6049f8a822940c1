// Written from the Rust type of the same name; not by hand.
import type { Holiday } from "./Holiday.ts";

/**
 * A holiday with what this centre does on it.
 */
export type KeptHoliday = { 
/**
 * The holiday.
 */
holiday: Holiday, 
/**
 * Training is held all the same.
 */
held: boolean, };
