// Written from the Rust type of the same name; not by hand.

/**
 * What an import has done.
 */
export type ImportDone = { 
/**
 * New people.
 */
new: number, 
/**
 * People changed.
 */
updated: number, 
/**
 * People found unchanged.
 */
same: number, 
/**
 * Applications added.
 */
applications: number, 
/**
 * Doubtful rows that were left out.
 */
left_out: number, 
/**
 * Rows that could not be taken.
 */
rejected: number, };
