// Written from the Rust type of the same name; not by hand.
import type { Disturbance } from "./Disturbance.ts";
import type { StandIn } from "./StandIn.ts";

/**
 * What to mend.
 */
export type RepairOrder = { 
/**
 * What is disturbed.
 */
disturbance: Disturbance, 
/**
 * The stand-ins that were chosen.
 */
chosen: Array<StandIn>, };
