// Written from the Rust type of the same name; not by hand.

/**
 * Takes an intake out of the lists or puts it back.
 */
export type IntakeMark = { 
/**
 * Which.
 */
id: string, 
/**
 * Out, or back.
 */
gone: boolean, };
