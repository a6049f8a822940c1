// Written from the Rust type of the same name; not by hand.

/**
 * How many rows have each fate.
 */
export type PlanTotals = { 
/**
 * All rows.
 */
rows: number, 
/**
 * New people.
 */
new: number, 
/**
 * Known people with changes.
 */
update: number, 
/**
 * Known people without changes.
 */
same: number, 
/**
 * To be looked at.
 */
doubtful: number, 
/**
 * Of these, without a decision yet.
 */
undecided: number, 
/**
 * Not taken.
 */
rejected: number, 
/**
 * Applications that will be added, doubtful rows not counted.
 */
applications: number, };
