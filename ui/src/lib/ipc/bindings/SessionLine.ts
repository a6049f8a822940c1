// Written from the Rust type of the same name; not by hand.

/**
 * A span of a day as typed.
 */
export type SessionLine = { 
/**
 * `None`: a new one.
 */
id: string | null, 
/**
 * On which day.
 */
day_on: string, 
/**
 * From.
 */
from_time: string, 
/**
 * Until.
 */
to_time: string, 
/**
 * Most tickets.
 */
quota: number | null, };
