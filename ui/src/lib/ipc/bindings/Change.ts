// Written from the Rust type of the same name; not by hand.
import type { FieldChange } from "./FieldChange.ts";
import type { Kind } from "./Kind.ts";

/**
 * One entry of a record's story (*riwayat*).
 */
export type Change = { 
/**
 * When.
 */
at: string, 
/**
 * The act's fixed word.
 */
verb: string, 
/**
 * Who, as an officer's id.
 */
actor: string | null, 
/**
 * What it did to the row.
 */
kind: Kind, 
/**
 * The table's name.
 */
table: string, 
/**
 * The fields that changed.
 */
fields: Array<FieldChange>, };
