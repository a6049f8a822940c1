// Written from the Rust type of the same name; not by hand.

/**
 * A column of a day.
 */
export type BoardColumn = { 
/**
 * The number of the lesson that begins here, of the pattern that has it first.
 */
label: string, 
/**
 * From.
 */
from_time: string, 
/**
 * Until.
 */
to_time: string, };
