// Written from the Rust type of the same name; not by hand.

/**
 * Which proposal to take.
 */
export type ProposalChoice = { 
/**
 * Its id.
 */
id: string, 
/**
 * Straight onto the published timetable.
 */
publish: boolean, };
