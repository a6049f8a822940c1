// Written from the Rust type of the same name; not by hand.
import type { Match } from "./Match.ts";

/**
 * A person of the register who may be the one being typed.
 */
export type Lookalike = { 
/**
 * Who.
 */
id: string, 
/**
 * The name.
 */
full_name: string, 
/**
 * Masked.
 */
nik_masked: string | null, 
/**
 * Birth date.
 */
birth_on: string | null, 
/**
 * How alike and why.
 */
found: Match, };
