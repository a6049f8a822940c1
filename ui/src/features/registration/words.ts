/** Codes of applications and intakes as words and colours. */
import type { ChipTone } from "../../components/Chip.svelte";
import { formatDay, formatLong } from "../../lib/date.ts";
import { i18n, t, word, wordsFor } from "../../lib/i18n.svelte.ts";
import type { ApplicationState } from "../../lib/ipc/bindings/ApplicationState.ts";
import type { DocumentKind } from "../../lib/ipc/bindings/DocumentKind.ts";
import type { Education } from "../../lib/ipc/bindings/Education.ts";
import type { Employment } from "../../lib/ipc/bindings/Employment.ts";
import type { Funding } from "../../lib/ipc/bindings/Funding.ts";
import type { IntakeDraft } from "../../lib/ipc/bindings/IntakeDraft.ts";
import type { IntakeWindow } from "../../lib/ipc/bindings/IntakeWindow.ts";
import type { RuleFinding } from "../../lib/ipc/bindings/RuleFinding.ts";
import type { RuleOutcome } from "../../lib/ipc/bindings/RuleOutcome.ts";

export const EDUCATIONS: readonly Education[] = ["TIDAK_SEKOLAH", "SD", "SMP", "SMA", "SMK", "D1", "D2", "D3", "D4", "S1", "S2", "S3"];
export const EMPLOYMENTS: readonly Employment[] = ["BELUM_BEKERJA", "BARU_LULUS", "PHK", "BEKERJA", "WIRAUSAHA", "PELAJAR", "RUMAH_TANGGA"];
export const DOCUMENTS: readonly DocumentKind[] = ["KTP", "KK", "IJAZAH", "FOTO", "AK1", "SURAT_SEHAT", "SURAT_PERNYATAAN", "SERTIFIKAT"];
export const FUNDINGS: readonly Funding[] = ["APBN", "APBD_PROVINSI", "APBD_KABKOTA", "DBHCHT", "CSR", "SWADANA"];
/** In the order of the way. */
export const STATES: readonly ApplicationState[] = [
  "DRAF", "TERDAFTAR", "BERKAS_KURANG", "LOLOS_BERKAS", "TIDAK_LOLOS_BERKAS", "UJIAN", "LULUS_SELEKSI", "CADANGAN", "TIDAK_LULUS",
  "DIPANGGIL", "DAFTAR_ULANG", "GUGUR", "PESERTA_AKTIF", "MENGUNDURKAN_DIRI", "DIKELUARKAN", "BEKERJA_SEBELUM_SELESAI", "SELESAI",
];
/** The states that an officer reaches by hand. */
export const STEPS: readonly ApplicationState[] = ["TERDAFTAR", "BERKAS_KURANG", "LOLOS_BERKAS", "TIDAK_LOLOS_BERKAS", "MENGUNDURKAN_DIRI"];
/** Of these a step back or out must say why, from wherever it is taken. */
export const needsReason = (state: ApplicationState): boolean => state === "TIDAK_LOLOS_BERKAS" || state === "MENGUNDURKAN_DIRI";

const STATE: Record<ApplicationState, ChipTone> = {
  DRAF: "idle", TERDAFTAR: "info", BERKAS_KURANG: "warn", LOLOS_BERKAS: "ok", TIDAK_LOLOS_BERKAS: "bad", UJIAN: "info", LULUS_SELEKSI: "ok", CADANGAN: "warn", TIDAK_LULUS: "bad",
  DIPANGGIL: "info", DAFTAR_ULANG: "ok", GUGUR: "idle", PESERTA_AKTIF: "stamp", MENGUNDURKAN_DIRI: "idle", DIKELUARKAN: "bad", BEKERJA_SEBELUM_SELESAI: "idle", SELESAI: "stamp",
};
const WINDOW: Record<IntakeWindow, ChipTone> = { AKAN_DIBUKA: "info", DIBUKA: "ok", DITUTUP: "idle" };
const OUTCOME: Record<RuleOutcome, ChipTone> = { met: "ok", failed: "bad", unknown: "warn" };

export const codeWord = (area: string, code: string | null | undefined): string => (code ? (word(`${area}.${code}`) ?? code) : "");
export const stateChip = (state: ApplicationState) => ({ tone: STATE[state], label: codeWord("application_state", state) });
export const windowChip = (window: IntakeWindow) => ({ tone: WINDOW[window], label: codeWord("intake_window", window) });
export const outcomeChip = (outcome: RuleOutcome) => ({ tone: OUTCOME[outcome], label: t(`eligibility.outcome.${outcome}`) });
export const options = <V extends string>(area: string, codes: readonly V[]): { value: V; label: string }[] => codes.map((value) => ({ value, label: codeWord(area, value) }));

const ISO = /^\d{4}-\d{2}-\d{2}$/;
const CODED: Record<string, string> = { education: "education", education_min: "education", employment: "employment" };

/** Codes and days among the params, as people read them. */
function spoken(params: Record<string, string | number>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, CODED[name] ? codeWord(CODED[name], String(value)) : ISO.test(String(value)) ? formatDay(String(value)) : value]));
}

export const findingWords = (finding: RuleFinding): string => word(`eligibility.${finding.code}`, spoken(finding.params as Record<string, string>)) ?? codeWord("eligibility.rule", finding.rule);

/** The words of what was thrown, its days as days are written here. */
export function told(error: unknown): string {
  const refusal = error as { area?: string; code?: string; params?: Record<string, string | number> };
  return refusal.area && refusal.code ? wordsFor({ area: refusal.area, code: refusal.code, params: spoken(refusal.params ?? {}) }) : wordsFor(error);
}

/** The rules of an intake, one sentence each, as a clerk would read them out. */
export function rulesInWords(rules: Pick<IntakeDraft, "age_min" | "age_max" | "education_min" | "employment_not" | "cooldown_months" | "documents" | "starts_on" | "closes_on">, region: string): string[] {
  const [least, most] = [rules.age_min, rules.age_max];
  const day = formatLong(rules.starts_on ?? rules.closes_on, i18n.language);
  const age = least !== null && most !== null ? t("intake.rule.ageBetween", { least, most, day }) : least !== null ? t("intake.rule.ageLeast", { least, day }) : most !== null ? t("intake.rule.ageMost", { most, day }) : undefined;
  return [
    age,
    rules.education_min ? t("intake.rule.education", { education: codeWord("education", rules.education_min) }) : undefined,
    region ? t("intake.rule.domicile", { region }) : undefined,
    rules.employment_not.length ? t("intake.rule.employment", { list: rules.employment_not.map((code) => codeWord("employment", code).toLowerCase()).join(", ") }) : undefined,
    rules.cooldown_months ? t("intake.rule.cooldown", { months: rules.cooldown_months }) : undefined,
    rules.documents.length ? t("intake.rule.documents", { list: rules.documents.map((code) => codeWord("document_kind", code)).join(", ") }) : undefined,
  ].filter((line): line is string => line !== undefined);
}
