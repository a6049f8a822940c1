// Written from the Rust type of the same name; not by hand.
import type { JobApplication } from "./JobApplication.ts";
import type { JobState } from "./JobState.ts";

/**
 * An application in the list.
 */
export type JobRow = { 
/**
 * The application.
 */
application: JobApplication, 
/**
 * Who.
 */
full_name: string, 
/**
 * Their ticket.
 */
ticket: string, 
/**
 * For what.
 */
title: string, 
/**
 * Where.
 */
company: string, 
/**
 * Where it may go from here.
 */
next: Array<JobState>, };
