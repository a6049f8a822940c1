/** axe over the gallery: every component, in all three themes, and whatever can be opened above it. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openWindow, painted, type Desk } from "./support/window.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const THEMES = ["terang", "gelap", "kontras"] as const;
let desk: Desk;

beforeAll(async () => {
  desk = await openWindow();
});
beforeEach(async () => {
  await desk.page.reload();
  await desk.page.waitForSelector("h1");
  await desk.page.evaluate(AXE);
});
afterAll(() => desk.close());

async function violations(): Promise<string[]> {
  await painted(desk.page);
  return desk.page.evaluate(async () => {
    const axe = (window as unknown as { axe: { run(where: Document, how: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> } }).axe;
    const { violations } = await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
    return violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)} — ${node.failureSummary.split("\n")[1]?.trim()}`));
  });
}

const setTheme = (theme: string) => desk.page.getByRole("radio", { name: { terang: "Terang", gelap: "Gelap", kontras: "Kontras tinggi" }[theme]!, exact: true }).check();

test.each(THEMES)("the gallery in %s has no violation", async (theme) => {
  await setTheme(theme);
  expect(await desk.page.evaluate(() => document.documentElement.dataset.theme)).toBe(theme);
  expect(await violations()).toEqual([]);
});

test.each(THEMES)("what opens above the page in %s has no violation", async (theme) => {
  const { page } = desk;
  await setTheme(theme);
  for (const opener of ["Dialog isian", "Dialog penegasan", "Penegasan dengan kata"]) {
    await page.getByRole("button", { name: opener }).click();
    await page.getByRole("dialog").waitFor();
    expect(await violations(), opener).toEqual([]);
    await page.keyboard.press("Escape");
  }
  await page.getByRole("button", { name: "Lembar samping" }).click();
  expect(await violations(), "drawer").toEqual([]);
  await page.keyboard.press("Escape");

  await page.keyboard.press("Control+k");
  await page.keyboard.type("tema");
  await page.getByRole("dialog").getByRole("option").first().waitFor();
  expect(await violations(), "palette").toEqual([]);
  await page.keyboard.press("Escape");

  await page.keyboard.press("F1");
  expect(await violations(), "help").toEqual([]);
  await page.keyboard.press("F1");

  await page.getByRole("button", { name: "Tindakan lain" }).click();
  expect(await violations(), "menu").toEqual([]);
  await page.keyboard.press("Escape");

  await page.getByRole("combobox", { name: /Kelurahan/ }).click();
  expect(await violations(), "combobox").toEqual([]);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Dengan urungkan" }).click();
  expect(await violations(), "toast").toEqual([]);
});

test("in counter mode and in English there is no violation", async () => {
  await setTheme("terang");
  await desk.page.getByRole("button", { name: "Mode loket" }).click();
  await desk.page.getByRole("button", { name: "Bahasa Indonesia" }).click();
  expect(await desk.page.evaluate(() => document.documentElement.lang)).toBe("en");
  expect(await violations()).toEqual([]);
});

test("the page asked for nothing outside and broke no policy", () => expect(desk.complaints).toEqual([]));
