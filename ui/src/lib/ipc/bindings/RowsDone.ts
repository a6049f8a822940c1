// Written from the Rust type of the same name; not by hand.
import type { RowRefused } from "./RowRefused.ts";

/**
 * What became of the stack.
 */
export type RowsDone = { 
/**
 * Applications registered.
 */
saved: number, 
/**
 * Of these, people whom the register knew by their NIK.
 */
known: number, 
/**
 * Rows that were refused: then the work must be dropped, and nothing is registered.
 */
refused: Array<RowRefused>, };
