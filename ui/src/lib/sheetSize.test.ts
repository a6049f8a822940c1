import { expect, test } from "vitest";
import { scaleOf, sizeOf, stepPaper } from "./sheetSize.ts";

test("a page has the size that its picture tells, in dots of the screen", () => {
  const size = sizeOf('<svg class="typst-doc" viewBox="0 0 595.275 841.89" width="595pt">');
  expect(Math.round(size.width)).toBe(794);
  expect(Math.round(size.height)).toBe(1123);
});

test("a page is fitted whole or to the width of its frame", () => {
  const page = { width: 800, height: 1200 };
  expect(scaleOf("page", page, { width: 900, height: 600 })).toBe(0.5);
  expect(scaleOf("width", page, { width: 900, height: 600 })).toBe(1.125);
  expect(scaleOf(2, page, { width: 900, height: 600 })).toBe(2);
  expect(scaleOf("page", page, { width: 0, height: 0 })).toBe(0.1);
});

test("steps go on from what is on show and stop at the ends", () => {
  expect(stepPaper(0.62, 1)).toBe(0.75);
  expect(stepPaper(0.62, -1)).toBe(0.5);
  expect(stepPaper(1, 1)).toBe(1.25);
  expect(stepPaper(1, -1)).toBe(0.75);
  expect(stepPaper(3, 1)).toBe(3);
  expect(stepPaper(0.2, -1)).toBe(0.5);
});
