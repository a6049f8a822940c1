// Written from the Rust type of the same name; not by hand.

/**
 * One number.
 */
export type PublishedNumber = { 
/**
 * What is counted: an open word.
 */
kind: string, 
/**
 * The month, `2026-11`.
 */
period: string, 
/**
 * How many.
 */
value: number, };
