/** Codes of the catalogue as words and colours, and the lists of choices. */
import type { ChipTone } from "../../components/Chip.svelte";
import { word } from "../../lib/i18n.svelte.ts";
import type { AbsenceKind } from "../../lib/ipc/bindings/AbsenceKind.ts";
import type { CatalogVerdict } from "../../lib/ipc/bindings/CatalogVerdict.ts";
import type { CompetenceState } from "../../lib/ipc/bindings/CompetenceState.ts";
import type { Department } from "../../lib/ipc/bindings/Department.ts";
import type { InstructorStatus } from "../../lib/ipc/bindings/InstructorStatus.ts";
import type { ProgrammeForm } from "../../lib/ipc/bindings/ProgrammeForm.ts";
import type { RoomKind } from "../../lib/ipc/bindings/RoomKind.ts";
import type { RoomPriority } from "../../lib/ipc/bindings/RoomPriority.ts";
import type { SupplyKind } from "../../lib/ipc/bindings/SupplyKind.ts";

export const FORMS: readonly ProgrammeForm[] = ["OKUPASI", "KUALIFIKASI", "KLASTER", "UNIT"];
export const STATUSES: readonly InstructorStatus[] = ["PNS", "PPPK", "HONORER", "TAMU"];
export const ROOM_KINDS: readonly RoomKind[] = ["KELAS", "BENGKEL", "LAB", "AULA", "LAPANGAN"];
export const PRIORITIES: readonly RoomPriority[] = ["UTAMA", "BIASA", "DARURAT"];
export const SUPPLY_KINDS: readonly SupplyKind[] = ["ALAT", "BAHAN"];
export const ABSENCES: readonly AbsenceKind[] = ["SAKIT", "CUTI", "DINAS", "LAIN"];

const STATE: Record<CompetenceState, ChipTone> = { BERLAKU: "ok", SEGERA_HABIS: "warn", KEDALUWARSA: "bad", BELUM_BERLAKU: "info" };
const VERDICT: Record<CatalogVerdict, ChipTone> = { BARU: "ok", DIPERBARUI: "info", DITOLAK: "bad" };

export const codeWord = (area: string, code: string | null | undefined): string => (code ? (word(`${area}.${code}`) ?? code) : "");
export const options = <V extends string>(area: string, codes: readonly V[]): { value: V; label: string }[] => codes.map((value) => ({ value, label: codeWord(area, value) }));
export const departmentOptions = (all: readonly Department[]): { value: string; label: string }[] => all.map((one) => ({ value: one.id, label: one.name }));
export const stateChip = (state: CompetenceState) => ({ tone: STATE[state], label: codeWord("competence_state", state) });
export const verdictChip = (verdict: CatalogVerdict) => ({ tone: VERDICT[verdict], label: codeWord("catalog_verdict", verdict) });
