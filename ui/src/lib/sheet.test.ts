import { expect, test } from "vitest";
import { filled, pasteBlock, removeRow, withoutTitles } from "./sheet.ts";
import { formatTsv, parseTsv } from "./tsv.ts";

test("a block from Excel is cut into rows and cells", () => {
  expect(parseTsv("3201\tSiti\r\n3202\tBudi\r\n")).toEqual([["3201", "Siti"], ["3202", "Budi"]]);
});

test("quoted cells hold tabs, line ends and quotes", () => {
  expect(parseTsv('"Jl. A\nNo. 2"\t"kata ""sah"""\tx')).toEqual([["Jl. A\nNo. 2", 'kata "sah"', "x"]]);
});

test("a cell that merely begins with a quotation mark is left as it is", () => {
  expect(parseTsv('"Toko" Jaya\tBogor')).toEqual([['"Toko" Jaya', "Bogor"]]);
});

test("what was copied comes back the same", () => {
  const block = [["a\tb", 'c"d'], ["", "e\nf"]];
  expect(parseTsv(formatTsv(block))).toEqual(block);
});

test("empty cells keep their place", () => expect(parseTsv("a\t\tc\n\t\tz")).toEqual([["a", "", "c"], ["", "", "z"]]));

test("a pasted block grows the sheet and stays inside its columns", () => {
  const before = [{ nik: "1", name: "A" }];
  const after = pasteBlock(before, ["nik", "name"], { row: 0, col: 1 }, [["B", "falls off"], ["C"]]);
  expect(after).toEqual([{ nik: "1", name: "B" }, { name: "C" }]);
  expect(before).toEqual([{ nik: "1", name: "A" }]);
});

test("pasting below the end leaves blank rows, not holes", () => {
  const after = pasteBlock([], ["nik"], { row: 2, col: 0 }, [["9"]]);
  expect(after).toEqual([{}, {}, { nik: "9" }]);
  expect(filled(after)).toEqual([{ nik: "9" }]);
  expect(removeRow(after, 0)).toHaveLength(2);
});

test("titles copied along are not a person", () => {
  expect(withoutTitles([["nik", "NAMA"], ["1", "Siti"]], ["NIK", "Nama"], 0)).toEqual([["1", "Siti"]]);
  expect(withoutTitles([["Nama"], ["Siti"]], ["NIK", "Nama"], 1)).toEqual([["Siti"]]);
  expect(withoutTitles([["Siti"]], ["NIK", "Nama"], 1)).toEqual([["Siti"]]);
});
