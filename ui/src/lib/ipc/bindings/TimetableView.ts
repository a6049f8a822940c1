// Written from the Rust type of the same name; not by hand.

/**
 * Whose timetables.
 */
export type TimetableView = "batch" | "instructor" | "room";
