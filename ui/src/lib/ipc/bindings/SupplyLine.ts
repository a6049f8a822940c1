// Written from the Rust type of the same name; not by hand.

/**
 * One need: a unit and a supply.
 */
export type SupplyLine = { 
/**
 * Which unit.
 */
programme_unit_id: string, 
/**
 * Which supply.
 */
supply_id: string, 
/**
 * How many.
 */
quantity: number, 
/**
 * For each trainee, or for the whole batch.
 */
per_trainee: boolean, };
