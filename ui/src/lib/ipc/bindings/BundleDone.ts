// Written from the Rust type of the same name; not by hand.

/**
 * What a bundle held or brought.
 */
export type BundleDone = { 
/**
 * The file.
 */
file: string, 
/**
 * Entries in it that were not known before, or that were put into it.
 */
entries: number, 
/**
 * The hub's answer to earlier entries was in it.
 */
confirmed: number, };
