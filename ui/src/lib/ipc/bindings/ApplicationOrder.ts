// Written from the Rust type of the same name; not by hand.

/**
 * By what the list is ordered.
 */
export type ApplicationOrder = "entered" | "number" | "name" | "programme" | "state" | "applied" | "since";
