// Written from the Rust type of the same name; not by hand.

/**
 * How far a station's clock is ahead.
 */
export type ClockMark = { 
/**
 * Of which fair.
 */
fair_id: string, 
/**
 * Which station.
 */
station: string, 
/**
 * Seconds ahead; below nothing: behind.
 */
ahead_seconds: number, };
