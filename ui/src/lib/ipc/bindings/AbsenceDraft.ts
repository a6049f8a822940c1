// Written from the Rust type of the same name; not by hand.
import type { AbsenceKind } from "./AbsenceKind.ts";

/**
 * Days away, to save.
 */
export type AbsenceDraft = { 
/**
 * `None`: new days.
 */
id: string | null, 
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
