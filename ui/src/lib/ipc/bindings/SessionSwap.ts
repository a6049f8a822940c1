// Written from the Rust type of the same name; not by hand.

/**
 * Two sessions that change places.
 */
export type SessionSwap = { 
/**
 * One.
 */
one: string, 
/**
 * The other.
 */
other: string, 
/**
 * Only their instructors change.
 */
only_instructors: boolean, };
