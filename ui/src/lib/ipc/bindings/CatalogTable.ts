// Written from the Rust type of the same name; not by hand.
import type { CatalogColumn } from "./CatalogColumn.ts";

/**
 * A table in a sheet.
 */
export type CatalogTable = { 
/**
 * Its columns, left to right.
 */
columns: Array<CatalogColumn>, 
/**
 * Its rows: the row of the sheet from 1, and the cells.
 */
rows: Array<[number, Array<string>]>, };
