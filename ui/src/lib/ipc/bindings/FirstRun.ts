// Written from the Rust type of the same name; not by hand.
import type { OfficeKind } from "./OfficeKind.ts";
import type { Zone } from "./Zone.ts";

/**
 * What the first run asks.
 */
export type FirstRun = { 
/**
 * The office's name.
 */
name: string, 
/**
 * Labour office or training centre.
 */
kind: OfficeKind, 
/**
 * Kemendagri code of its regency or city, `32.16`.
 */
regency_code: string, 
/**
 * Its time zone.
 */
zone: Zone, 
/**
 * Letterhead: regional government, agency, centre.
 */
letterhead: [string, string, string], 
/**
 * Address for the letterhead.
 */
address: string, 
/**
 * Sign-in name of the first administrator.
 */
username: string, 
/**
 * The administrator's name on papers.
 */
full_name: string, 
/**
 * The administrator's password.
 */
password: string, };
