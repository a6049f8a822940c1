// Written from the Rust type of the same name; not by hand.

/**
 * A block to allot.
 */
export type BlockDraft = { 
/**
 * Which numbers.
 */
series: string, 
/**
 * Within which the counter runs.
 */
scope: string, 
/**
 * The PC's short name.
 */
device: string, 
/**
 * First number.
 */
first: number, 
/**
 * Last number.
 */
last: number, };
