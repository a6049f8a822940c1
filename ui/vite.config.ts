/// <reference types="vitest/config" />
// One window, one page: no server, no router framework. Targets are the oldest webviews we accept.
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [svelte()],
  base: "./",
  build: { target: ["chrome111", "safari16"], chunkSizeWarningLimit: 700 },
  server: { port: 5183, strictPort: true, fs: { allow: [".."] } },
  // Effects run only in the browser's half of Svelte.
  resolve: process.env.VITEST ? { conditions: ["browser"] } : undefined,
  test: {
    globalSetup: ["tests/support/build.ts"],
    fileParallelism: false,
    projects: [
      { extends: true, test: { name: "lib", include: ["src/**/*.test.ts", "tests/lib/**/*.test.ts"], environment: "./tests/support/client.ts" } },
      { extends: true, test: { name: "window", include: ["tests/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 } },
    ],
  },
});
