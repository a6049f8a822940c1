// Written from the Rust type of the same name; not by hand.

/**
 * A region in a list to choose from.
 */
export type RegionChoice = { 
/**
 * The dotted code.
 */
code: string, 
/**
 * The name.
 */
name: string, };
