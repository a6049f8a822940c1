// Written from the Rust type of the same name; not by hand.

/**
 * Whose work waits behind the lock; the page keeps its screens for them.
 */
export type Waiting = { 
/**
 * The name typed at sign-in.
 */
username: string, 
/**
 * The name on papers.
 */
full_name: string, };
