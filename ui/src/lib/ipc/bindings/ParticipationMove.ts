// Written from the Rust type of the same name; not by hand.
import type { ParticipationState } from "./ParticipationState.ts";

/**
 * A step of a company at a fair.
 */
export type ParticipationMove = { 
/**
 * Whose.
 */
id: string, 
/**
 * Where to.
 */
to: ParticipationState, 
/**
 * Why, where it is refused or cancelled.
 */
reason: string, };
