// Written from the Rust type of the same name; not by hand.

/**
 * How much a finding weighs.
 */
export type Weight = "error" | "warning";
