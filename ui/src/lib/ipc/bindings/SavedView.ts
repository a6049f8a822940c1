// Written from the Rust type of the same name; not by hand.

/**
 * A saved view; without an officer it is everybody's.
 */
export type SavedView = { 
/**
 * The row's id.
 */
id: string, 
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
 * Whose; `None`: shared.
 */
officer_id: string | null, 
/**
 * Gone since.
 */
retired_at: string | null, };
