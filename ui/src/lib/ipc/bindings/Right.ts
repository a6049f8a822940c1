// Written from the Rust type of the same name; not by hand.

/**
 * One thing that can be allowed.
 */
export type Right = "look" | "unmask" | "register" | "bulk" | "merge" | "card" | "programme" | "fair" | "gate" | "export" | "erase" | "manage" | "backup";
