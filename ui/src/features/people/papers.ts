/** The lines of the paper list: what every applicant brings, then what else is there. */
import type { Document } from "../../lib/ipc/bindings/Document.ts";
import type { DocumentKind } from "../../lib/ipc/bindings/DocumentKind.ts";

export interface PaperRow { kind: DocumentKind; paper?: Document }

/** Shown even while they are missing. */
export const ALWAYS: readonly DocumentKind[] = ["KTP", "KK", "IJAZAH"];
export const MORE: readonly DocumentKind[] = ["KIA", "FOTO", "AK1", "SURAT_SEHAT", "SURAT_PERNYATAAN", "SERTIFIKAT", "LAINNYA"];

export function paperRows(papers: readonly Document[]): PaperRow[] {
  const there = papers.filter((paper) => paper.retired_at === null);
  const first = ALWAYS.map((kind) => ({ kind, paper: there.find((paper) => paper.kind === kind) }));
  const rest = MORE.flatMap((kind) => there.filter((paper) => paper.kind === kind).map((paper) => ({ kind, paper })));
  return [...first, ...rest];
}
