/// <reference types="vitest/config" />
// One window, one page: no server, no router framework. Targets are the oldest webviews we accept.
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [svelte()],
  base: "./",
  build: { target: ["chrome111", "safari16"], chunkSizeWarningLimit: 700 },
  server: { port: 5183, strictPort: true, fs: { allow: [".."] } },
  test: {
    include: ["src/**/*.test.ts", "tests/**/*.test.ts"],
    globalSetup: ["tests/support/build.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
