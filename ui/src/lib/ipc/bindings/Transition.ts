// Written from the Rust type of the same name; not by hand.
import type { ApplicationState } from "./ApplicationState.ts";

/**
 * One allowed step.
 */
export type Transition = { 
/**
 * From here.
 */
from: ApplicationState, 
/**
 * To here.
 */
to: ApplicationState, 
/**
 * Only with a reason.
 */
needs_reason: boolean, };
