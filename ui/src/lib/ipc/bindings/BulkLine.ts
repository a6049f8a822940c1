// Written from the Rust type of the same name; not by hand.
import type { Refusal } from "./Refusal.ts";

/**
 * What becomes of one row. `before` and `after` are codes for states, employment and education, else text.
 */
export type BulkLine = { 
/**
 * Which row.
 */
id: string, 
/**
 * The person's name, and the number of an application.
 */
label: string, 
/**
 * Before.
 */
before: string | null, 
/**
 * After.
 */
after: string | null, 
/**
 * Why this row stays as it is.
 */
refusal: Refusal | null, };
