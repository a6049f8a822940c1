/** What Excel and LibreOffice put on the clipboard: tabs, line ends, and quotes around cells that hold either. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let at = 0; at < source.length; at++) {
    const char = source[at]!;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (source[at + 1] === '"') (cell += '"'), at++;
      else quoted = false;
    } else if (char === '"' && cell === "" && closes(source, at)) quoted = true;
    else if (char === "\t") (row.push(cell.trim()), (cell = ""));
    else if (char === "\n") (row.push(cell.trim()), rows.push(row), (row = []), (cell = ""));
    else cell += char;
  }
  row.push(cell.trim());
  rows.push(row);
  return rows;
}

// A cell may begin with a quotation mark of its own, as in `"Toko" Jaya`: it is a wrapping only if it closes at a cell's end.
function closes(source: string, from: number): boolean {
  for (let at = from + 1; at < source.length; at++) {
    if (source[at] !== '"') continue;
    if (source[at + 1] === '"') at++;
    else return at + 1 === source.length || source[at + 1] === "\t" || source[at + 1] === "\n";
  }
  return false;
}

export const formatTsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t")).join("\n");
