// Written from the Rust type of the same name; not by hand.
import type { Fair } from "./Fair.ts";
import type { FunnelRow } from "./FunnelRow.ts";
import type { PostRow } from "./PostRow.ts";

/**
 * The report of a fair.
 */
export type FairReport = { 
/**
 * Which.
 */
fair: Fair, 
/**
 * Companies that were asked or applied.
 */
invited: number, 
/**
 * Companies that came.
 */
present: number, 
/**
 * Posts.
 */
posts: number, 
/**
 * People looked for: men, women, whoever fits.
 */
men: number, 
/**
 * For women.
 */
women: number, 
/**
 * For whoever fits.
 */
either: number, 
/**
 * Posts open to people with a disability.
 */
friendly: number, 
/**
 * Tickets given.
 */
registered: number, 
/**
 * Applications.
 */
applications: number, 
/**
 * Of the hired: counted as placements of the monthly reports.
 */
placements: number, 
/**
 * The funnels.
 */
funnel: Array<FunnelRow>, 
/**
 * The posts, the most sought first.
 */
most_sought: Array<PostRow>, 
/**
 * Posts with nobody hired yet.
 */
unfilled: Array<PostRow>, 
/**
 * Companies that came and owe their last report.
 */
silent: Array<string>, };
