// Written from the Rust type of the same name; not by hand.
import type { VisitRow } from "./VisitRow.ts";

/**
 * A page of visitors.
 */
export type VisitPage = { 
/**
 * How many fit.
 */
total: number, 
/**
 * The page.
 */
rows: Array<VisitRow>, };
