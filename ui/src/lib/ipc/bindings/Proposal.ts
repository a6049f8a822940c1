// Written from the Rust type of the same name; not by hand.
import type { ProposalFlavour } from "./ProposalFlavour.ts";
import type { UnplacedRow } from "./UnplacedRow.ts";

/**
 * A proposal in figures.
 */
export type Proposal = { 
/**
 * By which it is taken.
 */
id: string, 
/**
 * What it is best at.
 */
flavour: ProposalFlavour, 
/**
 * The last day of the batches in question.
 */
ends_on: string | null, 
/**
 * Days after their due days, together.
 */
late_days: number, 
/**
 * Sessions in a room of first choice, in percent.
 */
best_rooms: number, 
/**
 * The most JP that an instructor has in a week.
 */
heaviest_week: number, 
/**
 * Sessions that it places.
 */
sessions: number, 
/**
 * What found no place.
 */
unplaced: Array<UnplacedRow>, };
