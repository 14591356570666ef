/** Unit, property, law and server tests. Browser tests are Playwright's (test/e2e). */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    // Colyseus keeps its rooms in module globals and the server tests start real processes: two cores, one after another.
    fileParallelism: false,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    passWithNoTests: true,
  },
});
