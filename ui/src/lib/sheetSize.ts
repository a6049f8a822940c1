/** How large a page of paper is shown: fitted to its frame, or in steps of its real size. Pure: no DOM. */
export interface Size { width: number; height: number }
export type PaperZoom = "page" | "width" | number;

/** Shares of the real size, at 96 dots to the inch. */
export const PAPER_ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;
/** Points to dots. */
const DOTS = 96 / 72;

/** The size of a page as its picture tells it, in dots. */
export function sizeOf(svg: string): Size {
  const box = /viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"/.exec(svg);
  return { width: Number(box?.[1] ?? 595) * DOTS, height: Number(box?.[2] ?? 842) * DOTS };
}

/** The share of the real size at which the page is shown. */
export function scaleOf(zoom: PaperZoom, page: Size, frame: Size): number {
  if (typeof zoom === "number") return zoom;
  const across = frame.width / page.width;
  const wanted = zoom === "width" ? across : Math.min(across, frame.height / page.height);
  return Math.max(0.1, Math.min(PAPER_ZOOMS[PAPER_ZOOMS.length - 1]!, wanted));
}

/** The next step up or down from the share on show; at the end it stays. */
export function stepPaper(scale: number, direction: 1 | -1): number {
  const nudged = scale + direction * 0.01;
  return (direction === 1 ? PAPER_ZOOMS.find((step) => step > nudged) : PAPER_ZOOMS.findLast((step) => step < nudged)) ?? (direction === 1 ? PAPER_ZOOMS[PAPER_ZOOMS.length - 1]! : PAPER_ZOOMS[0]);
}
