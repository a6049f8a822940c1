// Written from the Rust type of the same name; not by hand.
import type { AbsenceKind } from "./AbsenceKind.ts";

/**
 * Days on which an instructor is away (*ketidakhadiran instruktur*).
 */
export type Absence = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Whose.
 */
instructor_id: string, 
/**
 * Why.
 */
kind: AbsenceKind, 
/**
 * First day.
 */
from_on: string, 
/**
 * Last day.
 */
to_on: string, 
/**
 * In words.
 */
reason: string | null, };
