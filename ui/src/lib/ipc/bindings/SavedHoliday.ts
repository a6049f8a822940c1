// Written from the Rust type of the same name; not by hand.

/**
 * What a saved holiday does to the timetable.
 */
export type SavedHoliday = { 
/**
 * Published sessions on its days, when no training is held on them.
 */
disturbed: number, };
