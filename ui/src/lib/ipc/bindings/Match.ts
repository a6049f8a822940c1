// Written from the Rust type of the same name; not by hand.
import type { Reason } from "./Reason.ts";

/**
 * How alike, 1 to 100, and why.
 */
export type Match = { 
/**
 * 100: surely the same.
 */
score: number, 
/**
 * Why, strongest first.
 */
reasons: Array<Reason>, };
