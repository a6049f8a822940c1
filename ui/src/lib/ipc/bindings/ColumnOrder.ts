// Written from the Rust type of the same name; not by hand.

/**
 * What a column's dates say about their order.
 */
export type ColumnOrder = { "kind": "day-first" } | { "kind": "month-first" } | { "kind": "ambiguous" } | { "kind": "conflicting", 
/**
 * The first rows that are day first.
 */
day_first: Array<number>, 
/**
 * The first rows that are month first.
 */
month_first: Array<number>, };
