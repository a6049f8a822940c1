// Written from the Rust type of the same name; not by hand.
import type { LeavingField } from "./LeavingField.ts";

/**
 * A row that leaves.
 */
export type LeavingRow = { 
/**
 * The table's name.
 */
table: string, 
/**
 * Its id.
 */
row: string, 
/**
 * Whose or what.
 */
about: string, 
/**
 * It tells that the row is gone.
 */
deletes: boolean, 
/**
 * What it tells.
 */
fields: Array<LeavingField>, };
