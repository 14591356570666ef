/** `npm test`: every check and every test there is. The last line is the sum; any failure ends with exit code 1. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findChromium, HOW_TO_INSTALL } from './chromium.mjs';
import { run } from './processes.mjs';
import { checkNode, ensureBuilt, ensureInstalled, ROOT } from './setup.mjs';
import { CHECKS, runChecks } from './steps.mjs';

/** A long step says that it is still at work this often. */
const PROGRESS_MS = 20_000;
const RESULTS = join(ROOT, '.cache', 'test');
/** Enough of a failure to know it by, where only the end of a long log is kept. */
const FAILURE_CHARACTERS = 600;

checkNode();
ensureInstalled();
const chromium = findChromium();
if (!chromium) console.log(HOW_TO_INSTALL);
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

const failedChecks = await runChecks(CHECKS);
const sums = [
  { passed: CHECKS.length - failedChecks, failed: failedChecks, skipped: 0 },
  await unitTests(),
  await browserTests(),
];
for (const line of sums.flatMap((part) => part.failures ?? [])) console.log(`FAILED ${line}`);
const total = (what) => sums.reduce((sum, part) => sum + part[what], 0);
console.log(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
process.exit(total('failed') === 0 ? 0 : 1);

async function unitTests() {
  const file = join(RESULTS, 'vitest.json');
  console.log('Unit, property and server tests ...');
  const { code } = await withProgress(
    'the tests',
    run(['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]),
  );
  const sum = { passed: 0, failed: 0, skipped: 0, failures: [] };
  if (existsSync(file)) {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    sum.passed = report.numPassedTests;
    sum.failed = report.numFailedTests;
    sum.skipped = report.numPendingTests + report.numTodoTests;
    sum.failures = report.testResults.flatMap(failuresIn);
  }
  // A file that cannot even be loaded has no test to count, and must not pass for that.
  if (code !== 0 && sum.failed === 0) sum.failed = 1;
  return sum;
}

/** What failed in one file of tests, told once more: the browser tests come after it. */
function failuresIn({ name, message, assertionResults }) {
  const told = (title, why) => `${relative(ROOT, name)}: ${title}\n${why.slice(0, FAILURE_CHARACTERS)}`;
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0 && message) return [told('the file itself', message)];
  return failed.map((test) => told(test.fullName, test.failureMessages.join('\n')));
}

async function browserTests() {
  const file = join(RESULTS, 'playwright.json');
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: file, ...(chromium ? { CHROMIUM_PATH: chromium } : {}) };
  if (!chromium) return withoutBrowser(file, env);
  ensureBuilt();
  console.log('Browser tests ...');
  const { code } = await withProgress(
    'the browser tests',
    run(['playwright', 'test', '--reporter=list,json', '--pass-with-no-tests'], { env }),
  );
  const stats = readStats(file);
  const failed = stats.unexpected;
  return { passed: stats.expected + stats.flaky, failed: code !== 0 && failed === 0 ? 1 : failed, skipped: stats.skipped };
}

/** In continuous integration a missing browser is a failure: tests that nobody runs prove nothing. */
async function withoutBrowser(file, env) {
  await run(['playwright', 'test', '--list', '--reporter=json', '--pass-with-no-tests'], { env, quiet: true });
  const stats = readStats(file);
  const count = Math.max(1, stats.expected + stats.unexpected + stats.skipped);
  return process.env.CI ? { passed: 0, failed: count, skipped: 0 } : { passed: 0, failed: 0, skipped: count };
}

function readStats(file) {
  const none = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  return existsSync(file) ? { ...none, ...JSON.parse(readFileSync(file, 'utf8')).stats } : none;
}

async function withProgress(what, work) {
  const started = Date.now();
  const timer = setInterval(() => console.log(`... ${what}: ${Math.round((Date.now() - started) / 1000)} s`), PROGRESS_MS);
  return work.finally(() => clearInterval(timer));
}
