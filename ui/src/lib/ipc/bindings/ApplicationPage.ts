// Written from the Rust type of the same name; not by hand.
import type { ApplicationRow } from "./ApplicationRow.ts";

/**
 * A page of the list.
 */
export type ApplicationPage = { 
/**
 * How many rows the filter leaves.
 */
total: number, 
/**
 * The rows of the page.
 */
rows: Array<ApplicationRow>, };
