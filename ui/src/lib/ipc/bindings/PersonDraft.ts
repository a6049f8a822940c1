// Written from the Rust type of the same name; not by hand.
import type { Disability } from "./Disability.ts";
import type { Education } from "./Education.ts";
import type { Employment } from "./Employment.ts";
import type { LegalBasis } from "./LegalBasis.ts";
import type { Marital } from "./Marital.ts";
import type { NikStatus } from "./NikStatus.ts";
import type { Religion } from "./Religion.ts";
import type { Sex } from "./Sex.ts";

/**
 * A person as typed; empty texts mean nothing known.
 */
export type PersonDraft = { 
/**
 * `None`: a new person.
 */
id: string | null, 
/**
 * As on the identity card.
 */
full_name: string, 
/**
 * Titles before the name.
 */
title_front: string, 
/**
 * Titles after the name.
 */
title_back: string, 
/**
 * As typed, with or without separators.
 */
nik: string, 
/**
 * Why a warning, or a missing NIK, is accepted.
 */
nik_note: string, 
/**
 * How far the NIK was checked.
 */
nik_status: NikStatus | null, 
/**
 * Family card number.
 */
kk_number: string, 
/**
 * Birth place.
 */
birth_place: string, 
/**
 * Birth date.
 */
birth_on: string | null, 
/**
 * Sex.
 */
sex: Sex | null, 
/**
 * Religion.
 */
religion: Religion | null, 
/**
 * Marital status.
 */
marital: Marital | null, 
/**
 * Street or hamlet.
 */
address: string, 
/**
 * RT.
 */
rt: string, 
/**
 * RW.
 */
rw: string, 
/**
 * Village from the list, else empty.
 */
village_code: string, 
/**
 * Village in words when it is not in the list.
 */
village_name: string, 
/**
 * District from the list, when the village is not.
 */
district_code: string, 
/**
 * Postcode.
 */
postcode: string, 
/**
 * Phone.
 */
phone: string, 
/**
 * Second phone.
 */
phone_other: string, 
/**
 * E-mail.
 */
email: string, 
/**
 * Last education.
 */
education: Education | null, 
/**
 * Its field.
 */
major: string, 
/**
 * School.
 */
school: string, 
/**
 * Year of graduation.
 */
graduation_year: number | null, 
/**
 * Employment status.
 */
employment: Employment | null, 
/**
 * Kinds of disability.
 */
disability: Array<Disability>, 
/**
 * What the person needs.
 */
accommodation: string, 
/**
 * Guardian under 18.
 */
guardian_name: string, 
/**
 * Relation.
 */
guardian_relation: string, 
/**
 * The guardian's phone.
 */
guardian_phone: string, 
/**
 * The day of the guardian's consent.
 */
guardian_consent_on: string | null, 
/**
 * Ground for keeping the data; `None`: the office's usual one.
 */
legal_basis: LegalBasis | null, 
/**
 * The notice was shown.
 */
notice_shown: boolean, 
/**
 * SIAPkerja account.
 */
siapkerja_id: string, 
/**
 * A remark.
 */
note: string, 
/**
 * The same NIK under another person is meant so; needs `nik_note`.
 */
same_nik_meant: boolean, };
