// Written from the Rust type of the same name; not by hand.
import type { ApplicationSource } from "./ApplicationSource.ts";

/**
 * An application to register.
 */
export type ApplicationDraft = { 
/**
 * Whose.
 */
person_id: string, 
/**
 * To which intake.
 */
intake_id: string | null, 
/**
 * The programme wished for, when there is no intake.
 */
wish: string | null, 
/**
 * How it came in.
 */
source: ApplicationSource, 
/**
 * The day it was handed in; `None`: today.
 */
applied_on: string | null, 
/**
 * Why rules that are not met are passed over.
 */
rule_note: string | null, };
