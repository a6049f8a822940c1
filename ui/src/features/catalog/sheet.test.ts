import { expect, test } from "vitest";
import type { SheetRow } from "../../lib/sheet.ts";
import { hourOf, wholeOf } from "../../lib/cells.ts";
import { codedOf, isKnownCode, numbersOf, renumbered, sameRows } from "./sheet.ts";

test("numbers are whole, blank is none of them", () => {
  expect(["12", " ", undefined, "1,5", "dua", "-3"].map(wholeOf)).toEqual([12, 0, 0, undefined, undefined, undefined]);
});

test("a word, its code or its beginning is understood", () => {
  const rooms = ["KELAS", "BENGKEL", "LAB", "LAPANGAN"] as const;
  expect(["Laboratorium", "lab", "beng", "la", "", "dapur"].map((text) => codedOf("room_kind", rooms, text))).toEqual(["LAB", "LAB", "BENGKEL", undefined, undefined, undefined]);
});

test("hours are read as they are typed", () => {
  expect(["7", "730", "07:30", "7.30", "15:15:00", "24", "7.61", "pagi"].map(hourOf)).toEqual(["07.00", "07.30", "07.30", "07.30", "15.15", undefined, undefined, undefined]);
});

test("numbers of rows are read once each", () => {
  expect(numbersOf("1, 2;2 3")).toEqual([1, 2, 3]);
  expect([numbersOf(""), numbersOf("satu")]).toEqual([[], undefined]);
});

test("when a row is taken away the rows that name later ones name them anew", () => {
  const rows: SheetRow[] = [{ title: "a" }, { title: "b", needs: "1" }, { title: "c", needs: "1, 2" }, { title: "d", needs: "3" }];
  const after = renumbered(rows, rows.filter((_, at) => at !== 1), "needs");
  expect(after.map((row) => row.needs)).toEqual([undefined, "1", "2"]);
  expect(renumbered(rows, [...rows, { title: "e", needs: "4" }], "needs")).toHaveLength(5);
});

test("codes of three generations are known", () => {
  expect(["TIK.JK02.001.01", "J.620100.004.02", "C.14GMT06.024.1", "FMD"].map(isKnownCode)).toEqual([true, true, true, false]);
});

test("rows are the same when they say the same", () => {
  expect(sameRows([{ id: "1", title: "a", code: "" }], [{ id: "1", title: "a" }, {}])).toBe(true);
  expect(sameRows([{ id: "1", title: "a" }], [{ id: "1", title: "b" }])).toBe(false);
});
