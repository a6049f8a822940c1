import { expect, test } from "vitest";
import { zoneOf } from "./regencies.ts";

test.each([
  ["11.71", "WIB"], ["32.16", "WIB"], ["36.03", "WIB"], ["61.71", "WIB"], ["62.01", "WIB"],
  ["51.71", "WITA"], ["63.71", "WITA"], ["64.01", "WITA"], ["65.01", "WITA"], ["73.71", "WITA"],
  ["81.71", "WIT"], ["82.71", "WIT"], ["91.71", "WIT"], ["96.71", "WIT"],
])("the province of %s keeps %s", (code, zone) => expect(zoneOf(code)).toBe(zone));
