// Written from the Rust type of the same name; not by hand.

/**
 * What the market asks of a programme.
 */
export type ProgrammeDemand = { 
/**
 * Which.
 */
programme: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Vacancies that ask for what it teaches.
 */
posts: number, 
/**
 * People looked for by them.
 */
openings: number, 
/**
 * People who were hired for them.
 */
hired: number, 
/**
 * Some of their posts, for the eye.
 */
titles: Array<string>, };
