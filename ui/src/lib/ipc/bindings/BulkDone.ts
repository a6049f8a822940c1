// Written from the Rust type of the same name; not by hand.

/**
 * What a bulk change has done.
 */
export type BulkDone = { 
/**
 * Rows changed.
 */
changed: number, 
/**
 * Rows that were refused and stayed.
 */
refused: number, 
/**
 * Rows that were so already.
 */
same: number, };
