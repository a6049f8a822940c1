/** The form's fields of a person: empty, compared, kept for later. */
import type { PersonDraft } from "../../lib/ipc/bindings/PersonDraft.ts";
import { yearsBetween } from "../../lib/date.ts";

export const MASK = "•";
export const GUARDIAN_AGE = 18;

export function emptyDraft(): PersonDraft {
  return {
    id: null, full_name: "", title_front: "", title_back: "", nik: "", nik_note: "", nik_status: null, kk_number: "", birth_place: "", birth_on: null, sex: null,
    religion: null, marital: null, address: "", rt: "", rw: "", village_code: "", village_name: "", district_code: "", postcode: "", phone: "", phone_other: "",
    email: "", education: null, major: "", school: "", graduation_year: null, employment: null, disability: [], accommodation: "", guardian_name: "",
    guardian_relation: "", guardian_phone: "", guardian_consent_on: null, legal_basis: null, notice_shown: false, siapkerja_id: "", note: "", same_nik_meant: false,
  };
}

/** Whether anything differs: a draft is worth offering only then. */
export function differs(a: PersonDraft, b: PersonDraft): boolean {
  return (Object.keys(emptyDraft()) as (keyof PersonDraft)[]).some((key) => plain(a[key]) !== plain(b[key]));
}

const plain = (value: unknown): string => (value === null || value === undefined || value === false ? "" : Array.isArray(value) ? [...value].sort().join() : String(value));

/** A kept draft; unknown fields of an older version are dropped, missing ones are empty. */
export function readDraft(data: string): PersonDraft | undefined {
  try {
    const kept: unknown = JSON.parse(data);
    if (!kept || typeof kept !== "object") return undefined;
    const draft: Record<string, unknown> = { ...emptyDraft() };
    for (const key of Object.keys(draft)) if (Object.hasOwn(kept, key)) draft[key] = (kept as Record<string, unknown>)[key];
    return draft as unknown as PersonDraft;
  } catch {
    return undefined;
  }
}

export const needsGuardian = (draft: PersonDraft, today: string): boolean => Boolean(draft.birth_on) && draft.birth_on! <= today && yearsBetween(draft.birth_on!, today) < GUARDIAN_AGE;

/** What a look for the same person goes by; asked again only when one of these changed. */
export const lookedFor = (draft: PersonDraft): string => JSON.stringify([draft.full_name.trim(), draft.nik.length === 16 ? draft.nik : "", draft.birth_on, draft.phone, draft.kk_number.length === 16 ? draft.kk_number : ""]);

export const worthLooking = (draft: PersonDraft): boolean => draft.full_name.trim().length >= 3 || (draft.nik.length === 16 && !draft.nik.includes(MASK));
