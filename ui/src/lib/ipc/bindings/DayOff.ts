// Written from the Rust type of the same name; not by hand.

/**
 * A day off on the way of a batch.
 */
export type DayOff = { 
/**
 * Which day.
 */
day_on: string, 
/**
 * What is kept.
 */
name: string, };
