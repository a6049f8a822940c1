// Written from the Rust type of the same name; not by hand.
import type { TimetableForm } from "./TimetableForm.ts";
import type { TimetablePrint } from "./TimetablePrint.ts";

/**
 * A timetable to save.
 */
export type TimetableSave = { 
/**
 * Which.
 */
what: TimetablePrint, 
/**
 * How.
 */
form: TimetableForm, };
