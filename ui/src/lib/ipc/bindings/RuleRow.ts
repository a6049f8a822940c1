// Written from the Rust type of the same name; not by hand.
import type { Strength } from "./Strength.ts";

/**
 * A rule and how it is kept.
 */
export type RuleRow = { 
/**
 * Its code; words under `planning_rule.name`.
 */
rule: string, 
/**
 * Hard, soft or off.
 */
strength: Strength, 
/**
 * Its weight when soft.
 */
weight: number, 
/**
 * The office keeps it otherwise than is usual.
 */
own: boolean, 
/**
 * Says which places are better; the others say which are possible.
 */
wish: boolean, };
