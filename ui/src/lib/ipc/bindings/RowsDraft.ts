// Written from the Rust type of the same name; not by hand.
import type { RowDraft } from "./RowDraft.ts";

/**
 * A stack of paper forms for one intake.
 */
export type RowsDraft = { 
/**
 * To which intake.
 */
intake_id: string, 
/**
 * The forms, top to bottom.
 */
rows: Array<RowDraft>, };
