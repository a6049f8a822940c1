// Written from the Rust type of the same name; not by hand.
import type { Match } from "./Match.ts";

/**
 * A person of the register who may be the one of a row.
 */
export type MaybeSame = { 
/**
 * Who.
 */
id: string, 
/**
 * The name.
 */
full_name: string, 
/**
 * NIK with its middle hidden.
 */
nik_masked: string | null, 
/**
 * Birth date.
 */
birth_on: string | null, 
/**
 * How alike, 1 to 100, and why.
 */
found: Match, };
