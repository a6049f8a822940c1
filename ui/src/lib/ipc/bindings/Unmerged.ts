// Written from the Rust type of the same name; not by hand.

/**
 * Fields that could not go back because they were changed again after the merge.
 */
export type Unmerged = { 
/**
 * The fields that kept their newer value.
 */
kept: Array<string>, };
