import { expect, test } from "vitest";
import { fillTemplate } from "./template.ts";

// The same examples as those of the Rust side.
test("a template is filled in the office's manner", () => {
  expect(fillTemplate("{kab4}/{urut:5}/{bulan_romawi}/{tahun}", 42, "32.16", "A", "2026-11-24")).toBe("3216/00042/XI/2026");
  expect(fillTemplate("{urut:4}/BLK-{kab}/{pc}/{bulan}{tanggal}", 7, "32.16", "B", "2026-11-24")).toBe("0007/BLK-32.16/B/1124");
  expect(fillTemplate("tanpa token {", 1, "", "", "2026-11-24")).toBe("tanpa token {");
});
