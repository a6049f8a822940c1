// Written from the Rust type of the same name; not by hand.
import type { KnownPerson } from "./KnownPerson.ts";
import type { PersonDetail } from "./PersonDetail.ts";

/**
 * Both rows of a pair, field by field, for a choice side by side; masked.
 */
export type Pair = { 
/**
 * One.
 */
a: PersonDetail, 
/**
 * The other.
 */
b: PersonDetail, 
/**
 * Their names, for titles.
 */
names: [KnownPerson, KnownPerson], };
