// Written from the Rust type of the same name; not by hand.
import type { Sex } from "./Sex.ts";

/**
 * What a NIK says about its bearer.
 */
export type NikFacts = { 
/**
 * District of first registration, dotted as in the region list: `32.16.01`.
 */
region_code: string, 
/**
 * From the day: women have 40 added.
 */
sex: Sex, 
/**
 * The dates that fit, not in the future, the latest first; the century is not in the number.
 */
birth_candidates: Array<string>, 
/**
 * The running number within district and day.
 */
sequence: number, };
