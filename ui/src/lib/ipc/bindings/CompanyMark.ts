// Written from the Rust type of the same name; not by hand.

/**
 * Takes a company out of the lists or puts it back.
 */
export type CompanyMark = { 
/**
 * Which.
 */
id: string, 
/**
 * Out, or back.
 */
gone: boolean, };
