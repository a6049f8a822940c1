// Written from the Rust type of the same name; not by hand.
import type { ParticipationState } from "./ParticipationState.ts";

/**
 * A company at a fair.
 */
export type Participation = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Which fair.
 */
fair_id: string, 
/**
 * Which company.
 */
company_id: string, 
/**
 * How far it has come.
 */
state: ParticipationState, 
/**
 * Asked on.
 */
invited_on: string | null, 
/**
 * Applied on.
 */
applied_on: string | null, 
/**
 * Decided on.
 */
decided_on: string | null, 
/**
 * Why refused or cancelled.
 */
reason: string | null, 
/**
 * Its booth; several companies may share one.
 */
booth_id: string | null, };
