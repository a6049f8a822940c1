// Written from the Rust type of the same name; not by hand.
import type { SupplyKind } from "./SupplyKind.ts";

/**
 * A supply to save.
 */
export type SupplyDraft = { 
/**
 * `None`: a new one.
 */
id: string | null, 
/**
 * Its name.
 */
name: string, 
/**
 * Comes back or is used up.
 */
kind: SupplyKind, 
/**
 * What is counted; empty: `unit`.
 */
measure: string, 
/**
 * How many there are.
 */
stock: number, };
