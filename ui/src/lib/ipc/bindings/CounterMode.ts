// Written from the Rust type of the same name; not by hand.

/**
 * Puts this PC at the counter.
 */
export type CounterMode = { 
/**
 * At the counter, or not.
 */
counter: boolean, };
