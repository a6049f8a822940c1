// Written from the Rust type of the same name; not by hand.
import type { ApplicationState } from "./ApplicationState.ts";

/**
 * How many stand in one state.
 */
export type StateCount = { 
/**
 * The state.
 */
state: ApplicationState, 
/**
 * How many.
 */
count: number, };
