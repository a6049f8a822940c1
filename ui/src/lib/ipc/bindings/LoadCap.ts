// Written from the Rust type of the same name; not by hand.

/**
 * One span of time: from how many JP on there is a warning, and how many are the most.
 */
export type LoadCap = { 
/**
 * More than so many is much.
 */
warn: number, 
/**
 * More than so many is not allowed.
 */
block: number, };
