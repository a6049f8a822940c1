// Written from the Rust type of the same name; not by hand.
import type { ApplicationSource } from "./ApplicationSource.ts";
import type { ApplicationState } from "./ApplicationState.ts";

/**
 * A row of the list.
 */
export type ApplicationRow = { 
/**
 * Which.
 */
id: string, 
/**
 * Its number.
 */
number: string, 
/**
 * Whose.
 */
person_id: string, 
/**
 * The name.
 */
full_name: string, 
/**
 * NIK with its middle hidden.
 */
nik_masked: string | null, 
/**
 * Birth date.
 */
birth_on: string | null, 
/**
 * To which intake.
 */
intake_id: string | null, 
/**
 * The intake's name.
 */
intake: string | null, 
/**
 * The programme's name.
 */
programme: string | null, 
/**
 * The programme wished for, in the applicant's words.
 */
wish: string | null, 
/**
 * Where it stands.
 */
state: ApplicationState, 
/**
 * Since when.
 */
state_on: string, 
/**
 * The day it was handed in.
 */
applied_on: string, 
/**
 * How it came in.
 */
source: ApplicationSource, 
/**
 * How many papers are missing.
 */
missing: number, 
/**
 * A rule was passed over.
 */
noted: boolean, };
