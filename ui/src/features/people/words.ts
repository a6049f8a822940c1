/** Codes of people as words: choices of the form, findings, reasons, how alike two are, and values of single fields. */
import type { ChipTone } from "../../components/Chip.svelte";
import { formatDay } from "../../lib/date.ts";
import { t, word } from "../../lib/i18n.svelte.ts";
import { groupNik, groupPhone } from "../../lib/identity.ts";
import type { Disability } from "../../lib/ipc/bindings/Disability.ts";
import type { Education } from "../../lib/ipc/bindings/Education.ts";
import type { Employment } from "../../lib/ipc/bindings/Employment.ts";
import type { Finding } from "../../lib/ipc/bindings/Finding.ts";
import type { LegalBasis } from "../../lib/ipc/bindings/LegalBasis.ts";
import type { Marital } from "../../lib/ipc/bindings/Marital.ts";
import type { NikStatus } from "../../lib/ipc/bindings/NikStatus.ts";
import type { Religion } from "../../lib/ipc/bindings/Religion.ts";
import type { Sex } from "../../lib/ipc/bindings/Sex.ts";

export type CodeArea = "sex" | "education" | "employment" | "marital" | "religion" | "disability" | "nik_status" | "legal_basis";

export const SEXES: readonly Sex[] = ["L", "P"];
export const EDUCATIONS: readonly Education[] = ["TIDAK_SEKOLAH", "SD", "SMP", "SMA", "SMK", "D1", "D2", "D3", "D4", "S1", "S2", "S3"];
export const EMPLOYMENTS: readonly Employment[] = ["BELUM_BEKERJA", "BARU_LULUS", "PHK", "BEKERJA", "WIRAUSAHA", "PELAJAR", "RUMAH_TANGGA"];
export const MARITALS: readonly Marital[] = ["BELUM_KAWIN", "KAWIN", "CERAI_HIDUP", "CERAI_MATI"];
export const RELIGIONS: readonly Religion[] = ["ISLAM", "PROTESTAN", "KATOLIK", "HINDU", "BUDDHA", "KHONGHUCU", "KEPERCAYAAN"];
export const DISABILITIES: readonly Disability[] = ["FISIK", "INTELEKTUAL", "MENTAL", "SENSORIK"];
export const NIK_STATUSES: readonly NikStatus[] = ["BELUM", "DILIHAT_KTP", "DIVERIFIKASI_DUKCAPIL"];
export const LEGAL_BASES: readonly LegalBasis[] = ["PUBLIC_TASK", "CONSENT", "LEGAL_DUTY", "CONTRACT"];

/** One key for each step of the ladder: the digits, then M(agister) and D(oktor). */
const EDUCATION_KEYS = "0123456789md";

/** The word of a code; of an unknown one the code itself, so that nothing vanishes. */
export function codeWord(area: CodeArea, code: string | null | undefined): string {
  return code ? (word(`${area}.${code}`) ?? code) : "";
}

export function options<V extends string>(area: CodeArea, codes: readonly V[]): { value: V; label: string }[] {
  return codes.map((value) => ({ value, label: codeWord(area, value) }));
}

export const sexOptions = () => SEXES.map((value) => ({ value, label: codeWord("sex", value), key: value }));
export const educationOptions = () => EDUCATIONS.map((value, at) => ({ value, label: codeWord("education", value), key: EDUCATION_KEYS[at]! }));
export const employmentOptions = () => EMPLOYMENTS.map((value, at) => ({ value, label: codeWord("employment", value), key: String(at + 1) }));

export const fieldWord = (field: string): string => word(`field.${field}`) ?? field;

/** What is wrong or doubtful about a field, in words. */
export function findingWords(finding: Pick<Finding, "code" | "param" | "field">): string {
  const raw = finding.param ?? "";
  const param = finding.code === "birth_date_differs" ? formatDay(raw) : finding.code === "sex_differs" ? codeWord("sex", raw).toLowerCase() : raw;
  return word(`person_finding.${finding.code}`, { param }) ?? t("people.invalid", { field: fieldWord(finding.field) });
}

export const reasonWords = (codes: readonly string[]): string[] => codes.map((code) => word(`duplicate_reason.${code}`) ?? code);

/** How alike two people are, in words: nobody decides by a number. */
export function likeness(score: number): { tone: ChipTone; label: string } {
  if (score >= 90) return { tone: "warn", label: t("people.likeness.sure") };
  if (score >= 70) return { tone: "info", label: t("people.likeness.likely") };
  return { tone: "idle", label: t("people.likeness.maybe") };
}

const CODED: Record<string, CodeArea> = { sex: "sex", education: "education", employment: "employment", marital: "marital", religion: "religion", nik_status: "nik_status", legal_basis: "legal_basis" };
const DAYS = new Set(["birth_on", "guardian_consent_on", "created_on"]);
const PHONES = new Set(["phone", "phone_other", "guardian_phone"]);
export const REGIONS = new Set(["village_code", "district_code", "regency_code"]);

/** `Cibitung, Kab. Bekasi`: shorter, for lists. */
export const shortPlace = (place: string | null): string => place?.replace(/\bKabupaten /g, "Kab. ") ?? "";

/** A stored value of a field as a person reads it. */
export function valueWords(field: string, value: string | null, place?: (code: string) => string): string {
  if (!value) return "";
  const coded = CODED[field];
  if (coded) return codeWord(coded, value);
  if (field === "disability") return value.split(",").map((code) => codeWord("disability", code)).join(", ");
  if (DAYS.has(field)) return formatDay(value);
  if (field === "nik" || field === "kk_number") return groupNik(value);
  if (PHONES.has(field)) return groupPhone(value);
  if (REGIONS.has(field)) return place?.(value) ?? value;
  return value;
}
