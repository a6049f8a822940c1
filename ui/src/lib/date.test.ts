import { expect, test } from "vitest";
import { addDays, formatDay, formatLong, formatMoment, formatMonth, formatTime, monthsOn, parseDate, yearsBetween } from "./date.ts";

const TODAY = "2026-11-24";

test.each([
  ["12-05-1999", "1999-05-12"],
  ["12/05/99", "1999-05-12"],
  ["12.5.1999", "1999-05-12"],
  ["12 Mei 1999", "1999-05-12"],
  ["12 mei 99", "1999-05-12"],
  ["1 Nopember 2001", "2001-11-01"],
  ["3 Pebruari 2000", "2000-02-03"],
  ["17 Agt 1998", "1998-08-17"],
  ["17agustus1998", "1998-08-17"],
  ["4 May 2003", "2003-05-04"],
  ["120599", "1999-05-12"],
  ["12051999", "1999-05-12"],
  ["1999-05-12", "1999-05-12"],
  ["29-02-2024", "2024-02-29"],
  ["01-01-26", "2026-01-01"],
  ["01-01-27", "1927-01-01"],
  ["  12   Mei  1999 ", "1999-05-12"],
  ["hari ini", "2026-11-24"],
  ["kemarin", "2026-11-23"],
])("%s is read as %s", (typed, iso) => expect(parseDate(typed, TODAY)).toEqual({ iso }));

test.each([
  ["29-02-2023", "noSuchDay"],
  ["31-04-2001", "noSuchDay"],
  ["05/25/1999", "monthFirst"],
  ["31-31-1999", "noSuchDay"],
  ["12 Mey 1999", "unreadable"],
  ["1205", "unreadable"],
  ["12-05", "unreadable"],
  ["besok pagi", "unreadable"],
])("%s is refused as %s", (typed, problem) => expect(parseDate(typed, TODAY)).toEqual({ problem }));

test("a day is written short in grids and in words in sentences", () => {
  expect(formatDay("1999-05-02")).toBe("02-05-1999");
  expect(formatLong("2026-11-24")).toBe("24 November 2026");
  expect(formatLong("1999-05-02", "en")).toBe("2 May 1999");
  expect(formatDay("")).toBe("");
});

test("a moment in UTC falls on the next day in the east", () => {
  expect(formatMoment("2026-11-24T16:30:00Z", "WIB")).toBe("24-11-2026 23.30 WIB");
  expect(formatMoment("2026-11-24T16:30:00Z", "WIT")).toBe("25-11-2026 01.30 WIT");
  expect(formatTime("08:05:59")).toBe("08.05");
});

test("age changes on the birthday and not before", () => {
  expect(yearsBetween("2008-11-25", TODAY)).toBe(17);
  expect(yearsBetween("2008-11-24", TODAY)).toBe(18);
});

test("days are added across months and leap years", () => {
  expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
});

test("a month is named and the next one found over the turn of a year", () => {
  expect(formatMonth("2026-12-24")).toBe("Desember 2026");
  expect(monthsOn("2026-12-24", 1)).toBe("2027-01-01");
  expect(monthsOn("2026-01-31", -1)).toBe("2025-12-01");
});
