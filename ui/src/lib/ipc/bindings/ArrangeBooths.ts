// Written from the Rust type of the same name; not by hand.

/**
 * What the planner is asked.
 */
export type ArrangeBooths = { 
/**
 * For which fair.
 */
fair_id: string, 
/**
 * Whoever has a booth keeps it.
 */
keep: boolean, 
/**
 * Another seed gives another plan of about the same worth.
 */
seed: number, };
