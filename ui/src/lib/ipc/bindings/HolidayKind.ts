// Written from the Rust type of the same name; not by hand.

/**
 * What makes a day one off.
 */
export type HolidayKind = "LIBUR" | "CUTI_BERSAMA" | "LOKAL";
