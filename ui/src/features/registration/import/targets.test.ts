import { expect, test } from "vitest";
import { bothWays, doubled, TARGETS } from "./targets.ts";

test("a date that can be read both ways is told both ways, others are passed over", () => {
  expect(bothWays(["25/12/1999", "07/07/2000", "05/06/1999"])).toEqual({ text: "05/06/1999", day_first: "5 Juni 1999", month_first: "6 Mei 1999" });
  expect(bothWays(["12 Mei 1999", ""])).toBeUndefined();
});

test("only what may stand once counts as doubled", () => {
  expect(doubled(["number", "full-name", "ignore", "number", "ignore", "full-name", "nik"])).toEqual(["full-name"]);
  expect(new Set(TARGETS).size).toBe(TARGETS.length);
});
