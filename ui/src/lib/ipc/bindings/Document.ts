// Written from the Rust type of the same name; not by hand.
import type { DocumentKind } from "./DocumentKind.ts";

/**
 * One paper of one person.
 */
export type Document = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Whose.
 */
person_id: string, 
/**
 * Which paper.
 */
kind: DocumentKind, 
/**
 * Its number, if it has one.
 */
number: string | null, 
/**
 * The day on which an officer saw the original.
 */
original_seen_on: string | null, 
/**
 * Which officer.
 */
seen_by: string | null, 
/**
 * The scan, by the hash of its bytes.
 */
scan_hash: string | null, 
/**
 * The scan's file name, as it came.
 */
scan_name: string | null, 
/**
 * A remark.
 */
note: string | null, 
/**
 * Taken out since.
 */
retired_at: string | null, };
