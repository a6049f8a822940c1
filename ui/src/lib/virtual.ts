/**
 * Which rows of a very long list are on show. Webviews cap the height of an element (about 33 million pixels),
 * so a list taller than `CAP` is squeezed: scrolling one pixel then moves it by a little more than one.
 */
const CAP = 16_000_000;

export interface Track {
  /** Height of the scrolled content. */
  height: number;
  /** Pixels of list per pixel of scrolling; 1 up to some half a million rows. */
  ratio: number;
}

export function track(total: number, row: number, viewport: number): Track {
  const full = total * row;
  if (full <= CAP || viewport <= 0) return { height: full, ratio: 1 };
  return { height: CAP, ratio: (full - viewport) / (CAP - viewport) };
}

export interface Window { first: number; count: number; /** Offset of the first row from the top of the list. */ offset: number }

/** The rows to draw at this scroll position, with a few more on both sides so that scrolling shows no holes. */
export function windowAt(scrollTop: number, total: number, row: number, viewport: number, spare = 6): Window {
  const top = scrollTop * track(total, row, viewport).ratio;
  const first = Math.max(0, Math.min(total - 1, Math.floor(top / row)) - spare);
  const last = Math.min(total, Math.ceil((top + viewport) / row) + spare);
  return { first, count: Math.max(0, last - first), offset: first * row };
}

/** The scroll position that shows a row whole, or the present one if it does already. */
export function scrollTo(index: number, scrollTop: number, total: number, row: number, viewport: number): number {
  const { ratio } = track(total, row, viewport);
  const top = scrollTop * ratio;
  if (index * row < top) return (index * row) / ratio;
  if ((index + 1) * row > top + viewport) return ((index + 1) * row - viewport) / ratio;
  return scrollTop;
}

/** Rows come in pages, so that a fling over a million rows asks for what is seen at its end and little else. */
export const PAGE = 100;

export function pagesOf(first: number, count: number): number[] {
  if (count <= 0) return [];
  const from = Math.floor(first / PAGE);
  const to = Math.floor((first + count - 1) / PAGE);
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
