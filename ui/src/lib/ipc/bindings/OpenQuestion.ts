// Written from the Rust type of the same name; not by hand.
import type { EnteredVersion } from "./EnteredVersion.ts";

/**
 * Something to be settled.
 */
export type OpenQuestion = { 
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
 * Whose or what: a name.
 */
about: string, 
/**
 * The person it is about, if it is about one.
 */
person: string | null, 
/**
 * Known at this PC since.
 */
since: string, 
/**
 * What stands.
 */
versions: Array<EnteredVersion>, };
