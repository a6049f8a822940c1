// Written from the Rust type of the same name; not by hand.

/**
 * A copy to make.
 */
export type CopyOrder = { 
/**
 * Of which copy; `None`: of the published one.
 */
of: string | null, 
/**
 * Its name.
 */
name: string, };
