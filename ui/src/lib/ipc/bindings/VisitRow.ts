// Written from the Rust type of the same name; not by hand.
import type { Education } from "./Education.ts";
import type { Sex } from "./Sex.ts";
import type { VisitSource } from "./VisitSource.ts";

/**
 * A visitor in the list.
 */
export type VisitRow = { 
/**
 * The visit.
 */
id: string, 
/**
 * Who.
 */
person_id: string, 
/**
 * The name.
 */
full_name: string, 
/**
 * Masked.
 */
nik_masked: string | null, 
/**
 * Sex.
 */
sex: Sex | null, 
/**
 * Born on.
 */
birth_on: string | null, 
/**
 * Education.
 */
education: Education | null, 
/**
 * The code.
 */
ticket: string, 
/**
 * How they came.
 */
source: VisitSource, 
/**
 * First entry by the stations' clocks.
 */
first_in: string | null, 
/**
 * Blocked, and why.
 */
blocked: string | null, 
/**
 * Applications here.
 */
applied: number, };
