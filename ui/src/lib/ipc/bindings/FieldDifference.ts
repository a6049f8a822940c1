// Written from the Rust type of the same name; not by hand.

/**
 * A field that a file tells otherwise than the register. Values are as stored: codes, days as `2026-12-01`.
 */
export type FieldDifference = { 
/**
 * The field's name.
 */
field: string, 
/**
 * In the register; `None`: nothing yet.
 */
before: string | null, 
/**
 * In the file.
 */
after: string, 
/**
 * A person has to decide: the register's word stands until somebody says otherwise.
 */
held: boolean, };
