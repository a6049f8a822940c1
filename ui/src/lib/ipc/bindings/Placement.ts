// Written from the Rust type of the same name; not by hand.
import type { PlacementScope } from "./PlacementScope.ts";

/**
 * The work that a person found.
 */
export type Placement = { 
/**
 * First working day.
 */
placed_on: string, 
/**
 * *Diterima di*.
 */
employer: string, 
/**
 * How far the placement reaches.
 */
scope: PlacementScope | null, 
/**
 * The card was handed back with it.
 */
returned: boolean, };
