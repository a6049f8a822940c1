// Written from the Rust type of the same name; not by hand.

/**
 * Two people.
 */
export type TwoPeople = { 
/**
 * One.
 */
a: string, 
/**
 * The other.
 */
b: string, 
/**
 * A remark, when told apart.
 */
note: string | null, };
