// Written from the Rust type of the same name; not by hand.
import type { PersonDraft } from "./PersonDraft.ts";

/**
 * One paper form.
 */
export type RowDraft = { 
/**
 * The person as written.
 */
person: PersonDraft, 
/**
 * Why rules that are not met are passed over.
 */
rule_note: string | null, };
