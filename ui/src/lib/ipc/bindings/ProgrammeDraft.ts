// Written from the Rust type of the same name; not by hand.

/**
 * A programme to save.
 */
export type ProgrammeDraft = { 
/**
 * `None`: a new one.
 */
id: string | null, 
/**
 * Short code; empty: made from the name.
 */
code: string, 
/**
 * Its full name.
 */
name: string, 
/**
 * *Kejuruan*.
 */
department: string | null, 
/**
 * Other names, parted by commas.
 */
aliases: string | null, };
