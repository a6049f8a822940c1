/** Words and options of job fairs. */
import type { ChipTone } from "../../components/Chip.svelte";
import { formatRupiah } from "../../lib/number.ts";
import { t, word } from "../../lib/i18n.svelte.ts";
import type { ConsentField } from "../../lib/ipc/bindings/ConsentField.ts";
import type { Education } from "../../lib/ipc/bindings/Education.ts";
import type { FairKind } from "../../lib/ipc/bindings/FairKind.ts";
import type { FairStage } from "../../lib/ipc/bindings/FairStage.ts";
import type { BoothFit } from "../../lib/ipc/bindings/BoothFit.ts";
import type { JobState } from "../../lib/ipc/bindings/JobState.ts";
import type { Organiser } from "../../lib/ipc/bindings/Organiser.ts";
import type { ParticipationState } from "../../lib/ipc/bindings/ParticipationState.ts";
import type { Vacancy } from "../../lib/ipc/bindings/Vacancy.ts";
import type { WorkKind } from "../../lib/ipc/bindings/WorkKind.ts";

export const KINDS: readonly FairKind[] = ["LURING", "DARING", "HIBRIDA", "WALK_IN"];
export const ORGANISERS: readonly Organiser[] = ["KABKOTA", "PROVINSI", "KEMNAKER", "PPTKS", "BKK", "BADAN_HUKUM"];
export const WORK_KINDS: readonly WorkKind[] = ["PKWT", "PKWTT", "HARIAN", "MAGANG"];
export const LEVELS: readonly Education[] = ["SD", "SMP", "SMA", "SMK", "D1", "D2", "D3", "D4", "S1", "S2", "S3"];
export const CONSENTS: readonly ConsentField[] = ["NAMA", "KONTAK", "PENDIDIKAN", "KETERAMPILAN", "PENGALAMAN", "AKOMODASI"];
export const JOB_STATES: readonly JobState[] = ["MELAMAR", "LOLOS_BERKAS", "WAWANCARA", "DITERIMA", "DITOLAK", "MENGUNDURKAN_DIRI"];

const STAGES: Record<FairStage, ChipTone> = { AKAN_DATANG: "info", BERLANGSUNG: "ok", MENUNGGU_HASIL: "warn", SELESAI: "idle" };
const STATES: Record<ParticipationState, ChipTone> = { DIUNDANG: "info", MENDAFTAR: "warn", DITERIMA: "ok", DITOLAK: "bad", BATAL: "idle", HADIR: "ok", TIDAK_HADIR: "bad" };
const JOBS: Record<JobState, ChipTone> = { MELAMAR: "info", LOLOS_BERKAS: "info", WAWANCARA: "warn", DITERIMA: "ok", DITOLAK: "bad", MENGUNDURKAN_DIRI: "idle" };

export const options = <V extends string>(group: string, codes: readonly V[]): { value: V; label: string }[] => codes.map((value) => ({ value, label: word(`${group}.${value}`) ?? value }));
export const stageChip = (stage: FairStage) => ({ tone: STAGES[stage], label: t(`fair_stage.${stage}`) });
export const stateChip = (state: ParticipationState) => ({ tone: STATES[state], label: t(`participation_state.${state}`) });
export const jobChip = (state: JobState) => ({ tone: JOBS[state], label: t(`job_state.${state}`) });

export const wageOf = ({ wage_min, wage_max }: Vacancy): string => [wage_min, wage_max].flatMap((wage) => (wage === null ? [] : [formatRupiah(wage)])).join(" – ");

/** Why a booth fits, the best reasons first. */
export const whyFits = (fit: BoothFit): string => fit.parts.filter((part) => part.points > 0).slice(0, 3).map((part) => t(`fit_kind.${part.kind}`)).join(", ");

/** Rows of a list for a grid that asks for them piece by piece. */
export const pieces = <R>(list: readonly R[]) => (start: number, count: number): Promise<R[]> => Promise.resolve(list.slice(start, start + count));
