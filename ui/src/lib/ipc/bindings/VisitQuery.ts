// Written from the Rust type of the same name; not by hand.

/**
 * Visitors to look for.
 */
export type VisitQuery = { 
/**
 * Of which fair.
 */
fair_id: string, 
/**
 * A part of the name, or a ticket.
 */
text: string, 
/**
 * Only those who came.
 */
came: boolean, 
/**
 * From which on.
 */
offset: number, 
/**
 * How many.
 */
count: number, };
