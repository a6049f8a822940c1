// Written from the Rust type of the same name; not by hand.

/**
 * A person's choice.
 */
export type Settlement = { 
/**
 * The table's name.
 */
table: string, 
/**
 * The row.
 */
row: string, 
/**
 * The field's name; `None`: whether the row stays.
 */
field: string | null, 
/**
 * The version that holds.
 */
op: string, };
