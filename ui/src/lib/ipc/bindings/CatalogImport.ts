// Written from the Rust type of the same name; not by hand.
import type { CatalogKind } from "./CatalogKind.ts";
import type { CatalogTable } from "./CatalogTable.ts";

/**
 * A table to take in.
 */
export type CatalogImport = { 
/**
 * What it brings.
 */
kind: CatalogKind, 
/**
 * The table.
 */
table: CatalogTable, };
