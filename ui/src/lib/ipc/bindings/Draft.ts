// Written from the Rust type of the same name; not by hand.

/**
 * A form as it was last typed.
 */
export type Draft = { 
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
data: string, 
/**
 * When it was last typed in.
 */
updated_at: string, };
