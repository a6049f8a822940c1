// Written from the Rust type of the same name; not by hand.

/**
 * Takes a batch out of the lists or puts it back.
 */
export type BatchMark = { 
/**
 * Which.
 */
id: string, 
/**
 * Out, or back.
 */
gone: boolean, };
