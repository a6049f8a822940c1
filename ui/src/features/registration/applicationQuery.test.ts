import { expect, test } from "vitest";
import { applicationQuery, NO_FILTERS, readFilters, readView, viewQuery, without } from "./applicationQuery.ts";

test("a saved view comes back as it was, and what is not understood does not filter", () => {
  const filters = { ...NO_FILTERS, states: "TERDAFTAR,BERKAS_KURANG", lacking: "yes" };
  expect(readView(viewQuery(filters))).toEqual(filters);
  expect(readView("{broken")).toEqual(NO_FILTERS);
  expect(readFilters({ states: "TERDAFTAR,BUKAN_STATUS", source: "POS" })).toEqual({ ...NO_FILTERS, states: "TERDAFTAR" });
});

test("taking one state's chip away leaves the others", () => {
  const filters = { ...NO_FILTERS, states: "TERDAFTAR,LOLOS_BERKAS", source: "IMPOR" };
  expect(without(filters, "state-TERDAFTAR").states).toBe("LOLOS_BERKAS");
  expect(without(filters, "source")).toEqual({ ...filters, source: "" });
});

test("wishes are asked for only where no intake is", () => {
  const filters = { ...NO_FILTERS, wishes: "yes" };
  expect(applicationQuery(filters, null, undefined, 0, 50).wishes).toBe(true);
  expect(applicationQuery(filters, "01", { key: "name", descending: true }, 50, 25)).toMatchObject({ wishes: false, intake_id: "01", order: "name", descending: true, offset: 50, limit: 25 });
});
