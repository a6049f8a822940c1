// Written from the Rust type of the same name; not by hand.
import type { AbsenceKind } from "./AbsenceKind.ts";
import type { Instructor } from "./Instructor.ts";

/**
 * An instructor in the list.
 */
export type InstructorRow = { 
/**
 * The instructor.
 */
instructor: Instructor, 
/**
 * Main field of training.
 */
department: string | null, 
/**
 * Competences that hold.
 */
valid: number, 
/**
 * Of them, those about to run out.
 */
expiring: number, 
/**
 * Competences that ran out.
 */
expired: number, 
/**
 * Why they are away on the day that was asked; `None`: they are there.
 */
away: AbsenceKind | null, };
