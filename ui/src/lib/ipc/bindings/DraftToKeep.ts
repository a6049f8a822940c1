// Written from the Rust type of the same name; not by hand.

/**
 * A draft to keep.
 */
export type DraftToKeep = { 
/**
 * Chosen by the page, one per open form.
 */
id: string, 
/**
 * Which form.
 */
form: string, 
/**
 * Its fields as JSON.
 */
data: string, };
