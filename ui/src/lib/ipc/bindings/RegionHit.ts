// Written from the Rust type of the same name; not by hand.

/**
 * A village that fits what was typed.
 */
export type RegionHit = { 
/**
 * The dotted code of the village.
 */
village_code: string, 
/**
 * `Cibinong, Cibinong, Kabupaten Bogor, Jawa Barat`.
 */
label: string, };
