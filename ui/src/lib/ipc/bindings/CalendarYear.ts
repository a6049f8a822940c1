// Written from the Rust type of the same name; not by hand.
import type { KeptHoliday } from "./KeptHoliday.ts";
import type { SeasonRow } from "./SeasonRow.ts";

/**
 * A year.
 */
export type CalendarYear = { 
/**
 * Its holidays by day.
 */
holidays: Array<KeptHoliday>, 
/**
 * The seasons that touch it, by first day.
 */
seasons: Array<SeasonRow>, };
