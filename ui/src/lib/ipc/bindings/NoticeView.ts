// Written from the Rust type of the same name; not by hand.
import type { NoticeLine } from "./NoticeLine.ts";

/**
 * A notice as it was given out.
 */
export type NoticeView = { 
/**
 * Which.
 */
id: string, 
/**
 * Its number.
 */
number: number, 
/**
 * When.
 */
made_at: string, 
/**
 * Why.
 */
reason: string | null, 
/**
 * What changed.
 */
lines: Array<NoticeLine>, };
