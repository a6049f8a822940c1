// Written from the Rust type of the same name; not by hand.
import type { Clash } from "./Clash.ts";
import type { Proposal } from "./Proposal.ts";

/**
 * The proposals and what is to be said of the problem.
 */
export type Arrangement = { 
/**
 * The proposals that differ, in the order of their flavours.
 */
proposals: Array<Proposal>, 
/**
 * Batches of the office that were left out, and why.
 */
notes: Array<Clash>, };
