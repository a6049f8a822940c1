// Written from the Rust type of the same name; not by hand.

/**
 * A field of training to save.
 */
export type DepartmentDraft = { 
/**
 * `None`: a new one.
 */
id: string | null, 
/**
 * Its name.
 */
name: string, 
/**
 * Other names, parted by commas.
 */
aliases: string | null, };
