// Written from the Rust type of the same name; not by hand.
import type { Strength } from "./Strength.ts";

/**
 * How a rule is to be kept.
 */
export type RuleChange = { 
/**
 * Its code.
 */
rule: string, 
/**
 * Hard, soft or off.
 */
strength: Strength, 
/**
 * Its weight when soft.
 */
weight: number, };
