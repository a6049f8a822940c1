// Written from the Rust type of the same name; not by hand.
import type { Verdict } from "./Verdict.ts";

/**
 * What the station says.
 */
export type ScanAnswer = { 
/**
 * In big letters.
 */
verdict: Verdict, 
/**
 * Who, when the ticket is known.
 */
visit: string | null, 
/**
 * The name.
 */
name: string | null, 
/**
 * What the person needs.
 */
accommodation: string | null, 
/**
 * Inside since; of a repeat.
 */
since: string | null, 
/**
 * The ticket's session, or why it is blocked.
 */
detail: string | null, 
/**
 * A supervisor may let the person in all the same.
 */
may_overrule: boolean, 
/**
 * People inside now, as far as this station knows.
 */
inside: number, };
