// Written from the Rust type of the same name; not by hand.
import type { BulkChange } from "./BulkChange.ts";

/**
 * A change and the rows it is for: applications or people, as the change asks.
 */
export type BulkOrder = { 
/**
 * The rows. For a change of people, ids of applications stand for their people.
 */
ids: Array<string>, 
/**
 * The change.
 */
change: BulkChange, };
