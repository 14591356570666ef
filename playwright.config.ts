/** Browser tests against a real server on a port of its own, with whichever Chromium the machine has. */
import { defineConfig } from '@playwright/test';
import { findFirefox } from './scripts/firefox.ts';

const PORT = Number(process.env.THRESHOLD_TEST_PORT ?? 2600);
const executablePath = process.env.CHROMIUM_PATH;
const firefox = findFirefox();

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  fullyParallel: false,
  // Two files at a time: each test makes matches and pages of its own, and a page that waits for a bot leaves a core to the other.
  workers: 2,
  // Some twenty games on two shared cores: one that lost a race with the machine is played once more there, and counted as flaky.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  // A page computes its board and draws its map in software before it can answer; two busy cores take their time.
  // Pictures to compare with lie where looks.spec.ts looks for them.
  expect: { timeout: 15_000, toHaveScreenshot: { pathTemplate: '{testDir}/baselines/{arg}{ext}' } },
  use: {
    baseURL: `http://localhost:${PORT}`,
    // Each page of each test would fetch every file for its worker; offline.spec.ts lets one in.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        // As on a machine without a graphics card, where the map is drawn on a canvas: to play one in software costs a third of all
        // time. No sandbox because continuous integration runs as root.
        launchOptions: { ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox', '--disable-gpu'] },
      },
    },
    // Another engine rounds another way: where there is one, it plays the same games.
    ...(firefox
      ? [
          {
            name: 'firefox',
            testMatch: 'same-hash.spec.ts',
            use: { browserName: 'firefox' as const, launchOptions: { executablePath: firefox } },
          },
        ]
      : []),
  ],
  webServer: {
    command: `node server/main.ts --port ${PORT} --host 127.0.0.1 --data .cache/e2e-data`,
    url: `http://localhost:${PORT}/healthz`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
    timeout: 30_000,
  },
});
