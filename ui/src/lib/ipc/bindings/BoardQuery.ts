// Written from the Rust type of the same name; not by hand.

/**
 * Which timetable, which days.
 */
export type BoardQuery = { 
/**
 * `None`: the published one.
 */
plan_id: string | null, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string, };
