import { expect, test } from "vitest";
import { blockAt, boardMove, layOut, rowsWithin, spanAt, starts, type BoardBlock, type BoardDay } from "./board.ts";

const day = (id: string, slots: number): BoardDay => ({ id, title: id, slots: Array.from({ length: slots }, (_, at) => ({ label: `${at + 1}`, time: "" })) });
const days = [day("Sen", 8), day("Sel", 8), day("Jum", 4)];
const rows = [{ id: "a", title: "A" }, { id: "b", title: "B" }];
const block = (id: string, row: string, day: number, slot: number, span: number): BoardBlock => ({ id, row, day, slot, span, title: id, lines: [], spoken: id, tone: "theory" });

test("a column knows its day and lesson, and a closed day still has one", () => {
  expect(starts(days)).toEqual([0, 8, 16, 20]);
  expect(starts([day("Min", 0), day("Sen", 2)])).toEqual([0, 3, 5]);
  expect(spanAt(starts(days), 17)).toEqual({ day: 2, slot: 1 });
  expect(spanAt(starts(days), 0)).toEqual({ day: 0, slot: 0 });
});

test("blocks at the same time lie below one another and the next row begins under them", () => {
  const laid = layOut(rows, days, [block("x", "a", 0, 0, 3), block("y", "a", 0, 2, 2), block("z", "a", 0, 3, 1), block("w", "b", 1, 0, 2)]);
  expect(laid.map(({ lanes, above }) => [lanes, above])).toEqual([[2, 0], [1, 2]]);
  expect(laid[0]!.blocks.map((one) => [one.block.id, one.col, one.lane])).toEqual([["x", 0, 0], ["y", 2, 1], ["z", 3, 0]]);
});

test("a block ends with its day and one of a row or a day that is not shown is left out", () => {
  const laid = layOut(rows, days, [block("x", "a", 2, 2, 5), block("y", "elsewhere", 0, 0, 1), block("z", "b", 9, 0, 1)]);
  expect(laid[0]!.blocks.map((one) => [one.col, one.span])).toEqual([[18, 2]]);
  expect(laid[1]!.blocks).toEqual([]);
});

test("a place is covered from the first to the last lesson of a block", () => {
  const [row] = layOut(rows, days, [block("x", "a", 0, 2, 3)]);
  expect([1, 2, 4, 5].map((col) => blockAt(row, col)?.block.id)).toEqual([undefined, "x", "x", undefined]);
});

test("only rows within sight are drawn", () => {
  const laid = layOut(rows, days, [block("x", "a", 0, 0, 3), block("y", "a", 0, 0, 3)]);
  expect(rowsWithin(laid, 0, 2)).toEqual([0]);
  expect(rowsWithin(laid, 1.5, 2.5)).toEqual([0, 1]);
  expect(rowsWithin(laid, 2, 3)).toEqual([1]);
});

test("keys lead by lesson, by day and to the ends, never off the board", () => {
  const bounds = { rows: 2, first: starts(days), page: 10 };
  const to = (pressed: string, row: number, col: number) => boardMove(pressed, { row, col }, bounds);
  expect(to("arrowright", 0, 19)).toEqual({ row: 0, col: 19 });
  expect(to("ctrl+arrowright", 0, 3)).toEqual({ row: 0, col: 8 });
  expect(to("ctrl+arrowleft", 0, 10)).toEqual({ row: 0, col: 8 });
  expect(to("ctrl+arrowleft", 0, 8)).toEqual({ row: 0, col: 0 });
  expect(to("pagedown", 0, 5)).toEqual({ row: 1, col: 5 });
  expect(to("enter", 0, 5)).toBeUndefined();
});
