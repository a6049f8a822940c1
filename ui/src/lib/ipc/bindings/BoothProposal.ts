// Written from the Rust type of the same name; not by hand.

/**
 * A booth for a company, proposed.
 */
export type BoothProposal = { 
/**
 * Who.
 */
participation: string, 
/**
 * The company.
 */
company: string, 
/**
 * Where it stands now.
 */
before: string | null, 
/**
 * Where it would stand; `None`: there are too few booths.
 */
booth: string | null, 
/**
 * The same as a code.
 */
code: string | null, 
/**
 * Rivals next to it, by name.
 */
rivals: Array<string>, };
