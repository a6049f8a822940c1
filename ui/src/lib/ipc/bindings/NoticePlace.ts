// Written from the Rust type of the same name; not by hand.

/**
 * Where and when a session was or is.
 */
export type NoticePlace = { 
/**
 * The day.
 */
day_on: string, 
/**
 * First lesson of the day.
 */
slot: number, 
/**
 * Lessons, in JP.
 */
length: number, 
/**
 * The room's code.
 */
room: string | null, 
/**
 * The instructors' names.
 */
instructors: Array<string>, };
