// Written from the Rust type of the same name; not by hand.

/**
 * One person found.
 */
export type SearchHit = { 
/**
 * Who.
 */
id: string, 
/**
 * The name.
 */
full_name: string, 
/**
 * `3216••••••••0001`.
 */
nik_masked: string | null, 
/**
 * Birth date.
 */
birth_on: string | null, 
/**
 * Regency and district by code.
 */
district_code: string | null, 
/**
 * The last application's or card's number, when found by it.
 */
number: string | null, };
