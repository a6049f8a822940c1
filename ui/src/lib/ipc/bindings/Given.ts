// Written from the Rust type of the same name; not by hand.

/**
 * A ticket that was given.
 */
export type Given = { 
/**
 * The visit.
 */
visit: string, 
/**
 * The code.
 */
ticket: string, 
/**
 * They had this ticket already.
 */
again: boolean, };
