// Written from the Rust type of the same name; not by hand.

/**
 * How an application came in.
 */
export type ApplicationSource = "LOKET" | "BARIS" | "IMPOR";
