// Written from the Rust type of the same name; not by hand.
import type { RowFate } from "./RowFate.ts";

/**
 * Which rows to show.
 */
export type ImportRowsQuery = { 
/**
 * The file.
 */
id: string, 
/**
 * Only these fates; none: all.
 */
fates: Array<RowFate>, 
/**
 * Rows to skip.
 */
offset: number, 
/**
 * Rows of the page.
 */
limit: number, };
