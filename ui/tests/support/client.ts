/** Runs a test with the browser's half of Svelte, whose effects run, without a document. */
import type { Environment } from "vitest/runtime";

export default <Environment>{
  name: "client",
  viteEnvironment: "client",
  setup: () => ({ teardown: () => {} }),
};
