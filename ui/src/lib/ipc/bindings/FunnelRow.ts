// Written from the Rust type of the same name; not by hand.
import type { FunnelBy } from "./FunnelBy.ts";

/**
 * One line of a funnel.
 */
export type FunnelRow = { 
/**
 * By what.
 */
by: FunnelBy, 
/**
 * Its code: `L`, `15-19`, `SMA`, `LOKAL`, `YA`; `-`: not known.
 */
value: string, 
/**
 * Came.
 */
visitors: number, 
/**
 * Applied.
 */
applicants: number, 
/**
 * Interviewed.
 */
interviewed: number, 
/**
 * Hired.
 */
hired: number, };
