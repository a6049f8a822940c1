// Written from the Rust type of the same name; not by hand.
import type { OfficeKind } from "./OfficeKind.ts";
import type { Zone } from "./Zone.ts";

/**
 * The office (*kantor*): one row, made at first run.
 */
export type Office = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Its name, as officers call it.
 */
name: string, 
/**
 * What kind of office it is.
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
 * First line of the letterhead (*kop surat*): the regional government.
 */
letterhead_1: string, 
/**
 * Second line: the agency.
 */
letterhead_2: string, 
/**
 * Third line: the centre, if any.
 */
letterhead_3: string, 
/**
 * Address for the letterhead.
 */
address: string, 
/**
 * Telephone.
 */
phone: string | null, 
/**
 * E-mail.
 */
email: string | null, 
/**
 * Name of the head (*kepala*), who signs.
 */
head_name: string | null, 
/**
 * The head's NIP.
 */
head_nip: string | null, 
/**
 * The head's title under the signature.
 */
head_title: string | null, };
