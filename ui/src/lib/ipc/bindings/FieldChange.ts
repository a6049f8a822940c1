// Written from the Rust type of the same name; not by hand.

/**
 * One changed field, as text for a person.
 */
export type FieldChange = { 
/**
 * The field's name in the struct.
 */
field: string, 
/**
 * Before; `None` when there was nothing.
 */
before: string | null, 
/**
 * After; `None` when it was emptied.
 */
after: string | null, };
