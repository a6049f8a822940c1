// Written from the Rust type of the same name; not by hand.
import type { FairTarget } from "./FairTarget.ts";

/**
 * A column with what it is taken for.
 */
export type FairColumn = { 
/**
 * Its heading.
 */
header: string, 
/**
 * What it holds.
 */
target: FairTarget, };
