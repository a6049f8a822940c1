// Written from the Rust type of the same name; not by hand.

/**
 * What a session is.
 */
export type SessionKind = "TEORI" | "PRAKTIK" | "OJT" | "PEMBUKAAN" | "PENUTUPAN" | "ASESMEN";
