/** A game must not depend on the language of the machine that plays it: sorting, cases, digits, decimal points. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const GAMES = 200;
/** Turkish has a dotless i, Arabic digits of its own, German and Russian a decimal comma. */
const LOCALES = ['en_US', 'de_DE', 'tr_TR', 'ar_EG', 'ru_RU'];

const PROGRAM = `
  import { readFileSync } from 'node:fs';
  import { hashesOf } from ${JSON.stringify(pathToFileURL(join(ROOT, 'test', 'e2e', 'hash-games.ts')).href)};
  const scenario = (id) => JSON.parse(readFileSync('assets/scenarios/' + id + '.json', 'utf8'));
  const scenarios = { quick: scenario('quick'), full: scenario('best-offense-2016') };
  const hashes = hashesOf({ ...scenarios, games: ${GAMES}, arrival: ['us', 'ru', 'cn'] });
  console.log(JSON.stringify({ locale: Intl.DateTimeFormat().resolvedOptions().locale, written: (1234.5).toLocaleString(), hashes }));
`;

interface Answer {
  readonly locale: string;
  readonly written: string;
  readonly hashes: readonly string[];
}

function playedIn(locale: string): Promise<Answer> {
  const env = { ...process.env, LANG: `${locale}.UTF-8`, LC_ALL: `${locale}.UTF-8`, LANGUAGE: locale };
  const child = spawn(process.execPath, ['--input-type=module', '--eval', PROGRAM], { cwd: ROOT, env });
  let [out, complaint] = ['', ''];
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  return new Promise((done, fail) =>
    child.on('close', (code) => (code === 0 ? done(JSON.parse(out) as Answer) : fail(new Error(complaint)))),
  );
}

test('200 random games have the same hashes whatever language the machine speaks', { timeout: 180_000 }, async () => {
  const answers = await Promise.all(LOCALES.map(playedIn));
  // The machines do differ: in name, and in how they write a number.
  expect(answers.map(({ locale }) => locale)).toEqual(LOCALES.map((locale) => locale.replace('_', '-')));
  expect(new Set(answers.map(({ written }) => written)).size).toBeGreaterThan(2);
  const [first] = answers;
  expect(new Set(first?.hashes).size).toBe(GAMES);
  for (const { locale, hashes } of answers) expect(hashes, locale).toEqual(first?.hashes);
});
