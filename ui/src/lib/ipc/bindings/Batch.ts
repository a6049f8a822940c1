// Written from the Rust type of the same name; not by hand.
import type { BatchKind } from "./BatchKind.ts";
import type { BatchState } from "./BatchState.ts";
import type { Funding } from "./Funding.ts";

/**
 * A batch (*paket, angkatan*).
 */
export type Batch = { 
/**
 * The row's id.
 */
id: string, 
/**
 * What is taught.
 */
programme_id: string, 
/**
 * Whose applicants it takes.
 */
intake_id: string | null, 
/**
 * Its name: `Las SMAW 3F 1/2027`.
 */
name: string, 
/**
 * *PBK ke-*.
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
 * Its usual time pattern; seasons of its shift go before it.
 */
pattern_id: string, 
/**
 * First day it may start.
 */
starts_on: string, 
/**
 * Last day it may end; `None`: as early as can be.
 */
due_on: string | null, 
/**
 * Most JP a day; `None`: as the pattern.
 */
jp_day: number | null, 
/**
 * Weeks on the job at the end.
 */
ojt_weeks: number, 
/**
 * A ceremony opens it on the first day.
 */
opening: boolean, 
/**
 * A ceremony closes it on the last day.
 */
closing: boolean, 
/**
 * Days of assessment (*uji kompetensi*) after the last unit.
 */
assessment_days: number, 
/**
 * How far it has come.
 */
state: BatchState, 
/**
 * Gone since.
 */
retired_at: string | null, };
