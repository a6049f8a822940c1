import { expect, test } from "vitest";
import { moved } from "./gridMoves.ts";
import { Pages } from "./pages.svelte.ts";
import { addAll, ALL, countSelected, isSelected, NONE, toggle } from "./selection.ts";
import { pagesOf, scrollTo, track, windowAt } from "./virtual.ts";

test("the first and the last of a million rows can be scrolled to, at 28 px and at 56 px a row", () => {
  for (const row of [28, 56]) {
    const view = 400;
    const { height } = track(1_000_000, row, view);
    expect(height).toBeLessThan(17_000_000);
    const end = windowAt(height - view, 1_000_000, row, view);
    expect(end.first + end.count).toBe(1_000_000);
    expect(windowAt(0, 1_000_000, row, view).first).toBe(0);
  }
});

test("scrolling to a row puts it whole into the window", () => {
  for (const index of [0, 17, 4_321, 500_000, 999_999]) {
    const at = scrollTo(index, 0, 1_000_000, 28, 400);
    const top = index * 28 - at * track(1_000_000, 28, 400).ratio;
    expect(top).toBeGreaterThanOrEqual(-0.01);
    expect(top + 28).toBeLessThanOrEqual(400.01);
  }
});

test("an empty list draws nothing", () => {
  expect(windowAt(0, 0, 28, 400).count).toBe(0);
  expect(pagesOf(0, 0)).toEqual([]);
});

test("a window over a page border asks for both pages", () => expect(pagesOf(95, 10)).toEqual([0, 1]));

test("keys move the cursor and stop at the edges", () => {
  const extent = { rows: 50, cols: 4, page: 10 };
  expect(moved("arrowdown", { row: -1, col: 2 }, extent)).toEqual({ row: 0, col: 2 });
  expect(moved("arrowup", { row: 0, col: 2 }, extent)).toEqual({ row: -1, col: 2 });
  expect(moved("pageup", { row: 3, col: 0 }, extent)).toEqual({ row: 0, col: 0 });
  expect(moved("pagedown", { row: 45, col: 0 }, extent)).toEqual({ row: 49, col: 0 });
  expect(moved("ctrl+end", { row: 0, col: 0 }, extent)).toEqual({ row: 49, col: 3 });
  expect(moved("arrowright", { row: 0, col: 3 }, extent)).toEqual({ row: 0, col: 3 });
  expect(moved("shift+arrowdown", { row: 1, col: 1 }, extent)).toEqual({ row: 2, col: 1 });
  expect(moved("x", { row: 1, col: 1 }, extent)).toBeUndefined();
});

test("all of a million can be chosen but two", () => {
  const but2 = toggle(toggle(ALL, "a"), "b");
  expect(countSelected(but2, 1_000_000)).toBe(999_998);
  expect(isSelected(but2, "a")).toBe(false);
  expect(isSelected(but2, "c")).toBe(true);
  expect(countSelected(addAll(but2, ["a"]), 1_000_000)).toBe(999_999);
  expect(countSelected(addAll(NONE, ["a", "b", "a"]), 10)).toBe(2);
});

test("a page that is late for a list that changed is dropped", async () => {
  const waiting: ((rows: string[]) => void)[] = [];
  const pages = new Pages<string>(() => () => new Promise((answer) => waiting.push(answer)));
  const first = pages.range(0, 0);
  pages.renew();
  const second = pages.range(0, 0);
  waiting[1]!(["new"]);
  waiting[0]!(["old"]);
  await Promise.all([first, second]);
  expect(pages.row(0)).toBe("new");
});

test("a range over pages not seen yet waits for them", async () => {
  const pages = new Pages<number>(() => async (start, count) => Array.from({ length: count }, (_, at) => start + at));
  expect(await pages.range(98, 203)).toEqual(Array.from({ length: 106 }, (_, at) => 98 + at));
});
