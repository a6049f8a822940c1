// Written from the Rust type of the same name; not by hand.

/**
 * What a unit needs of a supply: per session for a tool, for the whole unit for a consumable.
 */
export type UnitSupply = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Which unit of which programme.
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
