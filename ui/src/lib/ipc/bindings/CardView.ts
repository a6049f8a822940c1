// Written from the Rust type of the same name; not by hand.
import type { Card } from "./Card.ts";
import type { CardStatus } from "./CardStatus.ts";
import type { CardVerb } from "./CardVerb.ts";
import type { ReportLine } from "./ReportLine.ts";

/**
 * A card with what it is today.
 */
export type CardView = { 
/**
 * The card.
 */
card: Card, 
/**
 * What it is today.
 */
status: CardStatus, 
/**
 * Its reports.
 */
reports: Array<ReportLine>, 
/**
 * What can be done with it.
 */
verbs: Array<CardVerb>, };
