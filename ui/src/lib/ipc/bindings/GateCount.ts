// Written from the Rust type of the same name; not by hand.

/**
 * What the logs of all stations come to together.
 */
export type GateCount = { 
/**
 * People who came, each once.
 */
visitors: number, 
/**
 * Inside now.
 */
inside: number, 
/**
 * Most inside at one moment.
 */
peak: number, 
/**
 * When that was.
 */
peak_at: string | null, 
/**
 * Tickets shown to two stations while their owner was inside.
 */
repeats: number, 
/**
 * Visitors with a passage that no clock explains.
 */
doubtful: number, 
/**
 * First entries by half hour: its beginning and how many came.
 */
entries: Array<[string, number]>, };
