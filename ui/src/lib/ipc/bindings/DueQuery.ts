// Written from the Rust type of the same name; not by hand.

/**
 * Which reports to list.
 */
export type DueQuery = { 
/**
 * Due within so many days.
 */
days: number, 
/**
 * At most so many.
 */
limit: number, };
