import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { simulate } from '../../server/cli/simulate.ts';
import { percent, points, score, share } from '../../server/league/figures.ts';
import { StartFault } from '../../server/start-fault.ts';
import { must } from '../../shared/assert.ts';

const silent = (): void => undefined;
const folder = mkdtempSync(join(tmpdir(), 'threshold-league-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string): string => join(folder, name);

/** The text of each cell of each row of the page. */
const rowsOf = (html: string): readonly (readonly string[])[] =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh]>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) => cell.replaceAll('&quot;', '"').replaceAll('&amp;', '&')),
  );

const WANTED = ['--scenario', 'quick', '--seed', 'league', '--seats', 'mixed', '--forced', 'press:each', '--silent', 'us'];
const SWEPT = ['--sweep', 'parameters.crisis.midpoint=40'];

describe('a run that was stopped', () => {
  const journal = file('games.jsonl');
  const page = file('page.html');
  const args = [...WANTED, ...SWEPT, '--games', '4', '--json', '--html', page, '--resume', journal];

  test('goes on where it stopped, and comes to the same as one that was not, byte for byte', async () => {
    const whole = await simulate(args, silent);
    const wholePage = readFileSync(page, 'utf8');
    const lines = readFileSync(journal, 'utf8').split('\n');
    expect(lines.filter((line) => line !== '')).toHaveLength(1 + 4);
    // Two games finished, the third half written.
    writeFileSync(journal, `${lines.slice(0, 3).join('\n')}\n${lines[3]?.slice(0, 200)}`);
    const said: string[] = [];
    expect(await simulate(args, (line) => void said.push(line))).toBe(whole);
    expect(readFileSync(page, 'utf8')).toBe(wholePage);
    expect(said[0]).toBe('2 of 4 games were played before');
    const mended = readFileSync(journal, 'utf8').split('\n').slice(0, -1);
    expect(mended.map((line) => JSON.parse(line).seed).sort()).toEqual([
      'league',
      'league-0',
      'league-1',
      'league-2',
      'league-3',
    ]);
    expect([...mended].sort()).toEqual(lines.slice(0, -1).sort());

    // And again without a journal: what is kept changes nothing.
    expect(await simulate([...WANTED, ...SWEPT, '--games', '4', '--json'], silent)).toBe(whole);

    const answer = JSON.parse(whole);
    const rows = rowsOf(wholePage);
    const row = (...cells: readonly string[]) => expect(rows).toContainEqual(expect.arrayContaining([...cells]));
    row('United States', share(answer.wins.us), score(answer.scores.us));
    row('nuclear use', share(answer.nuclearUse));
    row('by accident', share(answer.causes.accident));
    row('common score, of 100', points(answer.common));
    for (const { id, isSecret, reached, games } of answer.aims)
      row(isSecret ? `${id}, secret` : id, share(reached), String(games));
    for (const { bot, wins, byChance } of answer.standings) row(bot, share(wins), percent(byChance));
    for (const { kind, share: part, whereAllowed } of answer.slots) row(kind, share(part), share(whereAllowed));
    for (const { kind, lift, inPeace } of answer.lifts)
      expect(rows).toContainEqual(expect.arrayContaining([expect.stringContaining(kind), points(lift), points(inPeace)]));
    row('silent: all', share(answer.words.silent.all.better), score(answer.words.silent.all.gain));
    for (const { value, scores, common } of answer.sweeps) row(String(value), score(scores.us), score(scores.ru), points(common));
    for (const { line, wanted } of answer.rules) row(line, wanted);
    expect(answer.lifts).toHaveLength(3);
    expect(answer.rules).toHaveLength(22);
  }, 240_000);

  test('does not take games of anything else, and leaves them as they are', async () => {
    const before = readFileSync(journal, 'utf8');
    const other = (...changed: readonly string[]) => simulate([...args, ...changed], silent);
    await expect(other('--seed', 'another')).rejects.toThrow(/holds games of another --seed: ask for the same/);
    await expect(other('--theory', 'stabilise', '--seats', 'us=dove,ru=dove,cn=dove')).rejects.toThrow(
      /another --theory, another --seats or --rotate: ask for/,
    );
    await expect(other('--breaking', 'ru')).rejects.toThrow(/another set of games to be played again/);
    expect(readFileSync(journal, 'utf8')).toBe(before);
    for (const text of ['notes\n', 'notes', '{"a": 1}\n']) {
      const notes = file('notes.txt');
      writeFileSync(notes, text);
      await expect(other('--resume', notes)).rejects.toThrow(/holds something else than finished games/);
      expect(readFileSync(notes, 'utf8')).toBe(text);
    }
    const [head, first] = before.split('\n');
    writeFileSync(file('damaged'), `${head}\n{"seed": 1\n${first}\n`);
    await expect(other('--resume', file('damaged'))).rejects.toThrow(/is damaged in line 2/);
    const swapped = JSON.parse(first ?? '');
    swapped.tale.tension += 1;
    writeFileSync(file('old'), `${head}\n${JSON.stringify(swapped)}\n`);
    await expect(other('--resume', file('old'))).rejects.toThrow(/holds games by other rules or other bots/);
    // Whichever game was finished first, and whatever of it is otherwise now.
    const games = before.split('\n').slice(1, -1);
    const late = JSON.parse(
      must(
        games.find((line) => line.includes('"seed":"league-3"')),
        'the last game',
      ),
    );
    for (const changed of [
      { ...late, tale: { ...late.tale, tension: late.tale.tension + 1 } },
      { ...late, again: [] },
    ]) {
      writeFileSync(file('old'), `${head}\n${JSON.stringify(changed)}\n`);
      await expect(other('--resume', file('old'))).rejects.toThrow(/holds games by other rules or other bots/);
    }
    await expect(other('--resume', file('nowhere/games'))).rejects.toThrow(StartFault);
    await expect(other('--html', file('nowhere/page'))).rejects.toThrow(/cannot be written/);
    await expect(other('--beside', file('none'))).rejects.toThrow(/There is no .*none/);
    await expect(other('--resume', file('new'), '--html', file('new'))).rejects.toThrow(/name the same file/);
    await expect(other('--html', journal)).rejects.toThrow(StartFault);
    await expect(simulate(['--scenario', 'quick', '--games', '1', '--html', journal], silent)).rejects.toThrow(
      /holds finished games: name another file for the page/,
    );
    expect(readFileSync(journal, 'utf8')).toBe(before);
    writeFileSync(file('odd'), `${head}\n${JSON.stringify({ seed: 'league-1', tale: {}, again: [] })}\n`);
    await expect(other('--resume', file('odd'))).rejects.toThrow(/is damaged in line 2/);
  });

  test('lends its lines of RULES 11 to a run that does not measure them, by its name', async () => {
    const other = ['--scenario', 'quick', '--games', '1', '--seats', 'us=dove,ru=dove,cn=dove', '--json', '--beside', journal];
    const { rules } = JSON.parse(await simulate(other, silent));
    const own = JSON.parse(await simulate(args, silent)).rules;
    const named = (lines: typeof rules, what: string) => lines.find(({ line }: { line: string }) => line.includes(what));
    expect(named(own, 'mixed personalities').holds).not.toBe('not measured');
    expect(named(rules, 'mixed personalities')).toEqual({ ...named(own, 'mixed personalities'), from: 'games.jsonl' });
    expect(named(rules, 'three doves')).toMatchObject({ holds: 'yes', isSure: false });
    expect(named(rules, 'three doves').from).toBeUndefined();
    expect(named(rules, 'three hawks').holds).toBe('not measured');
    await expect(simulate([...other, '--scenario', 'lesson'], silent)).rejects.toThrow(/holds games of another scenario/);
    await expect(simulate([...other, '--theory', 'stabilise'], silent)).rejects.toThrow(
      /holds games under --theory contested, and these are under stabilise/,
    );
  }, 120_000);

  test('its page needs nothing from elsewhere, and says how to have it again', () => {
    const html = readFileSync(page, 'utf8');
    expect(html).not.toMatch(/<(script|link|img|iframe|object)|https?:|\bsrc=|\bhref=|url\(|@import/);
    expect(html).toContain('<code>threshold simulate --scenario quick --seed league --seats mixed');
    expect(html).toContain('Theory: contested. Seed: league.');
    expect([...html.matchAll(/<svg/g)].length).toBeGreaterThan(5);
    expect([...html.matchAll(/<svg/g)].length).toBeLessThanOrEqual([...html.matchAll(/<table/g)].length);
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  });
});

test.each([
  [['--forced', 'tea:us'], /--forced must name a kind of order in play, or each, and a seat/],
  [['--forced', 'mirv:us'], /--forced must name a kind of order in play/],
  [['--forced', 'build:us', '--forced-turns', '2,9'], /--forced-turns must name turns from 1 to 4/],
  [['--rotate', 'hawk,dove'], /--rotate must name three bots/],
  [['--rotate', 'hawk,dove,owl'], /not "hawk,dove,owl"/],
  [['--rotate', 'hawk,dove,dove', '--seats', 'mixed'], /Give --seats or --rotate, not both/],
  [['--forced', 'build:us:ru'], /--forced must name a kind of order in play/],
  [['--forced-turns', '2'], /--forced-turns says when --forced plays its kind/],
  [['--sweep', 'parameters.crisis.midpoint=20=99'], /--sweep must name a number and its values/],
  [['--sweep', 'parameters.crisis.midpoint=Infinity'], /--sweep must name a number and its values/],
  [['--sweep', 'parameters.crisis.midpiont=3'], /near it: parameters.crisis.midpoint/],
])('%j is refused with a sentence', async (args, sentence) => {
  const all = ['--scenario', 'quick', '--games', '1', ...args];
  await expect(simulate(all, silent)).rejects.toThrow(StartFault);
  await expect(simulate(all, silent)).rejects.toThrow(sentence);
});

test('what is asked for twice is played and counted once', async () => {
  const all = ['--scenario', 'quick', '--games', '2', '--seed', 'once', '--json'];
  const asked = async (...more: readonly string[]) => JSON.parse(await simulate([...all, ...more], silent));
  const number = 'parameters.crisis.midpoint';
  const [twice, once] = [
    await asked('--sweep', `${number}=20,20`, '--forced', 'press:us', '--forced', 'press:each'),
    await asked('--sweep', `${number}=20`, '--forced', 'press:each'),
  ];
  expect([twice.sweeps, twice.lifts]).toEqual([once.sweeps, once.lifts]);
  expect(twice.sweeps[0].games).toBe(2);
});

test('--help says what every option does', async () => {
  const help = await simulate(['--help'], silent);
  for (const option of [
    'scenario',
    'seed',
    'theory',
    'seats',
    'rotate',
    'html',
    'resume',
    'beside',
    'silent',
    'forced',
    'sweep',
    'without',
  ])
    expect(help).toMatch(new RegExp(`^ +.*--${option}`, 'm'));
});
