// Written from the Rust type of the same name; not by hand.
import type { Refusal } from "./Refusal.ts";

/**
 * Why one row stands in the way.
 */
export type RowRefused = { 
/**
 * Its place, from 0.
 */
row: number, 
/**
 * Why.
 */
refusal: Refusal, };
