// Written from the Rust type of the same name; not by hand.
import type { BatchKind } from "./BatchKind.ts";
import type { Funding } from "./Funding.ts";

/**
 * A batch to save.
 */
export type BatchDraft = { 
/**
 * `None`: a new one.
 */
id: string | null, 
/**
 * What is taught.
 */
programme_id: string, 
/**
 * Whose applicants it takes.
 */
intake_id: string | null, 
/**
 * Its name; empty: made of the programme, the number and the year.
 */
name: string, 
/**
 * *PBK ke-*; `None`: the next one of the programme in the year.
 */
number: number | null, 
/**
 * The kind of training.
 */
kind: BatchKind, 
/**
 * Who pays.
 */
funding: Funding | null, 
/**
 * Trainees.
 */
seats: number, 
/**
 * A trainee needs rooms without steps.
 */
step_free: boolean, 
/**
 * Its usual time pattern.
 */
pattern_id: string, 
/**
 * First day it may start.
 */
starts_on: string, 
/**
 * Last day it may end.
 */
due_on: string | null, 
/**
 * Most JP a day.
 */
jp_day: number | null, 
/**
 * Weeks on the job at the end.
 */
ojt_weeks: number, 
/**
 * A ceremony opens it.
 */
opening: boolean, 
/**
 * A ceremony closes it.
 */
closing: boolean, 
/**
 * Days of assessment.
 */
assessment_days: number, };
