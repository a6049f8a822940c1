/** The geometry of a board: days side by side, each with its lessons; rows of resources; blocks that fill some lessons. */

export interface BoardSlot {
  /** What stands above it: the number of the lesson. */
  label: string;
  /** When it is: `08.00–08.45`. */
  time: string;
}

export interface BoardDay {
  id: string;
  title: string;
  sub?: string;
  /** Why nothing is held; shown across the day. */
  closed?: string;
  today?: boolean;
  slots: readonly BoardSlot[];
}

export interface BoardRow {
  id: string;
  title: string;
  sub?: string;
}

export type BlockTone = "theory" | "practice" | "outside" | "event";

export interface BoardBlock {
  id: string;
  row: string;
  day: number;
  /** First slot of the day, from 0. */
  slot: number;
  span: number;
  title: string;
  lines: readonly string[];
  /** Said in full by a screen reader, shown as the tip. */
  spoken: string;
  tone: BlockTone;
  locked?: boolean;
  clash?: boolean;
  moved?: boolean;
}

/** A place on the board. */
export interface BoardPlace {
  row: number;
  col: number;
}

export interface Span {
  day: number;
  slot: number;
}

/** Columns of a day without lessons: room for its reason. */
const CLOSED = 3;

/** The first column of every day, and after the last one how many columns there are. */
export function starts(days: readonly BoardDay[]): number[] {
  const at = [0];
  for (const day of days) at.push(at.at(-1)! + (day.slots.length || CLOSED));
  return at;
}

export function columnOf(first: readonly number[], { day, slot }: Span): number {
  return Math.min(first[day]! + slot, first[day + 1]! - 1);
}

export function spanAt(first: readonly number[], col: number): Span {
  let day = first.length - 2;
  while (day > 0 && first[day]! > col) day--;
  return { day, slot: col - first[day]! };
}

export interface Laid {
  block: BoardBlock;
  /** First column, and how many. */
  col: number;
  span: number;
  /** Blocks at the same time lie in lanes below one another. */
  lane: number;
}

export interface LaidRow {
  row: BoardRow;
  lanes: number;
  blocks: Laid[];
  /** Lanes of all rows above. */
  above: number;
}

/** Lays the blocks out in lanes; blocks of rows that the board does not show are left out. */
export function layOut(rows: readonly BoardRow[], days: readonly BoardDay[], blocks: readonly BoardBlock[]): LaidRow[] {
  const first = starts(days);
  const of = new Map<string, Laid[]>(rows.map((row) => [row.id, []]));
  for (const block of blocks) {
    if (!days[block.day]) continue;
    const col = columnOf(first, block);
    const span = Math.max(1, Math.min(block.span, first[block.day + 1]! - col));
    of.get(block.row)?.push({ block, col, span, lane: 0 });
  }
  let above = 0;
  return rows.map((row) => {
    const laid = of.get(row.id)!.sort((a, b) => a.col - b.col || b.span - a.span);
    const free: number[] = [];
    for (const one of laid) {
      const lane = free.findIndex((until) => until <= one.col);
      one.lane = lane < 0 ? free.length : lane;
      free[one.lane] = one.col + one.span;
    }
    const lanes = Math.max(1, free.length);
    const done = { row, lanes, blocks: laid, above };
    above += lanes;
    return done;
  });
}

/** The rows that lie, by their lanes, within a part of the board. */
export function rowsWithin(rows: readonly LaidRow[], from: number, to: number): number[] {
  return rows.flatMap((row, at) => (row.above + row.lanes > from && row.above < to ? [at] : []));
}

/** The block that covers a place; of several the one in the highest lane. */
export function blockAt(row: LaidRow | undefined, col: number): Laid | undefined {
  return row?.blocks.find((one) => one.col <= col && col < one.col + one.span);
}

export interface Bounds {
  rows: number;
  first: readonly number[];
  /** How many columns what is moved fills: a block skips as a whole. */
  page: number;
}

/** Where a key leads, or nothing when it is no moving key. */
export function boardMove(pressed: string, at: BoardPlace, { rows, first, page }: Bounds): BoardPlace | undefined {
  const cols = first.at(-1)!;
  const { day } = spanAt(first, at.col);
  const within = (place: BoardPlace): BoardPlace => ({ row: Math.max(0, Math.min(rows - 1, place.row)), col: Math.max(0, Math.min(cols - 1, place.col)) });
  switch (pressed) {
    case "arrowleft": return within({ ...at, col: at.col - 1 });
    case "arrowright": return within({ ...at, col: at.col + 1 });
    case "arrowup": return within({ ...at, row: at.row - 1 });
    case "arrowdown": return within({ ...at, row: at.row + 1 });
    case "ctrl+arrowleft": return within({ ...at, col: at.col > first[day]! ? first[day]! : first[Math.max(0, day - 1)]! });
    case "ctrl+arrowright": return within({ ...at, col: first[Math.min(first.length - 2, day + 1)]! });
    case "home": return within({ ...at, col: 0 });
    case "end": return within({ ...at, col: cols - 1 });
    case "ctrl+home": return { row: 0, col: 0 };
    case "ctrl+end": return within({ row: rows - 1, col: cols - 1 });
    case "pageup": return within({ ...at, row: at.row - page });
    case "pagedown": return within({ ...at, row: at.row + page });
  }
}
