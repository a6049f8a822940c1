// Written from the Rust type of the same name; not by hand.

/**
 * A region and what lies above it, as far down as its code goes.
 */
export type RegionPath = { 
/**
 * *Desa/kelurahan*.
 */
village: string | null, 
/**
 * *Kecamatan*.
 */
district: string | null, 
/**
 * *Kabupaten/kota*, with its kind: `Kabupaten Bekasi`.
 */
regency: string | null, 
/**
 * *Provinsi*.
 */
province: string, };
