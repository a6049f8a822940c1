// Written from the Rust type of the same name; not by hand.
import type { InstructorStatus } from "./InstructorStatus.ts";

/**
 * An instructor (*instruktur*).
 */
export type Instructor = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Full name with titles.
 */
name: string, 
/**
 * As on the timetable: `BS`.
 */
initials: string, 
/**
 * Civil servant's number (*NIP*), 18 digits.
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
 * Certificate of teaching method (*metodologi*).
 */
methodology: string | null, 
/**
 * Assessor's number (*MET*).
 */
assessor_number: string | null, 
/**
 * Phone.
 */
phone: string | null, 
/**
 * Most JP a day; `None`: as the rule of the office.
 */
jp_day: number | null, 
/**
 * Most JP a week.
 */
jp_week: number | null, 
/**
 * Most JP a month.
 */
jp_month: number | null, 
/**
 * Left since.
 */
retired_at: string | null, };
