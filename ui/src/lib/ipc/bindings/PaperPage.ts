// Written from the Rust type of the same name; not by hand.

/**
 * A page of a paper.
 */
export type PaperPage = { 
/**
 * Which paper.
 */
id: string, 
/**
 * Which page, from 0.
 */
page: number, };
