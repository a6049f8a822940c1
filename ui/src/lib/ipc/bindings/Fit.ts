// Written from the Rust type of the same name; not by hand.

/**
 * A person and an intake.
 */
export type Fit = { 
/**
 * Whose.
 */
person_id: string, 
/**
 * To which.
 */
intake_id: string, };
