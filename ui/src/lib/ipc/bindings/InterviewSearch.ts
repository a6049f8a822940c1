// Written from the Rust type of the same name; not by hand.

/**
 * A time to look for.
 */
export type InterviewSearch = { 
/**
 * For which application.
 */
application: string, 
/**
 * From when on.
 */
from: string, 
/**
 * How long.
 */
minutes: number, };
