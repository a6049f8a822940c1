// Written from the Rust type of the same name; not by hand.

/**
 * What publishing a copy did.
 */
export type Publication = { 
/**
 * Sessions of the published timetable that were added, moved or taken off.
 */
changed: number, 
/**
 * Of those, sessions that had been changed on the published timetable too since the copy was made.
 */
overridden: number, };
