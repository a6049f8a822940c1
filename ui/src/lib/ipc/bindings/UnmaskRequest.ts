// Written from the Rust type of the same name; not by hand.

/**
 * A field whose masked value is asked for.
 */
export type UnmaskRequest = { 
/**
 * Whose.
 */
id: string, 
/**
 * `nik` or `kk_number`.
 */
field: string, 
/**
 * Why.
 */
reason: string, };
