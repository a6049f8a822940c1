// Written from the Rust type of the same name; not by hand.
import type { CompetenceState } from "./CompetenceState.ts";

/**
 * A competence with its words.
 */
export type CompetenceView = { 
/**
 * Which.
 */
id: string, 
/**
 * The unit's code.
 */
code: string | null, 
/**
 * The unit's title.
 */
title: string | null, 
/**
 * The whole field.
 */
department_id: string | null, 
/**
 * Its name.
 */
department: string | null, 
/**
 * Number of the certificate.
 */
certificate: string | null, 
/**
 * First day.
 */
valid_from: string | null, 
/**
 * Last day.
 */
valid_to: string | null, 
/**
 * How it stands.
 */
state: CompetenceState, };
