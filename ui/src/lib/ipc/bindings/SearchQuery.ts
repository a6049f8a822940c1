// Written from the Rust type of the same name; not by hand.

/**
 * What is typed.
 */
export type SearchQuery = { 
/**
 * Any text.
 */
text: string, };
