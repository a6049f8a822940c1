/**
 * The built page in a real browser, under the content security policy of the window.
 * The browser is Debian's; BALAI_CHROMIUM names another one.
 */
import { createServer, type Server } from "node:http";
import { readFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll } from "vitest";
import { BUILT } from "./build.ts";

const KINDS: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2" };
const conf = JSON.parse(readFileSync(fileURLToPath(new URL("../../../tauri.conf.json", import.meta.url)), "utf8"));

export interface Desk { page: Page; origin: string; /** Errors of the page and breaches of the policy. */ complaints: string[]; close(): Promise<void> }

/** One browser for a file of tests; each window has a context of its own, which remembers nothing of another. */
let browser: Promise<Browser> | undefined;
afterAll(async () => (await browser)?.close());

export async function openWindow(hash = "#/gallery", size = { width: 1366, height: 768 }, locale = "id-ID"): Promise<Desk> {
  const server = await serve(BUILT);
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  browser ??= chromium.launch({
    executablePath: process.env.BALAI_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--force-prefers-reduced-motion", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
  });
  const context = await (await browser).newContext({ viewport: size, locale, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  // As the window does it (`freezePrototype`): whatever writes to a prototype fails here too.
  await page.addInitScript(() => Object.freeze(Object.prototype));
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (line) => line.type() === "error" && complaints.push(line.text()));
  page.on("request", (request) => !request.url().startsWith(origin) && !/^(data|blob):/.test(request.url()) && complaints.push(`went out to ${request.url()}`));
  await page.goto(`${origin}/${hash}`);
  await page.waitForSelector("h1");
  await page.evaluate(() => document.fonts.ready);
  return {
    page,
    origin,
    complaints,
    async close() {
      await context.close();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Two frames: what was changed is painted. */
export const painted = (page: Page) => page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

function serve(folder: string): Promise<Server> {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://x").pathname);
    try {
      const body = await readFile(join(folder, path === "/" ? "index.html" : path));
      response.writeHead(200, { "content-type": KINDS[extname(path === "/" ? ".html" : path) || ".html"] ?? "application/octet-stream", "content-security-policy": conf.app.security.csp });
      response.end(body);
    } catch {
      response.writeHead(path === "/favicon.ico" ? 204 : 404);
      response.end();
    }
  });
  return new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(server)));
}
