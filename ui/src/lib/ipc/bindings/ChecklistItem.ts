// Written from the Rust type of the same name; not by hand.
import type { Document } from "./Document.ts";
import type { DocumentKind } from "./DocumentKind.ts";

/**
 * One line of the check-list.
 */
export type ChecklistItem = { 
/**
 * The paper that is asked for.
 */
kind: DocumentKind, 
/**
 * Papers that do as well; the asked one is the first.
 */
accepts: Array<DocumentKind>, 
/**
 * The paper that is there, the best one when several do.
 */
document: Document | null, 
/**
 * An officer saw the original.
 */
seen: boolean, 
/**
 * A scan is there.
 */
scanned: boolean, };
