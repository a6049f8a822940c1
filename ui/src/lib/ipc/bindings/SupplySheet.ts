// Written from the Rust type of the same name; not by hand.
import type { SupplyLine } from "./SupplyLine.ts";

/**
 * All needs of a programme.
 */
export type SupplySheet = { 
/**
 * Of which programme.
 */
programme_id: string, 
/**
 * The needs.
 */
lines: Array<SupplyLine>, };
