// Written from the Rust type of the same name; not by hand.

/**
 * What an import did.
 */
export type CatalogImported = { 
/**
 * Rows taken in.
 */
taken: number, 
/**
 * Rows left out.
 */
rejected: number, 
/**
 * The act, by which it is taken back.
 */
act: number, };
