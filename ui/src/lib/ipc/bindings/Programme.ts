// Written from the Rust type of the same name; not by hand.

/**
 * A training programme (*program pelatihan*).
 */
export type Programme = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Short code, unique: `LAS-SMAW`.
 */
code: string, 
/**
 * Its full name: `Pengelasan SMAW 3F`.
 */
name: string, 
/**
 * *Kejuruan*: `Teknik Las`.
 */
department: string | null, 
/**
 * Other names that files use for it, parted by commas.
 */
aliases: string | null, 
/**
 * No longer taught since.
 */
retired_at: string | null, };
