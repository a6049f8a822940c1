// Written from the Rust type of the same name; not by hand.
import type { Education } from "./Education.ts";
import type { Employment } from "./Employment.ts";
import type { StepDraft } from "./StepDraft.ts";

/**
 * What is changed; the first three change applications, the others people.
 */
export type BulkChange = { "kind": "state", 
/**
 * The step.
 */
step: StepDraft, } | { "kind": "intake", 
/**
 * Which.
 */
intake_id: string, 
/**
 * Why rules that are not met are passed over.
 */
rule_note: string | null, } | { "kind": "wish", 
/**
 * In words; empty: none.
 */
wish: string, } | { "kind": "employment", 
/**
 * The new one.
 */
employment: Employment, } | { "kind": "education", 
/**
 * The new one.
 */
education: Education, } | { "kind": "note", 
/**
 * The remark.
 */
note: string, };
