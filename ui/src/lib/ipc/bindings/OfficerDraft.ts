// Written from the Rust type of the same name; not by hand.
import type { Role } from "./Role.ts";

/**
 * What an administrator types of an officer; an empty password keeps the old one.
 */
export type OfficerDraft = { 
/**
 * `None`: a new officer.
 */
id: string | null, 
/**
 * The name typed at sign-in.
 */
username: string, 
/**
 * The name on papers.
 */
full_name: string, 
/**
 * Civil servant's number.
 */
nip: string | null, 
/**
 * What they may do.
 */
role: Role, 
/**
 * A new password, or nothing.
 */
password: string, 
/**
 * No longer signs in.
 */
retired: boolean, };
