// Written from the Rust type of the same name; not by hand.

/**
 * What a timetable is.
 */
export type PlanState = "TERBIT" | "RANCANGAN";
