// Written from the Rust type of the same name; not by hand.
import type { BoothLine } from "./BoothLine.ts";

/**
 * A hall as drawn, with all its booths.
 */
export type HallDraft = { 
/**
 * `None`: a new one.
 */
id: string | null, 
/**
 * Of which fair.
 */
fair_id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Metres from left to right.
 */
width: number, 
/**
 * Metres from back to front.
 */
depth: number, 
/**
 * Where one comes in.
 */
entrance: number, 
/**
 * Its booths.
 */
booths: Array<BoothLine>, };
