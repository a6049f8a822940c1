/** Builds the page once for all tests of the window, into a folder of its own. */
import { fileURLToPath } from "node:url";
import { build } from "vite";

export const BUILT = fileURLToPath(new URL("../../node_modules/.test-dist", import.meta.url));

export default async function setup() {
  await build({ root: fileURLToPath(new URL("../..", import.meta.url)), logLevel: "error", build: { outDir: BUILT, emptyOutDir: true } });
}
