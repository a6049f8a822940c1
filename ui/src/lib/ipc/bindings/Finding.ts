// Written from the Rust type of the same name; not by hand.
import type { Weight } from "./Weight.ts";

/**
 * One thing about one field; words live under `person_finding.<code>`.
 */
export type Finding = { 
/**
 * The draft's field.
 */
field: string, 
/**
 * What about it.
 */
code: string, 
/**
 * How much it weighs.
 */
weight: Weight, 
/**
 * What the words name.
 */
param: string | null, };
