// Written from the Rust type of the same name; not by hand.
import type { ApplicationState } from "./ApplicationState.ts";

/**
 * A step as it was taken.
 */
export type StepTaken = { 
/**
 * From.
 */
from_state: ApplicationState | null, 
/**
 * To.
 */
to_state: ApplicationState, 
/**
 * On which day.
 */
happened_on: string, 
/**
 * Why.
 */
reason: string | null, 
/**
 * By whom.
 */
officer: string | null, };
