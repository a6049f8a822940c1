// Written from the Rust type of the same name; not by hand.
import type { ExchangeWay } from "./ExchangeWay.ts";

/**
 * One exchange.
 */
export type ExchangeRun = { 
/**
 * When.
 */
at: string, 
/**
 * By which way.
 */
way: ExchangeWay, 
/**
 * Entries that went out and were confirmed.
 */
sent: number, 
/**
 * Entries that came in.
 */
received: number, 
/**
 * Why it did not end well: a code under `exchange`.
 */
failure: string | null, };
