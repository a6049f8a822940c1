// Written from the Rust type of the same name; not by hand.
import type { FairSheetKind } from "./FairSheetKind.ts";
import type { FairTable } from "./FairTable.ts";

/**
 * A table to take in.
 */
export type FairSheetImport = { 
/**
 * What it brings.
 */
kind: FairSheetKind, 
/**
 * The table.
 */
table: FairTable, 
/**
 * Year of the edition of codes.
 */
version: number | null, 
/**
 * The fair whose visitors come.
 */
fair: string | null, 
/**
 * The company at a fair whose results come.
 */
company: string | null, };
