// Written from the Rust type of the same name; not by hand.
import type { IntakeWindow } from "./IntakeWindow.ts";

/**
 * An intake as the list shows it.
 */
export type IntakeRow = { 
/**
 * Which.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Of which programme.
 */
programme_id: string, 
/**
 * The programme's code.
 */
programme_code: string, 
/**
 * The programme's name.
 */
programme: string, 
/**
 * First day of registration.
 */
opens_on: string, 
/**
 * Last day of registration.
 */
closes_on: string, 
/**
 * First day of the course.
 */
starts_on: string | null, 
/**
 * Seats.
 */
seats: number, 
/**
 * Reserves.
 */
reserves: number, 
/**
 * Where today stands to its window.
 */
window: IntakeWindow, 
/**
 * All who are on their way, drafts apart.
 */
applicants: number, 
/**
 * Those past the check of papers.
 */
verified: number, 
/**
 * Those whose papers are missing.
 */
lacking: number, 
/**
 * Seats that those past the check of papers leave.
 */
seats_left: number, 
/**
 * Taken out of the lists.
 */
retired: boolean, };
