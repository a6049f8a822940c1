// Written from the Rust type of the same name; not by hand.

/**
 * Who applies for what.
 */
export type JobWish = { 
/**
 * Who.
 */
visit: string, 
/**
 * For what.
 */
vacancy: string, };
