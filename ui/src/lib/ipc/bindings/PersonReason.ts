// Written from the Rust type of the same name; not by hand.

/**
 * An act on a person that wants a reason.
 */
export type PersonReason = { 
/**
 * Who.
 */
id: string, 
/**
 * Why.
 */
reason: string, };
