// Written from the Rust type of the same name; not by hand.
import type { BackgroundDraft } from "./BackgroundDraft.ts";

/**
 * A person's background as typed; rows that are missing are taken out.
 */
export type BackgroundList = { 
/**
 * Whose.
 */
person_id: string, 
/**
 * All rows.
 */
rows: Array<BackgroundDraft>, };
