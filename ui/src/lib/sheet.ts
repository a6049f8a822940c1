/** The rows of a sheet as values: paste, fill, grow, trim. Pure; a cell is always text, blank rows stay at the end only. */
export type SheetRow = Record<string, string>;

export const isBlank = (row: SheetRow): boolean => Object.values(row).every((cell) => cell.trim() === "");

/** Lays a pasted block over the rows from a cell on, and grows the sheet where the block is longer. */
export function pasteBlock(rows: readonly SheetRow[], keys: readonly string[], at: { row: number; col: number }, block: readonly (readonly string[])[]): SheetRow[] {
  const next = rows.map((row) => ({ ...row }));
  block.forEach((cells, down) => {
    const target = (next[at.row + down] ??= {});
    cells.forEach((cell, right) => {
      const key = keys[at.col + right];
      if (key !== undefined) target[key] = cell;
    });
  });
  return Array.from(next, (row) => row ?? {});
}

/** A title row copied along with the block: every cell of its first row is the title of the column it would fall into. */
export function withoutTitles(block: string[][], titles: readonly string[], col: number): string[][] {
  const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
  const first = block[0] ?? [];
  const isTitles = first.length > 0 && first.every((cell, at) => titles[col + at] !== undefined && same(cell, titles[col + at]!));
  return isTitles ? block.slice(1) : block;
}

export function setCell(rows: readonly SheetRow[], row: number, key: string, text: string): SheetRow[] {
  return pasteBlock(rows, [key], { row, col: 0 }, [[text]]);
}

export const removeRow = (rows: readonly SheetRow[], at: number): SheetRow[] => rows.filter((_, row) => row !== at);

/** The rows that say something. */
export const filled = (rows: readonly SheetRow[]): SheetRow[] => rows.filter((row) => !isBlank(row));
