// Written from the Rust type of the same name; not by hand.

/**
 * A field of training (*kejuruan*): `Teknik Las`.
 */
export type Department = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Other names that files use for it, parted by commas.
 */
aliases: string | null, 
/**
 * No longer offered since.
 */
retired_at: string | null, };
