/** A lesson from the code on the projector to the tables afterwards, by protocol, with all that goes wrong in one. */
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EMPTY_SHEET } from '../../shared/orders/sheet.ts';
import { advance, comeBack, comeToClass, type Desk, openClass, type Pupil } from './class.ts';
import { until } from './house.ts';
import { listening, type Program, startProgram } from './program.ts';

const WORLDS = 9;
const PUPILS = 27;
const WAIT_MS = 60_000;

let data = '';
const started: ChildProcess[] = [];
beforeEach(() => {
  data = mkdtempSync(path(tmpdir(), 'threshold-'));
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true });
});

function start(): Program {
  const program = startProgram(data, '--port', '0');
  started.push(program.child);
  return program;
}

const worlds = (desk: Desk) => [...desk.view().worlds].sort((a, b) => a.number - b.number);
const areAllAt = (desk: Desk, turn: number) => (): boolean => worlds(desk).every((world) => world.turn >= turn);

/** Everybody in the room locks an empty sheet; a crisis that broke out is led past. */
async function playTurn(desk: Desk, pupils: readonly Pupil[], turn: number): Promise<void> {
  await Promise.all(pupils.map((pupil) => pupil.ask('lock', { turn, sheet: EMPTY_SHEET })));
  for (let i = 0; i < 40 && !areAllAt(desk, turn + 1)(); i++) {
    for (const { code } of worlds(desk).filter((world) => world.turn <= turn && world.stage === 'playing'))
      await advance(desk, code);
    await new Promise((done) => setTimeout(done, 300));
  }
  await until(areAllAt(desk, turn + 1), WAIT_MS);
}

test('a class of 9 worlds and 27: one late, one lost, one moved, an inject, a freeze, a rewind, a killed server, debrief and tables', async () => {
  const first = start();
  const before = await listening(first);
  const desk = await openClass(before, { worlds: WORLDS, scenario: 'lesson' });
  const pupils: Pupil[] = [];
  for (let i = 0; i < PUPILS - 1; i++) pupils.push(await comeToClass(before, desk.code, `Pupil ${i + 1}`));

  // One is late: the gate says which seat is empty, and the lesson begins all the same.
  await until(() => desk.view().people.length === PUPILS - 1, WAIT_MS);
  // Each of the others says that he has practised a moment after he has come.
  await until(() => desk.view().gate.length === 1, WAIT_MS);
  expect(desk.view().gate.map(({ what }) => what)).toEqual(['seat-empty']);
  expect(await desk.ask('begin', { world: 'all', override: false })).toMatchObject({ refusal: { key: 'refusal.gate' } });
  expect(await desk.ask('begin', { world: 'all', override: true })).toMatchObject({ ok: true });
  await playTurn(desk, pupils, 1);
  const late = await comeToClass(before, desk.code, 'Late');
  expect(late.admission.place.role).toBe('delegate');
  expect(late.views.at(-1)?.view.state.world.turn).toBe(2);
  pupils.push(late);

  // One loses his line: the console says in which world, and he finds his place again.
  const lost = pupils[3] as Pupil;
  const { world: lostWorld } = lost.admission.place;
  await lost.room.leave(true);
  const needsThere = () =>
    worlds(desk)
      .find(({ code }) => code === lostWorld)
      ?.needs.map(({ why }) => why) ?? [];
  await until(() => needsThere().includes('disconnected'), WAIT_MS);
  expect(desk.view().worlds[0]?.code).toBe(lostWorld);
  const found = await comeToClass(before, desk.code, 'Pupil 4', lost.bearer);
  expect(found.admission.place).toEqual(lost.admission.place);
  pupils[3] = found;

  // One is moved into another world's delegation, and comes back to it from then on.
  const moved = pupils[8] as Pupil;
  const target = pupils[0]?.admission.place as { readonly world: string };
  const { id } = desk.view().people.find(({ nickname }) => nickname === 'Pupil 9') ?? { id: '' };
  await desk.ask('place', { participant: id, world: target.world, power: 'us', portfolios: [] });
  pupils[8] = await comeToClass(before, desk.code, 'Pupil 9', moved.bearer);
  expect(pupils[8].admission.place).toMatchObject({ role: 'delegate', world: target.world, power: 'us' });

  // News for all, which counts in every world.
  const effects = [{ subject: 'world', variable: 'tension', add: 10 }];
  await desk.ask('inject', { world: 'all', inject: { words: 'A radar goes dark.', language: 'en', to: 'all', effects } });
  await until(
    () => pupils.every((pupil) => pupil.told()?.bulletins.some(({ words }) => words === 'A radar goes dark.') === true),
    WAIT_MS,
  );
  await playTurn(desk, pupils, 2);

  // Everything stands while the teacher explains; the server is killed meanwhile, and comes back as it was.
  await desk.ask('freeze', { world: 'all', isFrozen: true });
  expect(await pupils[0]?.ask('draft', { turn: 3, sheet: EMPTY_SHEET })).toMatchObject({ refusal: { key: 'refusal.frozen' } });
  first.child.kill('SIGKILL');
  await first.ended;
  const origin = await listening(start());
  const again = await comeBack(origin, desk.code, desk.bearer);
  expect(worlds(again).map(({ turn, isFrozen }) => [turn, isFrozen])).toEqual(Array.from({ length: WORLDS }, () => [3, true]));
  const back: Pupil[] = [];
  for (const pupil of pupils) back.push(await comeToClass(origin, desk.code, 'Back', pupil.bearer));
  expect(back.map(({ admission }) => admission.place)).toEqual(pupils.map(({ admission }) => admission.place));
  await again.ask('freeze', { world: 'all', isFrozen: false });

  // One world is wound back by a turn with everybody seated; the others go on.
  const seats = (code: string) =>
    worlds(again)
      .find((world) => world.code === code)
      ?.seats.map(({ people }) => people);
  const sitting = seats(target.world);
  expect(await again.ask('rewind', { world: target.world, toTurn: 1, luck: 'same' })).toMatchObject({ ok: true });
  await until(() => worlds(again).find(({ code }) => code === target.world)?.turn === 2, WAIT_MS);
  expect(seats(target.world)).toEqual(sitting);
  await again.ask('resume', { world: target.world });

  // The end, the cards, and the tables, which nobody gets before it.
  const table = (file: string, bearer: string) =>
    fetch(`${origin}/api/matches/${target.world}/export/${file}`, { headers: { authorization: bearer } });
  expect((await table('turns.csv', desk.bearer)).status).toBe(403);
  await again.ask('end', { world: 'all' });
  await until(() => worlds(again).every(({ stage }) => stage === 'over'), WAIT_MS);
  await again.ask('hot-wash', { question: 'surprised' });
  await until(() => back.every((pupil) => pupil.told()?.hotWash === 'surprised'), WAIT_MS);
  await Promise.all(back.map((pupil, i) => pupil.ask('answer', { question: 'surprised', words: `Answer ${i}` })));
  await until(() => again.view().answers.length === PUPILS, WAIT_MS);
  await until(() => back.every(({ records }) => records.length > 0), WAIT_MS);
  for (const bearer of [desk.bearer, back[0]?.bearer ?? '']) {
    const csv = await (await table('turns.csv', bearer)).text();
    expect(csv.trim().split('\r\n').length).toBeGreaterThan(2);
  }
  expect((await table('turns.csv', back[13]?.bearer ?? '')).status).toBe(403);
}, 240_000);
