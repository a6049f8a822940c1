// Written from the Rust type of the same name; not by hand.

/**
 * What was taken.
 */
export type Taken = { 
/**
 * The timetable that holds it.
 */
plan_id: string, 
/**
 * Its first day.
 */
starts_on: string | null, };
