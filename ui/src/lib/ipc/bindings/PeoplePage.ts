// Written from the Rust type of the same name; not by hand.
import type { PersonRow } from "./PersonRow.ts";

/**
 * A page of the list.
 */
export type PeoplePage = { 
/**
 * All rows that the question finds.
 */
total: number, 
/**
 * The page's rows.
 */
rows: Array<PersonRow>, };
