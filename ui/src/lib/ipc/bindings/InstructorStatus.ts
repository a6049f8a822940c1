// Written from the Rust type of the same name; not by hand.

/**
 * How an instructor is employed (*status kepegawaian*).
 */
export type InstructorStatus = "PNS" | "PPPK" | "HONORER" | "TAMU";
