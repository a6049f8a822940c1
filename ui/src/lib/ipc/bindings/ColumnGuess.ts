// Written from the Rust type of the same name; not by hand.
import type { Target } from "./Target.ts";

/**
 * What one column is taken for.
 */
export type ColumnGuess = { 
/**
 * The header as one line.
 */
header: string, 
/**
 * What the column holds.
 */
target: Target, 
/**
 * 0 to 100; under 60 the clerk should look.
 */
confidence: number, };
