// Written from the Rust type of the same name; not by hand.
import type { CatalogVerdict } from "./CatalogVerdict.ts";
import type { Refusal } from "./Refusal.ts";

/**
 * What becomes of one row, and why.
 */
export type CatalogRow = { 
/**
 * The row of the sheet, from 1.
 */
row: number, 
/**
 * By what a clerk knows it.
 */
label: string, 
/**
 * What becomes of it.
 */
verdict: CatalogVerdict, 
/**
 * Why it is not taken, or what should be looked at.
 */
reasons: Array<Refusal>, };
