// Written from the Rust type of the same name; not by hand.

/**
 * A refusal as it crosses to the page: words live in `assets/i18n` under `area.code`.
 */
export type Refusal = { 
/**
 * The feature that refuses, such as `people`.
 */
area: string, 
/**
 * What is wrong, such as `nik_length`. Retired, never renamed.
 */
code: string, 
/**
 * What the words need, such as `{"got": "15"}`.
 */
params: { [key in string]: string }, };
