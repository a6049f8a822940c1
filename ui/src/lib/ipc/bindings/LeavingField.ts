// Written from the Rust type of the same name; not by hand.

/**
 * A field of a row that leaves.
 */
export type LeavingField = { 
/**
 * Its name.
 */
field: string, 
/**
 * The value as text; empty: emptied.
 */
text: string, };
