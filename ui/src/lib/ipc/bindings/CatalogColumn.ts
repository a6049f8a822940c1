// Written from the Rust type of the same name; not by hand.
import type { CatalogTarget } from "./CatalogTarget.ts";

/**
 * A column with what it is taken for.
 */
export type CatalogColumn = { 
/**
 * Its heading.
 */
header: string, 
/**
 * What it holds.
 */
target: CatalogTarget, };
