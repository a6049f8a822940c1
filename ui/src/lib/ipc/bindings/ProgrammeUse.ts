// Written from the Rust type of the same name; not by hand.

/**
 * One wording of the programme column and where its rows go.
 */
export type ProgrammeUse = { 
/**
 * The words, tidied; empty: nothing written.
 */
text: string, 
/**
 * How many rows that are not rejected say so.
 */
rows: number, 
/**
 * The programme that is clearly meant.
 */
programme_id: string | null, 
/**
 * Its name.
 */
programme: string | null, 
/**
 * The intake that the rows go to; `None`: they become a wish, or (without words) a person only.
 */
intake_id: string | null, 
/**
 * Its name.
 */
intake: string | null, };
