// Written from the Rust type of the same name; not by hand.
import type { CatalogTable } from "./CatalogTable.ts";
import type { CatalogTarget } from "./CatalogTarget.ts";

/**
 * A file that was read.
 */
export type CatalogFile = { 
/**
 * The file's name.
 */
name: string, 
/**
 * The sheet's name.
 */
sheet: string, 
/**
 * Its table, columns guessed.
 */
table: CatalogTable, 
/**
 * What a column may hold.
 */
targets: Array<CatalogTarget>, };
