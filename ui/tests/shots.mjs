/** Pictures of the gallery in every theme and at 200 %, for eyes: `npm run build && npm run shots -- FOLDER`. */
import { createServer } from "node:http";
import { mkdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
const out = process.argv[2] ?? "shots";
mkdirSync(out, { recursive: true });
const KINDS = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2" };
const server = createServer((request, response) => {
  const path = new URL(request.url, "http://x").pathname;
  try {
    response.setHeader("content-type", KINDS[extname(path)] ?? "text/html");
    response.end(readFileSync(join(dist, path === "/" ? "index.html" : path)));
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const browser = await chromium.launch({ executablePath: process.env.BALAI_CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });

for (const [name, look] of Object.entries({
  terang: { theme: "terang", zoom: 100 },
  gelap: { theme: "gelap", zoom: 100 },
  kontras: { theme: "kontras", zoom: 100 },
  besar: { theme: "terang", zoom: 200 },
  loket: { theme: "terang", zoom: 100, counter: true },
})) {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.addInitScript((kept) => localStorage.setItem("look", JSON.stringify(kept)), { language: "id", counter: false, ...look });
  await page.goto(`http://127.0.0.1:${server.address().port}/#/gallery`);
  await page.waitForSelector("h1");
  await page.evaluate(() => document.fonts.ready);
  const height = await page.evaluate(() => document.querySelector("main").scrollHeight);
  for (let at = 0, top = 0; top < height && at < 12; at++, top += 700) {
    await page.evaluate((to) => document.querySelector("main").scrollTo(0, to), top);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await page.screenshot({ path: join(out, `${name}-${at}.png`) });
  }
  await page.close();
}
await browser.close();
server.close();
