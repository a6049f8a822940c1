// Written from the Rust type of the same name; not by hand.

/**
 * The part of the upright picture to keep, in its pixels.
 */
export type Crop = { 
/**
 * Left edge.
 */
x: number, 
/**
 * Upper edge.
 */
y: number, 
/**
 * Width.
 */
width: number, 
/**
 * Height.
 */
height: number, };
