// Written from the Rust type of the same name; not by hand.

/**
 * What a company offers at a fair.
 */
export type OfferSheet = { 
/**
 * Whose.
 */
id: string, 
/**
 * Its vacancies here.
 */
vacancies: Array<string>, };
