// Written from the Rust type of the same name; not by hand.
import type { Refusal } from "./Refusal.ts";

/**
 * As it crosses to the page.
 */
export type Failure = { "kind": "refusal" } & Refusal | { "kind": "fault", 
/**
 * `B-` and six signs, read out on the telephone.
 */
incident: string, };
