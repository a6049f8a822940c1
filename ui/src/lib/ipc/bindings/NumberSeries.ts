// Written from the Rust type of the same name; not by hand.

/**
 * A series within one span of days.
 */
export type NumberSeries = { 
/**
 * `ak1`, `registration`.
 */
series: string, 
/**
 * `2026`, `2026-11`, or empty.
 */
scope: string, };
