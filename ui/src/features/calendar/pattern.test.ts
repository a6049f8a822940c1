import { expect, test } from "vitest";
import { duringPrayer, lessonsOf, readDay, readTime, writeDay } from "./pattern.ts";

const slots = (start: string, parts: string, weekday = 1) => {
  const read = readDay({ start, parts }, weekday, 45);
  if (!("slots" in read)) throw new Error(JSON.stringify(read));
  return read.slots;
};

test("a day written in words is the day of the real form", () => {
  const day = slots("7.30", "apel 30, 3 JP, istirahat 15 menit, JP 2, Isoma 60, 3jp");
  expect(lessonsOf(day)).toBe(8);
  expect(day.map((slot) => slot.from_time.slice(0, 5))).toEqual(["07:30", "08:00", "08:45", "09:30", "10:15", "10:30", "11:15", "12:00", "13:00", "13:45", "14:30"]);
  expect(day.at(-1)?.to_time).toBe("15:15:00");
});

test("what was read is written again", () => {
  for (const parts of ["apel 30, 3 JP, istirahat 15, 2 JP, isoma 60, 3 JP", "senam 90, 4 JP", "2 JP"]) {
    expect(writeDay(slots("07.15", parts))).toEqual({ start: "07.15", parts });
  }
  const [first, , third] = slots("08.00", "3 JP");
  expect(writeDay([first!, third!]).parts, "a gap is a break").toBe("1 JP, istirahat 45, 1 JP");
  expect(writeDay([])).toEqual({ start: "", parts: "" });
});

test("what cannot be read is named", () => {
  expect(readDay({ start: "8", parts: "2 JP" }, 1, 45)).toEqual({ problem: "start" });
  expect(readDay({ start: "08.00", parts: "2 JP, makan" }, 1, 45)).toEqual({ problem: "part", part: "makan" });
  expect(readDay({ start: "08.00", parts: "0 JP" }, 1, 45)).toEqual({ problem: "part", part: "0 JP" });
  expect(readDay({ start: "22.00", parts: "9 JP" }, 1, 45)).toEqual({ problem: "late" });
  expect(readDay({ start: "", parts: "" }, 1, 45)).toEqual({ slots: [] });
  expect([readTime("0730"), readTime("24.00"), readTime("7:60")]).toEqual([450, undefined, undefined]);
});

test("lessons during the Friday prayer are seen, on Fridays only", () => {
  expect(duringPrayer(slots("08.00", "6 JP", 5))).toBe(true);
  expect(duringPrayer(slots("08.00", "6 JP", 4))).toBe(false);
  expect(duringPrayer(slots("08.45", "4 JP, isoma 60, 4 JP", 5))).toBe(false);
});
