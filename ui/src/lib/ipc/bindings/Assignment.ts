// Written from the Rust type of the same name; not by hand.

/**
 * Puts an application into an intake.
 */
export type Assignment = { 
/**
 * Which application.
 */
id: string, 
/**
 * Into which intake.
 */
intake_id: string, 
/**
 * Why rules that are not met are passed over.
 */
rule_note: string | null, };
