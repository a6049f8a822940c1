// Written from the Rust type of the same name; not by hand.

/**
 * One merge into a person.
 */
export type MergeLine = { 
/**
 * Its id.
 */
id: string, 
/**
 * The row that became a redirect.
 */
alias_id: string, 
/**
 * Its name.
 */
alias_name: string, 
/**
 * When.
 */
merged_at: string, };
