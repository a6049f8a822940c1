// Written from the Rust type of the same name; not by hand.

/**
 * One line of an instructor's competences: a unit, or a whole field.
 */
export type CompetenceLine = { 
/**
 * `None`: a new line.
 */
id: string | null, 
/**
 * The code of a unit, as typed.
 */
code: string | null, 
/**
 * A whole field; only without a code.
 */
department_id: string | null, 
/**
 * Number of the certificate.
 */
certificate: string | null, 
/**
 * First day it holds.
 */
valid_from: string | null, 
/**
 * Last day it holds.
 */
valid_to: string | null, };
