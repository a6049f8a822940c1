// Written from the Rust type of the same name; not by hand.
import type { Crop } from "./Crop.ts";

/**
 * A photo to store.
 */
export type PhotoDraft = { 
/**
 * Whose.
 */
person_id: string, 
/**
 * The picture's file in Base64, from a file, the clipboard or the camera.
 */
data: string, 
/**
 * The part to keep.
 */
crop: Crop | null, };
