// Written from the Rust type of the same name; not by hand.

/**
 * Sessions to lock, unlock or take off.
 */
export type SessionLock = { 
/**
 * Which.
 */
ids: Array<string>, 
/**
 * Locked, or not.
 */
locked: boolean, };
