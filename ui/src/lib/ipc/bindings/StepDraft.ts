// Written from the Rust type of the same name; not by hand.
import type { ApplicationState } from "./ApplicationState.ts";

/**
 * A step to another state.
 */
export type StepDraft = { 
/**
 * To which state.
 */
to: ApplicationState, 
/**
 * Why, where the step wants it.
 */
reason: string | null, 
/**
 * On which day; `None`: today.
 */
on: string | null, };
