// Written from the Rust type of the same name; not by hand.

/**
 * A view to save.
 */
export type ViewDraft = { 
/**
 * `None`: a new one.
 */
id: string | null, 
/**
 * Which list.
 */
list: string, 
/**
 * Its name.
 */
name: string, 
/**
 * The list's query as JSON.
 */
query: string, 
/**
 * For everybody.
 */
shared: boolean, };
