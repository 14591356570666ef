/** Unit, property, law and server tests. Browser tests are Playwright's (test/e2e). */
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests of real servers, real sockets and real clocks. */
const REAL = ['test/server/**/*.test.ts', 'test/storm/**/*.test.ts'];

/** The storm takes as long as ten other files: begun last, it would leave a core idle while it ends. */
class StormFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const [storms, others] = [true, false].map((isStorm) =>
      files.filter((file) => file.moduleId.includes('/storm/') === isStorm),
    );
    return [...(storms ?? []), ...(await super.sort(others ?? []))];
  }
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    exclude: ['test/e2e/**', 'node_modules/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    passWithNoTests: true,
    sequence: { sequencer: StormFirst },
    projects: [
      {
        extends: true,
        // Functions without a world round them: two at a time, and each worker reads the core once rather than for every file.
        test: {
          name: 'pure',
          setupFiles: ['test/client/begin-wordless.ts'],
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: [...REAL, 'test/e2e/**', 'node_modules/**'],
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        // Real servers wait more than they work: two files at a time, each in a process of its own, since Colyseus keeps its rooms
        // in module globals.
        test: {
          name: 'real',
          include: REAL,
          // A machine shared with others may take its time; a test that hangs is found all the same.
          testTimeout: 90_000,
          pool: 'forks',
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
