// Written from the Rust type of the same name; not by hand.

/**
 * What the clerk decided on one row.
 */
export type Decision = { "kind": "new" } | { "kind": "same", 
/**
 * Who.
 */
person: string, 
/**
 * Also what is held.
 */
overwrite: boolean, } | { "kind": "skip" };
