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

const EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What a theme can spoil. */
const COLOURS = ["color-contrast"];

/** What axe finds in the page, or in the part of it that just opened. */
async function violations(within?: string, rules = EVERYTHING): Promise<string[]> {
  await painted(desk.page);
  return desk.page.evaluate(async ([part, runOnly]) => {
    const axe = (window as unknown as { axe: { run(where: Document | string, how: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> } }).axe;
    const { violations } = await axe.run(part ?? document, { runOnly });
    return violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)} — ${node.failureSummary.split("\n")[1]?.trim()}`));
  }, [within, rules] as const);
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
  // What opens is built alike in every theme: names and roles are read once, colours in each.
  const rules = theme === "terang" ? EVERYTHING : COLOURS;
  for (const opener of ["Dialog isian", "Dialog penegasan", "Penegasan dengan kata"]) {
    await page.getByRole("button", { name: opener }).click();
    await page.getByRole("dialog").waitFor();
    expect(await violations("dialog[open]", rules), opener).toEqual([]);
    await page.keyboard.press("Escape");
  }
  for (const opener of ["Tiga halaman", "Pratinjau bermasalah", "Halaman rusak", "Simpan tampilan"]) {
    await page.getByRole("button", { name: opener }).click();
    await page.getByRole("dialog").locator(opener === "Simpan tampilan" ? "form" : ".table > *").first().waitFor();
    expect(await violations("dialog[open]", rules), opener).toEqual([]);
    await page.keyboard.press("Escape");
  }
  await page.getByRole("button", { name: "Lembar samping" }).click();
  expect(await violations(undefined, rules), "drawer").toEqual([]);
  await page.keyboard.press("Escape");

  await page.keyboard.press("Control+k");
  await page.keyboard.type("tema");
  await page.getByRole("dialog").getByRole("option").first().waitFor();
  expect(await violations("dialog[open]", rules), "palette").toEqual([]);
  await page.keyboard.press("Escape");

  await page.keyboard.press("F1");
  expect(await violations(undefined, rules), "help").toEqual([]);
  await page.keyboard.press("F1");

  await page.getByRole("button", { name: "Tindakan lain" }).click();
  expect(await violations("[role=menu]", rules), "menu").toEqual([]);
  await page.keyboard.press("Escape");

  await page.getByRole("combobox", { name: /Kelurahan/ }).click();
  expect(await violations("[role=listbox]", rules), "combobox").toEqual([]);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Dengan urungkan" }).click();
  expect(await violations(".toasts", rules), "toast").toEqual([]);
});

test("in counter mode and in English there is no violation", async () => {
  await setTheme("terang");
  await desk.page.getByRole("button", { name: "Mode loket" }).click();
  await desk.page.getByRole("button", { name: "Bahasa Indonesia" }).click();
  await desk.page.waitForFunction(() => document.documentElement.lang === "en");
  expect(await violations()).toEqual([]);
});

test("the page asked for nothing outside and broke no policy", () => expect(desk.complaints).toEqual([]));
