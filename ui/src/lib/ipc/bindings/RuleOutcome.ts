// Written from the Rust type of the same name; not by hand.

/**
 * How a rule turned out.
 */
export type RuleOutcome = "met" | "failed" | "unknown";
