// Written from the Rust type of the same name; not by hand.
import type { Interview } from "./Interview.ts";

/**
 * A time in the list.
 */
export type InterviewRow = { 
/**
 * The time.
 */
interview: Interview, 
/**
 * Who.
 */
full_name: string, 
/**
 * For what.
 */
title: string, 
/**
 * With whom.
 */
company: string, 
/**
 * At which booth.
 */
booth: string | null, };
