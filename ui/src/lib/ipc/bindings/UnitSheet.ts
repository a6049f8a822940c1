// Written from the Rust type of the same name; not by hand.
import type { UnitLine } from "./UnitLine.ts";

/**
 * All lines of a programme; a unit whose line is gone is no longer taught.
 */
export type UnitSheet = { 
/**
 * Of which programme.
 */
programme_id: string, 
/**
 * The lines in their order.
 */
lines: Array<UnitLine>, };
