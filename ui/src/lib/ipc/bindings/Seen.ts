// Written from the Rust type of the same name; not by hand.
import type { Education } from "./Education.ts";

/**
 * What a company sees of a visitor; what was not allowed is not there.
 */
export type Seen = { 
/**
 * Name.
 */
name: string | null, 
/**
 * Phone.
 */
phone: string | null, 
/**
 * E-mail.
 */
email: string | null, 
/**
 * Education.
 */
education: Education | null, 
/**
 * Its field.
 */
major: string | null, 
/**
 * Skills and courses.
 */
skills: Array<string>, 
/**
 * Work done before.
 */
experience: Array<string>, 
/**
 * What the person needs at work.
 */
accommodation: string | null, };
