// Written from the Rust type of the same name; not by hand.
import type { PersonDraft } from "./PersonDraft.ts";
import type { VisitSource } from "./VisitSource.ts";

/**
 * A person who asks for a ticket.
 */
export type TicketDraft = { 
/**
 * To which fair.
 */
fair_id: string, 
/**
 * Known already.
 */
person_id: string | null, 
/**
 * Else as typed: name, NIK, phone, education and what else is known.
 */
person: PersonDraft, 
/**
 * For which session.
 */
session_id: string | null, 
/**
 * Work that is wished for.
 */
wishes: string, 
/**
 * How they came.
 */
source: VisitSource, };
