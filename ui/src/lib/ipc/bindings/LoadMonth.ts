// Written from the Rust type of the same name; not by hand.
import type { LoadRow } from "./LoadRow.ts";

/**
 * The load list of a month.
 */
export type LoadMonth = { 
/**
 * First day of the month.
 */
month_on: string, 
/**
 * The Mondays of its weeks.
 */
weeks: Array<string>, 
/**
 * The instructors by name.
 */
rows: Array<LoadRow>, };
