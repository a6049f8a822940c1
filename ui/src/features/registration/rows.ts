/** Rows of a stack of paper forms: from the cells of a sheet to a person. Pure, but for the village, which is asked for. */
import { parseDate } from "../../lib/date.ts";
import { digitsOf } from "../../lib/identity.ts";
import { word } from "../../lib/i18n.svelte.ts";
import type { Education } from "../../lib/ipc/bindings/Education.ts";
import type { Employment } from "../../lib/ipc/bindings/Employment.ts";
import type { PersonDraft } from "../../lib/ipc/bindings/PersonDraft.ts";
import type { RegionHit } from "../../lib/ipc/bindings/RegionHit.ts";
import type { Sex } from "../../lib/ipc/bindings/Sex.ts";
import type { SheetRow } from "../../lib/sheet.ts";
import { EDUCATIONS, EMPLOYMENTS } from "./words.ts";

export const ROW_KEYS = ["full_name", "nik", "birth_place", "birth_on", "sex", "address", "rt", "rw", "village", "district", "phone", "education", "major", "employment", "nik_note"] as const;
export type RowKey = (typeof ROW_KEYS)[number];
export type Unread = Partial<Record<RowKey, true>>;

const MEN = ["l", "lk", "laki", "laki-laki", "laki laki", "pria", "m", "male", "1"];
const WOMEN = ["p", "pr", "perempuan", "wanita", "w", "f", "female", "2"];

export function sexOf(text: string): Sex | undefined {
  const said = text.trim().toLowerCase();
  return MEN.includes(said) ? "L" : WOMEN.includes(said) ? "P" : undefined;
}

const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
const OTHER_EDUCATION: Record<string, Education> = { sltp: "SMP", mts: "SMP", slta: "SMA", ma: "SMA", stm: "SMK", smea: "SMK", mak: "SMK", mi: "SD", sarjana: "S1", magister: "S2", doktor: "S3", diii: "D3", div: "D4", dii: "D2", di: "D1" };

function coded<V extends string>(area: string, codes: readonly V[], text: string): V | undefined {
  const said = plain(text);
  return codes.find((code) => plain(code) === said || plain(word(`${area}.${code}`) ?? "") === said);
}

export const educationOf = (text: string): Education | undefined => coded("education", EDUCATIONS, text) ?? OTHER_EDUCATION[plain(text.replace(/\/?\s*sederajat/i, ""))];
export const employmentOf = (text: string): Employment | undefined => coded("employment", EMPLOYMENTS, text);

export function blankPerson(): PersonDraft {
  return {
    id: null, full_name: "", title_front: "", title_back: "", nik: "", nik_note: "", nik_status: null, kk_number: "", birth_place: "", birth_on: null, sex: null, religion: null, marital: null,
    address: "", rt: "", rw: "", village_code: "", village_name: "", district_code: "", postcode: "", phone: "", phone_other: "", email: "", education: null, major: "", school: "", graduation_year: null,
    employment: null, disability: [], accommodation: "", guardian_name: "", guardian_relation: "", guardian_phone: "", guardian_consent_on: null, legal_basis: null, notice_shown: false, siapkerja_id: "",
    note: "", same_nik_meant: false,
  };
}

/** The person that a row tells of, and the cells that could not be read. */
export function personOf(row: SheetRow, today: string): { draft: PersonDraft; unread: Unread } {
  const cell = (key: RowKey) => (row[key] ?? "").trim();
  const unread: Unread = {};
  function read<V>(key: RowKey, by: (text: string) => V | undefined): V | null {
    if (!cell(key)) return null;
    const value = by(cell(key));
    if (value === undefined) unread[key] = true;
    return value ?? null;
  }
  const day = (text: string) => {
    const parsed = parseDate(text, today);
    return "iso" in parsed ? parsed.iso : undefined;
  };
  const draft = {
    ...blankPerson(),
    full_name: cell("full_name"), nik: digitsOf(cell("nik")), nik_note: cell("nik_note"), birth_place: cell("birth_place"), address: cell("address"), rt: digitsOf(cell("rt")), rw: digitsOf(cell("rw")),
    village_name: cell("village"), phone: cell("phone"), major: cell("major"),
    birth_on: read("birth_on", day), sex: read("sex", sexOf), education: read("education", educationOf), employment: read("employment", employmentOf),
  };
  if (cell("nik") && !/^[\d\s.\-']+$/.test(cell("nik"))) unread.nik = true;
  return { draft, unread };
}

/** The village that is clearly meant: its name and, if written, its district fit; the nearest comes first. */
export function villageOf(hits: readonly RegionHit[], village: string, district: string): string | undefined {
  const fits = hits.filter(({ label }) => {
    const [name = "", above = ""] = label.split(", ");
    return plain(name) === plain(village) && (!district || plain(above) === plain(district));
  });
  return district || fits.length === 1 ? fits[0]?.village_code : undefined;
}
