// Written from the Rust type of the same name; not by hand.

/**
 * An officer's choices of display; `None` keeps what was chosen.
 */
export type DisplayChoice = { 
/**
 * `light`, `dark`, `contrast`.
 */
theme: string | null, 
/**
 * Percent.
 */
zoom: number | null, 
/**
 * `id`, `en`.
 */
language: string | null, };
