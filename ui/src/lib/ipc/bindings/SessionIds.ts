// Written from the Rust type of the same name; not by hand.

/**
 * Sessions to take off.
 */
export type SessionIds = { 
/**
 * Which.
 */
ids: Array<string>, };
