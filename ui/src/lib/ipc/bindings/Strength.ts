// Written from the Rust type of the same name; not by hand.

/**
 * How a rule of the planner is kept.
 */
export type Strength = "WAJIB" | "LUNAK" | "MATI";
