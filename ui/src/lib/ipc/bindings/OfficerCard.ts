// Written from the Rust type of the same name; not by hand.
import type { Role } from "./Role.ts";

/**
 * An officer without the password.
 */
export type OfficerCard = { 
/**
 * Whose.
 */
id: string, 
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
 * No longer signs in.
 */
retired: boolean, };
