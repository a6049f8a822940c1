// Written from the Rust type of the same name; not by hand.

/**
 * Where companies stand.
 */
export type BoothSheet = { 
/**
 * Company and booth; `None`: no booth.
 */
places: Array<[string, string | null]>, };
