import { expect, test } from "vitest";
import type { Setting } from "../../../lib/ipc/bindings/Setting.ts";
import { rulesOf, valueProblem, valueWords } from "./rules.ts";

const span = (value: string, valid_from: string, valid_to: string | null = null): Setting => ({ id: value, key: "ak1.validity_months", value, valid_from, valid_to, source: null });

test("of the spans of a rule one is in force today and one may be announced", () => {
  const rule = rulesOf([span("24", "2016-01-01", "2026-12-31"), span("36", "2027-01-01")], "2026-11-24").get("ak1")![0]!;
  expect([rule.now?.value, rule.next?.value]).toEqual(["24", "36"]);
  expect(rule.spans.map((one) => one.value)).toEqual(["36", "24"]);
});

test("on the first day of a span it is in force", () => {
  const rule = rulesOf([span("24", "2016-01-01", "2026-12-31"), span("36", "2027-01-01")], "2027-01-01").get("ak1")![0]!;
  expect([rule.now?.value, rule.next]).toEqual(["36", undefined]);
});

test("rules stand as an office thinks of them, unknown ones last", () => {
  const named = (key: string): Setting => ({ ...span("1", "2016-01-01"), key });
  const groups = rulesOf([named("ak1.age_min"), named("ak1.made_up"), named("ak1.validity_months"), named("alumni.cooldown_months")], "2026-11-24");
  expect(groups.get("ak1")!.map((rule) => rule.key)).toEqual(["ak1.validity_months", "ak1.age_min", "ak1.made_up"]);
});

test("a number must be one and a template must count", () => {
  expect(valueProblem("number", "dua puluh")).toBeDefined();
  expect(valueProblem("number", "24")).toBeUndefined();
  expect(valueProblem("template", "AK1/{tahun}")).toBeDefined();
  expect(valueProblem("template", "AK1/{urut:5}/{tahun}")).toBeUndefined();
});

test("values are read in words", () => {
  expect(valueWords("ak1.validity_months", "24")).toBe("24 bulan");
  expect(valueWords("ak1.print_religion", "yes")).toBe("Ya");
});
