// Written from the Rust type of the same name; not by hand.
import type { PlanRow } from "./PlanRow.ts";

/**
 * A page of rows.
 */
export type ImportRows = { 
/**
 * All that fit.
 */
total: number, 
/**
 * The page.
 */
rows: Array<PlanRow>, };
