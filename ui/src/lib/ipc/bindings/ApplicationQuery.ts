// Written from the Rust type of the same name; not by hand.
import type { ApplicationOrder } from "./ApplicationOrder.ts";
import type { ApplicationSource } from "./ApplicationSource.ts";
import type { ApplicationState } from "./ApplicationState.ts";

/**
 * What the list shows, in which order, which page of it. Saved views keep it as JSON.
 */
export type ApplicationQuery = { 
/**
 * Only this intake.
 */
intake_id: string | null, 
/**
 * Only this programme.
 */
programme_id: string | null, 
/**
 * Only wishes that no intake has taken up.
 */
wishes: boolean, 
/**
 * Only these states; empty: all.
 */
states: Array<ApplicationState>, 
/**
 * Only those that came in this way.
 */
source: ApplicationSource | null, 
/**
 * Only with missing papers.
 */
lacking: boolean, 
/**
 * Handed in on or after.
 */
from: string | null, 
/**
 * Handed in on or before.
 */
until: string | null, 
/**
 * Part of a name, or the beginning of a number or a NIK.
 */
text: string, 
/**
 * The order.
 */
order: ApplicationOrder, 
/**
 * The other way round.
 */
descending: boolean, 
/**
 * Rows to skip.
 */
offset: number, 
/**
 * Rows of the page.
 */
limit: number, };
