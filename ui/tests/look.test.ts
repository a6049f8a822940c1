/** What whoever comes is greeted with, whatever the machine speaks and whoever sat here before. */
import { expect, test } from "vitest";
import { openWindow } from "./support/window.ts";

test.each(["en-US", "id-ID"])("on a machine that speaks %s the page comes up in Indonesian", async (locale) => {
  const desk = await openWindow("#/gallery", undefined, locale);
  const greeted = async () => [await desk.page.locator("h1").innerText(), await desk.page.evaluate(() => document.documentElement.lang)];
  expect(await greeted()).toEqual(["Galeri komponen", "id"]);

  // Whoever sat here before read English, in dark: the window keeps the theme, and greets the next one in Indonesian.
  await desk.page.getByRole("radio", { name: "Gelap", exact: true }).check();
  await desk.page.getByRole("button", { name: "Bahasa Indonesia" }).click();
  await desk.page.waitForFunction(() => document.documentElement.lang === "en");
  await desk.page.reload();
  await desk.page.waitForSelector("h1");
  expect(await greeted()).toEqual(["Galeri komponen", "id"]);
  expect(await desk.page.evaluate(() => document.documentElement.dataset.theme)).toBe("gelap");
  await desk.close();
});
