/** The checks that are not tests: each is one command, and counts as one test in the sum. */
import { run } from './processes.mjs';

export const CHECKS = [
  { name: 'types', command: ['tsc', '-p', '.', '--pretty', 'false'] },
  { name: 'lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'import laws', command: ['node', 'scripts/import-laws.ts'] },
  { name: 'unused code', command: ['knip', '--no-progress'] },
];

/** Runs the checks side by side, says how each went when it is done, and answers how many failed. */
export async function runChecks(checks) {
  const codes = await Promise.all(
    checks.map(async ({ name, command }) => {
      const started = Date.now();
      const { code, output } = await run(command, { quiet: true });
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
      if (code !== 0) console.log(output.trimEnd());
      return code;
    }),
  );
  return codes.filter((code) => code !== 0).length;
}
