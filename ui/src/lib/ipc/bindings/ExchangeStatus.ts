// Written from the Rust type of the same name; not by hand.
import type { CourierProgress } from "./CourierProgress.ts";
import type { ExchangePart } from "./ExchangePart.ts";
import type { ExchangeRun } from "./ExchangeRun.ts";
import type { OverQuota } from "./OverQuota.ts";

/**
 * How the exchange stands, for the status bar and its screen.
 */
export type ExchangeStatus = { 
/**
 * This PC takes part: what it is at its hub.
 */
part: ExchangePart | null, 
/**
 * The last exchanges, newest first.
 */
runs: Array<ExchangeRun>, 
/**
 * When the last one ended well.
 */
last_good: string | null, 
/**
 * Own entries that do not lie at the hub yet.
 */
unsent: number, 
/**
 * When the oldest of them was made.
 */
oldest: string | null, 
/**
 * Records that wait here for others or for a newer program.
 */
waiting: number, 
/**
 * Questions that wait for a person.
 */
questions: number, 
/**
 * Intakes in which PCs gave away more seats than there are.
 */
over_quota: Array<OverQuota>, 
/**
 * Own entries that the hub keeps aside.
 */
kept_aside: number, 
/**
 * What the courier is doing now.
 */
progress: CourierProgress | null, };
