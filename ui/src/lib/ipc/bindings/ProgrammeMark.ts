// Written from the Rust type of the same name; not by hand.

/**
 * Takes a programme out of the lists or puts it back.
 */
export type ProgrammeMark = { 
/**
 * Which.
 */
id: string, 
/**
 * Out, or back.
 */
gone: boolean, };
