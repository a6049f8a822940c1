// Written from the Rust type of the same name; not by hand.
import type { FairTable } from "./FairTable.ts";
import type { FairTarget } from "./FairTarget.ts";

/**
 * A file that was read.
 */
export type FairSheetFile = { 
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
table: FairTable, 
/**
 * What a column may hold.
 */
targets: Array<FairTarget>, };
