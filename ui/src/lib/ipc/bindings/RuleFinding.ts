// Written from the Rust type of the same name; not by hand.
import type { Rule } from "./Rule.ts";
import type { RuleOutcome } from "./RuleOutcome.ts";

/**
 * One rule and how it turned out. Words live under `eligibility.<code>`. Parameters that end in `_on` are days as
 * `2026-12-01`; `education`, `education_min` and `employment` are codes of their lists; the rest is text as it is.
 */
export type RuleFinding = { 
/**
 * The rule.
 */
rule: Rule, 
/**
 * How it turned out.
 */
outcome: RuleOutcome, 
/**
 * Which words explain it.
 */
code: string, 
/**
 * What the words need.
 */
params: { [key in string]: string }, };
