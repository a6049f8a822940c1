// Written from the Rust type of the same name; not by hand.

/**
 * Where to look for a place.
 */
export type OpeningQuery = { 
/**
 * For which session.
 */
id: string, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string, };
