// Written from the Rust type of the same name; not by hand.

/**
 * Companies to ask, or that apply.
 */
export type Invitation = { 
/**
 * To which fair.
 */
fair_id: string, 
/**
 * Which companies.
 */
companies: Array<string>, 
/**
 * They applied by themselves.
 */
applied: boolean, };
