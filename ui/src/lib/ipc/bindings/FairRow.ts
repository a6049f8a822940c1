// Written from the Rust type of the same name; not by hand.
import type { Fair } from "./Fair.ts";
import type { FairStage } from "./FairStage.ts";

/**
 * A fair in the list.
 */
export type FairRow = { 
/**
 * The fair.
 */
fair: Fair, 
/**
 * How far it has come.
 */
stage: FairStage, 
/**
 * Companies that are admitted, or came.
 */
companies: number, 
/**
 * People looked for by them.
 */
openings: number, 
/**
 * Tickets given.
 */
visitors: number, 
/**
 * Hired.
 */
hired: number, };
