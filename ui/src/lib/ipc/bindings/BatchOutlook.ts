// Written from the Rust type of the same name; not by hand.
import type { DayOff } from "./DayOff.ts";

/**
 * What a batch would come to.
 */
export type BatchOutlook = { 
/**
 * The name it gets when nobody names it.
 */
name: string, 
/**
 * Lessons of theory and practice.
 */
jp: number, 
/**
 * Days at the centre, on the job, and of assessment.
 */
days: number, 
/**
 * The first day of training.
 */
first_on: string | null, 
/**
 * The earliest last day; `None`: not within two years.
 */
last_on: string | null, 
/**
 * The days off on which it would have trained.
 */
days_off: Array<DayOff>, 
/**
 * The seasons on the way.
 */
seasons: Array<string>, 
/**
 * It cannot end when it is due.
 */
late: boolean, };
