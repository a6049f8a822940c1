// Written from the Rust type of the same name; not by hand.

/**
 * How a timetable is saved.
 */
export type TimetableForm = "xlsx" | "ics";
