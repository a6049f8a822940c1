// Written from the Rust type of the same name; not by hand.
import type { ApplicationState } from "./ApplicationState.ts";
import type { DocumentKind } from "./DocumentKind.ts";
import type { StepTaken } from "./StepTaken.ts";
import type { Transition } from "./Transition.ts";

/**
 * An application in the story of a person.
 */
export type PersonApplication = { 
/**
 * Which.
 */
id: string, 
/**
 * Its number.
 */
number: string, 
/**
 * To which intake.
 */
intake_id: string | null, 
/**
 * The intake's name.
 */
intake: string | null, 
/**
 * The programme's name, or the wish.
 */
programme: string, 
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
 * Why a rule was passed over.
 */
rule_note: string | null, 
/**
 * Papers that are missing.
 */
missing: Array<DocumentKind>, 
/**
 * The steps that may follow.
 */
next: Array<Transition>, 
/**
 * The steps taken, newest first.
 */
steps: Array<StepTaken>, };
