/** Where a key takes the cursor of a grid. Row -1 is the header. Pure: no DOM. */
export interface Cursor { row: number; col: number }
export interface Extent { rows: number; cols: number; /** Rows on show, for PgUp and PgDn. */ page: number }

export function moved(key: string, at: Cursor, extent: Extent): Cursor | undefined {
  const last = { row: extent.rows - 1, col: extent.cols - 1 };
  const to = (row: number, col: number): Cursor => ({ row: limit(row, -1, last.row), col: limit(col, 0, last.col) });
  switch (key.replace(/^shift\+/, "")) {
    case "arrowdown": return to(at.row + 1, at.col);
    case "arrowup": return to(at.row - 1, at.col);
    case "arrowright": return to(at.row, at.col + 1);
    case "arrowleft": return to(at.row, at.col - 1);
    case "pagedown": return to(at.row + extent.page, at.col);
    case "pageup": return to(Math.max(at.row === -1 ? -1 : 0, at.row - extent.page), at.col);
    case "home": return to(at.row, 0);
    case "end": return to(at.row, last.col);
    case "ctrl+home": return to(0, 0);
    case "ctrl+end": return to(last.row, last.col);
    default: return undefined;
  }
}

const limit = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
