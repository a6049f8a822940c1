/** The page with the mouse unplugged: grid, sheet, form, dialogs, palette, zoom. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { openWindow, painted, type Desk } from "./support/window.ts";

let desk: Desk;
beforeEach(async () => {
  desk = await openWindow();
});
afterEach(async () => {
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

const press = async (...keys: string[]) => {
  for (const key of keys) {
    await desk.page.keyboard.press(key);
    await painted(desk.page);
  }
};
const focused = () => desk.page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent?.trim() ?? "");
const cell = () => desk.page.evaluate(() => ({ row: Number(document.activeElement?.getAttribute("data-row")), col: Number(document.activeElement?.getAttribute("data-col")) }));
const enterGrid = async () => {
  await desk.page.locator('#sample-grid [role="gridcell"][tabindex="0"]').focus();
  await desk.page.locator("#sample-grid").getByText("Eko Rahayu").first().waitFor();
};

test("arrows, Home, End and pages walk a register of a million and the focus is never lost", async () => {
  await enterGrid();
  await press("ArrowDown", "ArrowRight", "ArrowRight");
  expect(await cell()).toEqual({ row: 1, col: 2 });
  await press("PageDown");
  expect((await cell()).row).toBeGreaterThan(8);
  await press("Control+End");
  expect((await cell()).row).toBe(999_999);
  await desk.page.locator("#sample-grid").getByText("1.000.000", { exact: true }).waitFor();
  const inside = await desk.page.evaluate(() => {
    const at = document.activeElement!.getBoundingClientRect();
    const frame = document.querySelector('#sample-grid [role="grid"]')!.getBoundingClientRect();
    return at.top >= frame.top && at.bottom <= frame.bottom + 1;
  });
  expect(inside).toBe(true);
  await press("Control+Home", "ArrowUp");
  expect(await cell()).toEqual({ row: -1, col: 0 });
});

test("a row scrolled away by the wheel keeps the focus", async () => {
  await enterGrid();
  await desk.page.locator('#sample-grid [role="grid"]').evaluate((grid) => grid.scrollTo(0, 400_000));
  await painted(desk.page);
  expect((await cell()).row).toBe(0);
  await press("ArrowDown");
  expect((await cell()).row).toBe(1);
});

test("Space chooses, Shift extends, Ctrl+A takes all, Escape lets go, and the count is said", async () => {
  const chosen = () => desk.page.locator("#sample-grid .foot b").textContent();
  await enterGrid();
  await press("Space");
  expect(await chosen()).toBe("1 dipilih");
  await press("Shift+ArrowDown", "Shift+ArrowDown");
  await desk.page.getByText("3 dipilih").first().waitFor();
  expect(await desk.page.locator('#sample-grid [aria-selected="true"]').count()).toBe(3);
  await press("Control+a");
  expect(await chosen()).toBe("1.000.000 dipilih");
  await press("Space");
  expect(await chosen()).toBe("999.999 dipilih");
  await press("Escape");
  expect(await desk.page.locator("#sample-grid .foot b").count()).toBe(0);
  await desk.page.locator("[aria-live]", { hasText: "0 dipilih" }).first().waitFor({ state: "attached" });
});

test("Enter opens the row, sorts on a header, and Alt with an arrow widens a column", async () => {
  await enterGrid();
  await press("Enter");
  await desk.page.getByText("Dibuka: Eko Rahayu").first().waitFor();
  await press("ArrowUp", "ArrowRight", "ArrowRight");
  const header = desk.page.locator('#sample-grid [role="columnheader"]', { hasText: "Nama" });
  expect(await header.getAttribute("aria-sort")).toBe("ascending");
  await press("Enter");
  expect(await header.getAttribute("aria-sort")).toBe("descending");
  const before = (await header.boundingBox())!.width;
  await press("Alt+ArrowLeft", "Alt+ArrowLeft");
  expect((await header.boundingBox())!.width).toBeLessThan(before);
});

test("a block from Excel lands in the sheet, its dates are mended and its faults are marked", async () => {
  const { page } = desk;
  const sheet = page.locator("#sample-sheet");
  await sheet.locator('[role="gridcell"]').nth(12).click();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "NIK\tNama\tTanggal lahir\n3201010101900003\tAgus\t1 Jan 90\n32010\tRina\t31/02/99\n");
    document.activeElement!.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await painted(page);
  const rows = await sheet.locator('[role="row"]').evaluateAll((list) => list.slice(1).map((row) => [...row.querySelectorAll('[role="gridcell"]')].map((one) => one.querySelector("input")?.value ?? one.textContent?.trim())));
  expect(rows[3]!.slice(0, 3)).toEqual(["3201010101900003", "Agus", "01-01-1990"]);
  expect(rows[4]!.slice(0, 3)).toEqual(["32010", "Rina", "31/02/99"]);
  expect(await sheet.locator(".cell.error").count()).toBe(4);
});

test("in the sheet Enter goes on to the next row, typing replaces, Ctrl+D copies, and Escape then Tab leaves", async () => {
  const { page } = desk;
  await page.locator("#sample-sheet [role='gridcell']").nth(3).click();
  await press("Enter");
  expect(await focused()).toBe("NIK, baris 2");
  await page.keyboard.type("77");
  await press("Tab");
  expect(await focused()).toBe("Nama, baris 2");
  await press("Control+d");
  expect(await page.inputValue("#sample-sheet input")).toBe("Siti Nurhaliza");
  await press("ArrowLeft");
  expect(await page.inputValue("#sample-sheet input")).toBe("77");
  await press("Escape", "Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("#sample-sheet") !== null)).toBe(false);
});

test("in a form Enter goes to the next field and Ctrl+Enter saves what was just typed", async () => {
  const { page } = desk;
  await page.getByLabel("Nama lengkap").focus();
  await press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe(await page.getByLabel("Nama ibu kandung").getAttribute("id"));
  await page.getByLabel("Tanggal masuk kerja").fill("120526");
  await press("Control+Enter");
  await page.getByText("Disimpan").first().waitFor();
  expect(await page.getByLabel("Tanggal masuk kerja").inputValue()).toBe("12-05-2026");
  await page.getByRole("button", { name: "Urungkan", exact: true }).click();
  await page.getByText("Dibatalkan").first().waitFor();
});

test("a date that cannot be read says how to mend it, linked to its field", async () => {
  const field = desk.page.getByLabel("Tanggal lahir", { exact: false }).first();
  await field.fill("05/25/1999");
  await press("Tab");
  expect(await field.getAttribute("aria-invalid")).toBe("true");
  const said = await field.evaluate((input) => input.getAttribute("aria-describedby")!.split(" ").map((id) => document.getElementById(id)?.textContent).join(" "));
  expect(said).toContain("25-12-1999");
  await field.fill("25 Mei 1999");
  await press("Tab");
  expect(await field.inputValue()).toBe("25-05-1999");
  expect(await field.getAttribute("aria-invalid")).toBeNull();
});

test("a NIK is grouped while it is typed, and a digit in the middle leaves the caret behind it", async () => {
  const { page } = desk;
  const nik = page.locator("#sample-form").getByLabel("NIK").first();
  await nik.fill("");
  await nik.pressSequentially("3271055801990002");
  expect(await nik.inputValue()).toBe("327105 580199 0002");
  await nik.evaluate((input: HTMLInputElement) => input.setSelectionRange(3, 3));
  await press("Delete");
  await page.keyboard.type("9");
  expect(await nik.inputValue()).toBe("327905 580199 0002");
  expect(await nik.evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(4);
  await press("End");
  await page.keyboard.type("5");
  await page.getByText("17/16").waitFor();
});

test("a village is found by letters and taken by Enter, which also goes on", async () => {
  const { page } = desk;
  const village = page.getByRole("combobox", { name: /Kelurahan/ });
  await village.fill("won");
  await page.getByRole("option", { name: /Wonokromo/ }).waitFor();
  expect(await village.getAttribute("aria-activedescendant")).toBeTruthy();
  await press("Enter");
  expect(await village.inputValue()).toBe("Wonokromo");
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("SELECT");
  await village.fill("zzz");
  await press("Tab");
  expect(await village.inputValue()).toBe("Wonokromo");
  // Several fit: the one that is shown as taken is taken.
  await village.fill("a");
  const fitting = page.locator('[role="listbox"] [role="option"]');
  await fitting.nth(1).waitFor();
  await press("ArrowDown");
  const second = await fitting.nth(1).locator("span").first().innerText();
  await press("Enter");
  expect(await village.inputValue()).toBe(second);
});

test("one key chooses in a segmented choice", async () => {
  const { page } = desk;
  await page.getByRole("radio", { name: "SMA/SMK" }).focus();
  await press("5");
  expect(await page.getByRole("radio", { name: "S1 ke atas" }).isChecked()).toBe(true);
});

test("a paper is turned, enlarged, saved and closed by keys, and gives the focus back", async () => {
  const { page } = desk;
  await page.getByRole("button", { name: "Tiga halaman" }).focus();
  await press("Enter");
  const shown = () => page.locator("dialog[open] img");
  await shown().waitFor();
  const wide = async () => (await shown().boundingBox())!.width;
  const whole = await wide();
  await press("PageDown", "PageDown", "PageDown");
  expect(await shown().getAttribute("alt")).toContain("halaman 3 dari 3");
  await press("Home");
  expect(await shown().getAttribute("alt")).toContain("halaman 1 dari 3");
  await press("+", "+");
  expect(await wide()).toBeGreaterThan(whole * 1.3);
  await press("0");
  expect(await wide()).toBeCloseTo(whole, 0);
  await press("w");
  const frame = (await page.locator("dialog[open] .table").boundingBox())!.width;
  expect(await wide()).toBeGreaterThan(frame * 0.85);
  await press("Control+s");
  await page.getByText("PDF disimpan").first().waitFor();
  await press("Escape");
  expect(await page.getByRole("dialog").count()).toBe(0);
  expect(await focused()).toBe("Tiga halaman");
});

test("the palette shows its first places before anything is typed", async () => {
  await press("Control+k");
  const list = desk.page.locator("dialog[open] [role=listbox]");
  await list.getByRole("option").first().waitFor();
  expect((await list.boundingBox())!.height).toBeGreaterThan(100);
});

test("a dialog keeps the focus inside, Escape closes it and gives the focus back", async () => {
  const { page } = desk;
  await page.getByRole("button", { name: "Dialog isian" }).focus();
  await press("Enter");
  for (let at = 0; at < 12; at++) {
    await press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("dialog") !== null)).toBe(true);
  }
  await press("Escape");
  expect(await page.getByRole("dialog").count()).toBe(0);
  expect(await focused()).toBe("Dialog isian");
});

test("a wiping is only possible with the word typed", async () => {
  const { page } = desk;
  await page.getByRole("button", { name: "Penegasan dengan kata" }).click();
  const act = page.getByRole("dialog").getByRole("button", { name: "Hapus" });
  expect(await act.isDisabled()).toBe(true);
  await page.getByLabel(/Ketik HAPUS/).fill("hapus");
  expect(await act.isDisabled()).toBe(false);
});

test("the palette finds a command and runs it", async () => {
  await press("Control+k");
  await desk.page.keyboard.type("tema gelap");
  await desk.page.getByRole("dialog").getByRole("option", { name: /Gelap/ }).waitFor();
  await press("Enter");
  expect(await desk.page.evaluate(() => document.documentElement.dataset.theme)).toBe("gelap");
});

test("F6 goes round the parts of the screen and F1 opens help", async () => {
  const region = () => desk.page.evaluate(() => [...document.querySelectorAll("[data-region]")].find((region) => region.contains(document.activeElement))?.tagName);
  const seen = new Set<string | undefined>();
  for (let at = 0; at < 3; at++) {
    await press("F6");
    seen.add(await region());
  }
  expect(seen).toEqual(new Set(["NAV", "MAIN", "FOOTER"]));
  await press("F1");
  await desk.page.getByRole("heading", { name: "Bantuan: Galeri komponen" }).waitFor();
  await press("Escape");
  expect(await desk.page.getByRole("heading", { name: /Bantuan/ }).count()).toBe(0);
});

test("a menu opens with an arrow, jumps by letter and goes back with Escape", async () => {
  await desk.page.getByRole("button", { name: "Tindakan lain" }).focus();
  await press("ArrowDown");
  expect(await focused()).toContain("Ubah data");
  await press("h");
  expect(await focused()).toContain("Hapus dari daftar");
  const [button, list] = await Promise.all([desk.page.getByRole("button", { name: "Tindakan lain" }).boundingBox(), desk.page.getByRole("menu").boundingBox()]);
  expect(Math.abs(list!.y - (button!.y + button!.height)) < 6 || Math.abs(button!.y - (list!.y + list!.height)) < 6).toBe(true);
  await press("Escape");
  expect(await focused()).toContain("Tindakan lain");
});

test("a photo is cropped by keys and comes out 3 x 4 and small", async () => {
  const { page } = desk;
  const noise = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [1600, 1200];
    const pen = canvas.getContext("2d")!;
    for (let at = 0; at < 40_000; at++) {
      pen.fillStyle = `hsl(${(at * 137) % 360} 80% ${30 + (at % 50)}%)`;
      pen.fillRect((at * 7919) % 1600, (at * 104729) % 1200, 9, 9);
    }
    return canvas.toDataURL("image/png").split(",")[1]!;
  });
  await page.locator('input[type="file"]').setInputFiles({ name: "f.png", mimeType: "image/png", buffer: Buffer.from(noise, "base64") });
  await page.getByRole("button", { name: "Pakai foto" }).waitFor();
  await press("ArrowLeft", "+", "+", "Enter");
  const picture = page.locator(".photo img");
  await picture.waitFor();
  const out = await picture.evaluate((img: HTMLImageElement) => ({ bytes: (img.src.split(",")[1]!.length * 3) / 4, ratio: img.naturalWidth / img.naturalHeight }));
  expect(out.bytes).toBeLessThanOrEqual(60_000);
  expect(out.ratio).toBeCloseTo(0.75);
});

test("the webcam gives a picture where there is one", async () => {
  const { page } = desk;
  await page.getByRole("button", { name: "Kamera" }).click();
  const shoot = page.getByRole("button", { name: "Ambil gambar" });
  await shoot.waitFor();
  await page.waitForFunction(() => (document.querySelector("video")?.videoWidth ?? 0) > 0);
  await shoot.click();
  await page.getByRole("button", { name: "Pakai foto" }).click();
  await page.locator(".photo img").waitFor();
});

test.each([80, 100, 200])("at %i percent on 1366 x 768 nothing runs out of the window", async (zoom) => {
  const { page } = desk;
  await page.evaluate((kept) => localStorage.setItem("look", JSON.stringify(kept)), { zoom });
  await page.reload();
  await page.waitForSelector("h1");
  await painted(page);
  const lost = await page.evaluate(() => {
    const main = document.querySelector("main")!;
    const outside = [...main.querySelectorAll<HTMLElement>("button,input,select,textarea,a,h1,h2,h3,p,label")].filter((one) => {
      const at = one.getBoundingClientRect();
      const scrolls = one.closest('[role="grid"],.frame:has(table),.status,.unseen,.toasts') !== null;
      return at.width > 1 && !scrolls && (at.left < -1 || at.right > innerWidth + 1);
    });
    return { sideways: main.scrollWidth - main.clientWidth, body: document.documentElement.scrollWidth - innerWidth, outside: outside.map((one) => one.outerHTML.slice(0, 120)) };
  });
  expect(lost).toEqual({ sideways: 0, body: 0, outside: [] });
  expect(await page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize))).toBeCloseTo((16 * zoom) / 100);
});

test("Ctrl with plus, minus and zero zooms and is remembered", async () => {
  const zoom = () => desk.page.evaluate(() => document.documentElement.style.getPropertyValue("--zoom"));
  await press("Control+Equal", "Control+Equal");
  expect(await zoom()).toBe("1.25");
  await press("Control+Minus");
  expect(await zoom()).toBe("1.1");
  await desk.page.reload();
  await desk.page.waitForSelector("h1");
  expect(await zoom()).toBe("1.1");
  await press("Control+0");
  expect(await zoom()).toBe("1");
});

test("at 200 % the rail is a sheet behind a button", async () => {
  const { page } = desk;
  for (let at = 0; at < 5; at++) await press("Control+Equal");
  expect(await page.locator(".shell > .side").isVisible()).toBe(false);
  await page.getByRole("button", { name: "Menu", exact: true }).click();
  await page.getByRole("navigation", { name: "Menu utama" }).waitFor();
  await press("Escape");
  expect(await focused()).toBe("Menu");
});
