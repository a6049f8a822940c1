/** Words of batches. */
import type { ChipTone } from "../../components/Chip.svelte";
import { t, word } from "../../lib/i18n.svelte.ts";
import type { BatchDraft } from "../../lib/ipc/bindings/BatchDraft.ts";
import type { BatchKind } from "../../lib/ipc/bindings/BatchKind.ts";
import type { BatchRow } from "../../lib/ipc/bindings/BatchRow.ts";
import type { BatchStage } from "../../lib/ipc/bindings/BatchStage.ts";
import type { Funding } from "../../lib/ipc/bindings/Funding.ts";

export const KINDS: readonly BatchKind[] = ["INSTITUSIONAL", "MTU", "BOARDING", "TMT", "PBL", "PRODUKTIVITAS", "KEWIRAUSAHAAN"];
export const FUNDINGS: readonly Funding[] = ["APBN", "APBD_PROVINSI", "APBD_KABKOTA", "DBHCHT", "CSR", "SWADANA"];
const TONES: Record<BatchStage, ChipTone> = { BERJALAN: "info", BELUM_DIJADWALKAN: "warn", SEBAGIAN: "warn", TERJADWAL: "ok", SELESAI: "idle", BATAL: "idle" };

export const stageChip = ({ stage, batch }: BatchRow): { tone: ChipTone; label: string } =>
  batch.retired_at ? { tone: "idle", label: t("batch.gone") } : { tone: TONES[stage], label: t(`batch_stage.${stage}`) };

export const options = <V extends string>(group: string, codes: readonly V[]): { value: V; label: string }[] => codes.map((value) => ({ value, label: word(`${group}.${value}`) ?? value }));

/** What of a stored batch the form changes. */
export function draftOf({ batch }: BatchRow): BatchDraft {
  const { retired_at: _, state: __, ...draft } = batch;
  return draft;
}

/** What was typed into a box for a number: nothing, a whole number, or something else. */
export function wholeNumber(text: string): number | null | undefined {
  const said = text.trim();
  if (!said) return null;
  return /^\d{1,4}$/.test(said) ? Number(said) : undefined;
}
