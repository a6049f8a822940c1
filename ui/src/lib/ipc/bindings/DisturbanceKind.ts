// Written from the Rust type of the same name; not by hand.

/**
 * What is disturbed.
 */
export type DisturbanceKind = "instructor" | "room" | "day" | "recorded";
