// Written from the Rust type of the same name; not by hand.

/**
 * Gives a batch up, or takes it up again.
 */
export type BatchEnd = { 
/**
 * Which.
 */
id: string, 
/**
 * Given up, or not.
 */
given_up: boolean, };
