// Written from the Rust type of the same name; not by hand.
import type { DocumentKind } from "./DocumentKind.ts";

/**
 * A paper as typed.
 */
export type DocumentDraft = { 
/**
 * `None`: a new one, or the one of its kind that is there.
 */
id: string | null, 
/**
 * Whose.
 */
person_id: string, 
/**
 * Which paper.
 */
kind: DocumentKind, 
/**
 * Its number.
 */
number: string, 
/**
 * A remark.
 */
note: string, 
/**
 * The original was seen; officer and day are noted at the first tick.
 */
original_seen: boolean, };
