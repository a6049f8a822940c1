// Written from the Rust type of the same name; not by hand.
import type { CourierStage } from "./CourierStage.ts";

/**
 * How far it is.
 */
export type CourierProgress = { 
/**
 * What is being done.
 */
stage: CourierStage, 
/**
 * Entries or chunks done.
 */
done: number, 
/**
 * Of so many, as far as is known.
 */
total: number, };
