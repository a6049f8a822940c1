import { expect, test } from "vitest";
import { digitsOf, groupNik, groupPhone, maskNik, nationalPhone } from "./identity.ts";
import { Fault, Refusal, understood } from "./ipc/call.ts";
import { formatBytes, formatNumber, formatRupiah, parseNumber } from "./number.ts";
import { cropBox, nudge } from "./photo.ts";
import { hashOf, match, parsePlace } from "./route.svelte.ts";

test("numbers are written and read the Indonesian way", () => {
  expect(formatNumber(1234567.5)).toBe("1.234.567,5");
  expect(formatRupiah(50_000_000)).toBe("Rp50.000.000");
  expect(formatBytes(1_400_000)).toBe("1,4 MB");
  expect(parseNumber("Rp 50.000")).toBe(50_000);
  expect(parseNumber("1.234,5")).toBe(1234.5);
  expect(parseNumber("1.23")).toBeUndefined();
  expect(parseNumber("")).toBeUndefined();
});

test("a NIK is shown in its three groups, and masked but for four digits", () => {
  expect(groupNik("3271055801990002")).toBe("327105 580199 0002");
  expect(groupNik("3271055")).toBe("327105 5");
  expect(maskNik("3271055801990002")).toBe("•••••• •••••• 0002");
  expect(digitsOf("32 71-05")).toBe("327105");
});

test("a phone number is national however it was typed", () => {
  for (const typed of ["+62 812-3456-7890", "62812 3456 7890", "812.3456.7890", "0812 3456 7890"]) expect(nationalPhone(typed)).toBe("081234567890");
  expect(groupPhone("081234567890")).toBe("0812-3456-7890");
});

test("places come back from their hash", () => {
  expect(parsePlace("#/people/42?view=baru&q=a%20b")).toEqual({ path: "/people/42", query: { view: "baru", q: "a b" } });
  expect(parsePlace("")).toEqual({ path: "/", query: {} });
  expect(parsePlace(hashOf("/x", { q: "é&=", none: "" }))).toEqual({ path: "/x", query: { q: "é&=" } });
  expect(match("/people/:id", "/people/42")).toEqual({ id: "42" });
  expect(match("/people/:id", "/people")).toBeUndefined();
  expect(match("/people/new", "/people/42")).toBeUndefined();
});

test("whatever comes over the wire is a refusal or a fault", () => {
  expect(understood({ area: "people", code: "nik_taken", params: { name: "Siti" } })).toEqual(new Refusal("people", "nik_taken", { name: "Siti" }));
  expect(understood({ incident: "K7" })).toBeInstanceOf(Fault);
  expect(understood("oops")).toBeInstanceOf(Fault);
});

test("the crop is 3 x 4 and never leaves the picture", () => {
  const picture = { width: 1600, height: 900 };
  let crop = { x: 0.5, y: 0.5, zoom: 1 };
  for (const by of [{ x: 5 }, { y: -5 }, { zoom: 99 }, { x: -9, y: 9 }, { zoom: 0.0001 }]) {
    crop = nudge(picture, crop, by);
    const box = cropBox(picture, crop);
    expect(box.width / box.height).toBeCloseTo(0.75);
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(1600.001);
    expect(box.y + box.height).toBeLessThanOrEqual(900.001);
  }
});
