// Written from the Rust type of the same name; not by hand.
import type { DocumentKind } from "./DocumentKind.ts";

/**
 * Which papers are asked of a person.
 */
export type ChecklistQuery = { 
/**
 * Whose.
 */
person_id: string, 
/**
 * The papers.
 */
required: Array<DocumentKind>, };
