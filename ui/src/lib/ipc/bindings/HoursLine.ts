// Written from the Rust type of the same name; not by hand.

/**
 * Hours of one weekday.
 */
export type HoursLine = { 
/**
 * 1 Monday to 7 Sunday.
 */
weekday: number, 
/**
 * From.
 */
from_time: string, 
/**
 * Until.
 */
to_time: string, };
