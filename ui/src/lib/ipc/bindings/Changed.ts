// Written from the Rust type of the same name; not by hand.

/**
 * `changed`: rows of these tables changed; whoever shows them asks again.
 */
export type Changed = { 
/**
 * Names of tables.
 */
tables: Array<string>, };
