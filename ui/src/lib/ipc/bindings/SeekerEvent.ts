// Written from the Rust type of the same name; not by hand.
import type { PlacementScope } from "./PlacementScope.ts";
import type { SeekerEventKind } from "./SeekerEventKind.ts";

/**
 * One event in a person's search for work.
 */
export type SeekerEvent = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Whose.
 */
person_id: string, 
/**
 * With which card.
 */
card_id: string | null, 
/**
 * What happened.
 */
kind: SeekerEventKind, 
/**
 * On which day.
 */
happened_on: string, 
/**
 * The person's age on that day; a later correction of the birth date does not change counted reports.
 */
age: number | null, 
/**
 * Of a placement, how far it reaches.
 */
placement_scope: PlacementScope | null, 
/**
 * Of a placement the employer, of a removal the reason.
 */
note: string | null, 
/**
 * Who noted it.
 */
officer_id: string | null, };
