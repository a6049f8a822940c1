/** Who may know whom in the page: features -> components -> lib, and one door to Tauri. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const SRC = fileURLToPath(new URL("../src", import.meta.url));
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((path) => /\.(ts|svelte)$/.test(path)).map((path) => path.replaceAll("\\", "/"));

const importsOf = (file: string) =>
  [...readFileSync(join(SRC, file), "utf8").matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)].map(([, path = ""]) =>
    path.startsWith(".") ? relative(SRC, join(SRC, dirname(file), path)).replaceAll("\\", "/") : path,
  );
const edges = files.flatMap((file) => importsOf(file).map((to) => ({ file, to })));
const breaches = (wrong: (edge: { file: string; to: string }) => boolean) => edges.filter(wrong).map(({ file, to }) => `${file} imports ${to}`);
const feature = (path: string) => /^features\/([^/]+)\//.exec(path)?.[1];

test("the walls are looked for where files are", () => {
  expect(files.length).toBeGreaterThan(50);
  expect(edges.some(({ file, to }) => file === "App.svelte" && to === "components/Shell.svelte")).toBe(true);
});

test("only call.ts knows Tauri", () => {
  expect(breaches(({ file, to }) => to.startsWith("@tauri-apps/") && file !== "lib/ipc/call.ts")).toEqual([]);
});

test("lib knows no component and no feature", () => {
  expect(breaches(({ file, to }) => file.startsWith("lib/") && /^(components|features|gallery)\//.test(to))).toEqual([]);
});

test("components know no feature", () => {
  expect(breaches(({ file, to }) => file.startsWith("components/") && /^(features|gallery)\//.test(to))).toEqual([]);
});

test("a feature never imports another", () => {
  expect(breaches(({ file, to }) => Boolean(feature(file) && feature(to) && feature(file) !== feature(to)))).toEqual([]);
});

test("only App.svelte knows features", () => {
  expect(breaches(({ file, to }) => Boolean(feature(to)) && !feature(file) && file !== "App.svelte")).toEqual([]);
});

test("no file is longer than 400 lines", () => {
  expect(files.filter((file) => !file.includes("bindings/") && readFileSync(join(SRC, file), "utf8").split("\n").length > 400)).toEqual([]);
});

test("nothing in the page names an address outside", () => {
  const named = files.filter((file) => /https?:\/\/(?!www\.w3\.org)/.test(readFileSync(join(SRC, file), "utf8")));
  expect(named).toEqual([]);
});
