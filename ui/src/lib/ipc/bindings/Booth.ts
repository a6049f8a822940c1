// Written from the Rust type of the same name; not by hand.

/**
 * A booth (*stan*).
 */
export type Booth = { 
/**
 * The row's id.
 */
id: string, 
/**
 * In which hall.
 */
hall_id: string, 
/**
 * As on the plan: `A-01`.
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
