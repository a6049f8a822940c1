// Written from the Rust type of the same name; not by hand.
import type { InstructorStatus } from "./InstructorStatus.ts";

/**
 * An instructor to save.
 */
export type InstructorDraft = { 
/**
 * `None`: a new one.
 */
id: string | null, 
/**
 * Full name with titles.
 */
name: string, 
/**
 * As on the timetable; empty: made from the name.
 */
initials: string, 
/**
 * NIP.
 */
nip: string | null, 
/**
 * How employed.
 */
status: InstructorStatus, 
/**
 * Main field of training.
 */
department_id: string | null, 
/**
 * Certificate of teaching method.
 */
methodology: string | null, 
/**
 * Assessor's number.
 */
assessor_number: string | null, 
/**
 * Phone.
 */
phone: string | null, 
/**
 * Most JP a day.
 */
jp_day: number | null, 
/**
 * Most JP a week.
 */
jp_week: number | null, 
/**
 * Most JP a month.
 */
jp_month: number | null, };
