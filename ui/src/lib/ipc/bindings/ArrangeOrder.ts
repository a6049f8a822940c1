// Written from the Rust type of the same name; not by hand.

/**
 * Which batches to arrange.
 */
export type ArrangeOrder = { 
/**
 * On which copy; `None`: around the published timetable.
 */
plan_id: string | null, 
/**
 * The batches.
 */
batches: Array<string>, };
