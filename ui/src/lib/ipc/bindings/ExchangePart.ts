// Written from the Rust type of the same name; not by hand.
import type { ExchangeMode } from "./ExchangeMode.ts";

/**
 * What this PC is at its hub.
 */
export type ExchangePart = { 
/**
 * Where the hub is.
 */
address: string, 
/**
 * The office's name there.
 */
office: string, 
/**
 * What leaves the building.
 */
mode: ExchangeMode, 
/**
 * Since when it takes part.
 */
since: string, 
/**
 * When it was found to be restored or cloned.
 */
healed_at: string | null, };
