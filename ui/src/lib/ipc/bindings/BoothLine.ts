// Written from the Rust type of the same name; not by hand.

/**
 * A booth as drawn.
 */
export type BoothLine = { 
/**
 * `None`: a new one.
 */
id: string | null, 
/**
 * As on the plan.
 */
code: string, 
/**
 * Metres from the left.
 */
x: number, 
/**
 * Metres from the back.
 */
y: number, 
/**
 * Metres wide.
 */
width: number, 
/**
 * Metres deep.
 */
depth: number, 
/**
 * Tables.
 */
tables: number, 
/**
 * Has a socket.
 */
power: boolean, };
