// Written from the Rust type of the same name; not by hand.
import type { KnownPerson } from "./KnownPerson.ts";
import type { NikFacts } from "./NikFacts.ts";

/**
 * What the 16th digit of a NIK tells, as grey suggestions.
 */
export type NikSuggestion = { 
/**
 * What the number says.
 */
facts: NikFacts, 
/**
 * The birth date to suggest.
 */
birth_on: string | null, 
/**
 * District of first registration in words; never the present address by itself.
 */
region: string | null, 
/**
 * The person of this office with the same NIK.
 */
known: KnownPerson | null, };
