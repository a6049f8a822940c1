// Written from the Rust type of the same name; not by hand.
import type { ConsentField } from "./ConsentField.ts";

/**
 * What a visitor lets companies see, to keep.
 */
export type ConsentDraft = { 
/**
 * Whose.
 */
visit: string, 
/**
 * What; nothing: withdrawn.
 */
fields: Array<ConsentField>, };
