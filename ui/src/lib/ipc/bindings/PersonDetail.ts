// Written from the Rust type of the same name; not by hand.
import type { MergeLine } from "./MergeLine.ts";
import type { PersonDraft } from "./PersonDraft.ts";

/**
 * A person for the page.
 */
export type PersonDetail = { 
/**
 * The form's fields; NIK and KK masked.
 */
draft: PersonDraft, 
/**
 * Village, district, regency, province in words.
 */
region: string | null, 
/**
 * District and regency in words.
 */
place: string | null, 
/**
 * The photo's hash.
 */
photo_hash: string | null, 
/**
 * Processing is restricted since.
 */
restricted_at: string | null, 
/**
 * Taken out of the lists since.
 */
retired_at: string | null, 
/**
 * The row it was merged into.
 */
merged_into: string | null, 
/**
 * Merges that can be taken back.
 */
merges: Array<MergeLine>, };
