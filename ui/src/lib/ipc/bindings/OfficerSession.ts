// Written from the Rust type of the same name; not by hand.
import type { Right } from "./Right.ts";
import type { Role } from "./Role.ts";

/**
 * The officer signed in, with choices of display.
 */
export type OfficerSession = { 
/**
 * Who.
 */
officer: string, 
/**
 * The name on papers.
 */
full_name: string, 
/**
 * The name typed at sign-in.
 */
username: string, 
/**
 * Civil servant's number, for papers.
 */
nip: string | null, 
/**
 * Role.
 */
role: Role, 
/**
 * What the role allows.
 */
rights: Array<Right>, 
/**
 * Chosen theme.
 */
theme: string | null, 
/**
 * Chosen zoom.
 */
zoom: number | null, 
/**
 * Chosen language.
 */
language: string | null, };
