// Written from the Rust type of the same name; not by hand.
import type { PlacementScope } from "./PlacementScope.ts";
import type { SeekerStatus } from "./SeekerStatus.ts";

/**
 * What the counter asks for a card.
 */
export type CardDraft = { 
/**
 * What the person does now.
 */
seeker_status: SeekerStatus | null, 
/**
 * The job that is wished for.
 */
desired_job: string, 
/**
 * The wage that is wished for, rupiah a month.
 */
desired_wage: number | null, 
/**
 * How far the person is willing to go.
 */
placement_scope: PlacementScope | null, 
/**
 * The day of issue; today or, for a card taken over from paper, earlier.
 */
issued_on: string, };
