// Written from the Rust type of the same name; not by hand.

/**
 * One value for one span of days.
 */
export type Setting = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Its name, such as `ak1.validity_months`.
 */
key: string, 
/**
 * Its value.
 */
value: string, 
/**
 * First day in force.
 */
valid_from: string, 
/**
 * Last day in force.
 */
valid_to: string | null, 
/**
 * The law or the decision.
 */
source: string | null, };
