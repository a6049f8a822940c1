// Written from the Rust type of the same name; not by hand.
import type { Proposal } from "./Proposal.ts";

/**
 * The proposals.
 */
export type Arrangement = { 
/**
 * The proposals that differ, in the order of their flavours.
 */
proposals: Array<Proposal>, };
