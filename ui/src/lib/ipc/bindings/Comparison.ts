// Written from the Rust type of the same name; not by hand.
import type { NoticeLine } from "./NoticeLine.ts";

/**
 * Two timetables side by side.
 */
export type Comparison = { 
/**
 * Sessions of the published one.
 */
published_sessions: number, 
/**
 * Sessions of the copy.
 */
draft_sessions: number, 
/**
 * Hard rules that the published one breaks.
 */
published_clashes: number, 
/**
 * Hard rules that the copy breaks.
 */
draft_clashes: number, 
/**
 * Last day of the published one.
 */
published_ends: string | null, 
/**
 * Last day of the copy.
 */
draft_ends: string | null, 
/**
 * The most JP of an instructor in a week of the published one.
 */
published_heaviest: number, 
/**
 * The same of the copy.
 */
draft_heaviest: number, 
/**
 * What publishing the copy would change.
 */
lines: Array<NoticeLine>, };
