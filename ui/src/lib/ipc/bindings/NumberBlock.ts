// Written from the Rust type of the same name; not by hand.

/**
 * Numbers that one PC may give.
 */
export type NumberBlock = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Which numbers: `ak1`, `registration`.
 */
series: string, 
/**
 * Within which the counter runs: `2026`, `2026-11`, or empty.
 */
scope: string, 
/**
 * The PC's short name.
 */
device: string, 
/**
 * First number of the block.
 */
first: number, 
/**
 * Last number of the block.
 */
last: number, 
/**
 * The next to give.
 */
next: number, };
