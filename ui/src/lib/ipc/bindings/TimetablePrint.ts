// Written from the Rust type of the same name; not by hand.
import type { TimetableView } from "./TimetableView.ts";

/**
 * Which timetables, which weeks.
 */
export type TimetablePrint = { 
/**
 * `None`: the published one.
 */
plan_id: string | null, 
/**
 * Whose.
 */
view: TimetableView, 
/**
 * The id of one; `None`: of each.
 */
id: string | null, 
/**
 * The first week.
 */
from: string, 
/**
 * How many weeks.
 */
weeks: number, };
