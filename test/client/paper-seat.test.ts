import { expect, it } from 'vitest';
import { paperOutbox } from '../../client/model/look.ts';
import type { MatchBodies, Outbox } from '../../client/net/outbox.ts';
import { EMPTY_SHEET } from '../../shared/orders/sheet.ts';
import { consoleSchemas } from '../../shared/protocol/exercise.ts';
import { refuse } from '../../shared/state/refusal.ts';
import { consoleView, fakeExercise } from '../fixtures/exercise.ts';

const seat = { world: consoleView(1).worlds[0]?.code ?? '', power: 'ru' } as const;
const unused = {} as Outbox;
const wish: MatchBodies['lock'] = { turn: 2, sheet: EMPTY_SHEET, base: 4 };

it('what is written on paper is handed in by the facilitator, with a receipt as a seat of its own would have it', async () => {
  const { desk, asked } = fakeExercise();
  const outbox = paperOutbox(desk, seat, unused);
  const drafted = await outbox.request('draft', wish);
  const locked = await outbox.request('lock', { ...wish, base: 5 });
  const choice = { turn: 2, round: 1, choice: 'hold' } as const;
  expect((await outbox.request('choose', choice)).ok).toBe(true);
  expect(asked.map(({ name }) => name)).toEqual(['paper', 'paper', 'paper-choice']);
  expect(asked.map(({ body }) => ('lock' in body ? body.lock : null))).toEqual([false, true, null]);
  for (const { name, body } of asked) {
    expect(consoleSchemas[name as 'paper'].safeParse({ id: 'request-1', ...body }).success, name).toBe(true);
  }
  // A number on from the one that it was written over: else the page would send the same sheet for ever.
  expect(drafted).toMatchObject({ ok: true, receipt: { number: 5, locked: false } });
  expect(locked).toMatchObject({ ok: true, receipt: { number: 6, locked: true } });
});

it('a refusal reaches the sheet, and what else a seat may ask is not the facilitator’s to do', async () => {
  const { desk } = fakeExercise({ ok: false, refusal: refuse('refusal.locked') });
  const outbox = paperOutbox(desk, seat, unused);
  expect(await outbox.request('draft', wish)).toEqual({ ok: false, refusal: refuse('refusal.locked') });
  expect(await outbox.request('hand-back', { bot: 'dove' })).toEqual({ ok: false, refusal: refuse('refusal.not-your-seat') });
});
