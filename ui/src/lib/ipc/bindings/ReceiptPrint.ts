// Written from the Rust type of the same name; not by hand.
import type { PaperWay } from "./PaperWay.ts";

/**
 * A receipt to print.
 */
export type ReceiptPrint = { 
/**
 * Of which application.
 */
id: string, 
/**
 * What becomes of the paper.
 */
way: PaperWay, };
