// Written from the Rust type of the same name; not by hand.
import type { ExchangeMode } from "./ExchangeMode.ts";
import type { PublishedNumber } from "./PublishedNumber.ts";
import type { UnsentAct } from "./UnsentAct.ts";

/**
 * Everything that the next exchange sends.
 */
export type Leaving = { 
/**
 * What may leave.
 */
mode: ExchangeMode, 
/**
 * Counts by month.
 */
numbers: Array<PublishedNumber>, 
/**
 * Entries in all.
 */
entries: number, 
/**
 * The first acts of them.
 */
acts: Array<UnsentAct>, };
