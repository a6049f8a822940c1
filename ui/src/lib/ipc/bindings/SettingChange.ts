// Written from the Rust type of the same name; not by hand.

/**
 * A change of a setting from a day on.
 */
export type SettingChange = { 
/**
 * Its name.
 */
key: string, 
/**
 * The new value.
 */
value: string, 
/**
 * First day in force.
 */
valid_from: string, 
/**
 * The law or the decision.
 */
source: string | null, };
