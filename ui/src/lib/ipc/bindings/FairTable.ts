// Written from the Rust type of the same name; not by hand.
import type { FairColumn } from "./FairColumn.ts";

/**
 * A table in a sheet.
 */
export type FairTable = { 
/**
 * Its columns, left to right.
 */
columns: Array<FairColumn>, 
/**
 * Its rows: the row of the sheet from 1, and the cells.
 */
rows: Array<[number, Array<string>]>, };
