import { describe, expect, it } from 'vitest';
import { actOf, areKeysOn, CONSOLE_KEYS } from '../../client/model/console-keys.ts';
import { type Command, undoOf } from '../../client/model/console-undo.ts';
import { nearnessOf } from '../../client/model/nearness.ts';
import { destinationsOf } from '../../client/model/places.ts';
import { turnsOf, withView } from '../../client/model/world-course.ts';
import { consoleSchemas } from '../../shared/protocol/exercise.ts';
import type { ConsoleView } from '../../shared/protocol/exercise-view.ts';
import { refuse } from '../../shared/state/refusal.ts';
import { consoleView, fakeExercise } from '../fixtures/exercise.ts';

const view = consoleView(3);
const [first, second] = view.worlds;
if (first === undefined || second === undefined) throw new Error('there are three worlds');
const world = first.code;

function desk(part: Partial<ConsoleView> = {}) {
  const fake = fakeExercise();
  fake.hearing.console({ ...view, ...part });
  return fake;
}

/** Passes what the server checks before it looks at anything. */
const isUnderstood = ({ name, body }: { readonly name: string; readonly body: object }): boolean =>
  consoleSchemas[name as Command['name']].safeParse({ id: 'request-1', ...body }).success;

describe('a command of a facilitator', () => {
  it('goes out at once and leaves a receipt, also when it is refused', async () => {
    const { desk: at, asked } = desk();
    await at.give({ name: 'pause', body: { world } });
    expect(asked).toEqual([{ name: 'pause', body: { world } }]);
    expect(at.receipt.value).toMatchObject({ number: 1, refusal: null });

    const refused = fakeExercise({ ok: false, refusal: refuse('refusal.gate') });
    refused.hearing.console(view);
    await refused.desk.give({ name: 'begin', body: { world, override: false } });
    expect(refused.desk.receipt.value?.refusal?.key).toBe('refusal.gate');
    expect(refused.desk.undoable.value).toBeNull();
  });

  it.each(['end', 'rewind', 'remove', 'erase'] as const)('asks twice before it does %s', async (name) => {
    const bodies = {
      end: { world },
      rewind: { world, toTurn: 1, luck: 'same' },
      remove: { participant: 'p10' },
      erase: {},
    } as const;
    const { desk: at, asked } = desk();
    expect(await at.give({ name, body: bodies[name] } as Command)).toBeNull();
    expect(asked).toEqual([]);
    await at.confirm();
    expect(asked).toEqual([{ name, body: bodies[name] }]);
    expect(at.waiting.value).toBeNull();
  });

  it('is taken back by its opposite, with what the console showed before it', async () => {
    const commands: readonly Command[] = [
      { name: 'freeze', body: { world: 'all', isFrozen: true } },
      { name: 'mute', body: { participant: 'p10', isMuted: true } },
      { name: 'numbers', body: { isShown: false } },
      { name: 'hot-wash', body: { question: 'regret' } },
      { name: 'place', body: { participant: 'p10', world: second.code, power: 'cn', portfolios: [] } },
    ];
    const back = commands.map((command) => undoOf(command, view));
    expect(back.map((command) => command?.body)).toEqual([
      { world: 'all', isFrozen: false },
      { participant: 'p10', isMuted: false },
      { isShown: true },
      { question: null },
      { participant: 'p10', world, power: 'us', portfolios: ['head-of-state'] },
    ]);
    expect(back.filter((command) => command !== null).every(isUnderstood)).toBe(true);
    const { desk: at, asked } = desk();
    await at.give({ name: 'pause', body: { world } });
    await at.undo();
    expect(asked.map(({ name }) => name)).toEqual(['pause', 'resume']);
    expect(at.undoable.value).toBeNull();
  });

  it('cannot be taken back where a bot took a seat from people', () => {
    expect(undoOf({ name: 'seat-bot', body: { world, power: 'us', bot: 'dove' } }, view)).toBeNull();
  });
});

describe('the keys of the console', () => {
  const press = (key: string, tagName = 'BODY') =>
    actOf({ key, ctrlKey: false, metaKey: false, altKey: false, target: { tagName } as unknown as EventTarget });

  it('each send what the server understands, aimed at the chosen world or at all', async () => {
    for (const target of ['all', world]) {
      for (const key of ['b', 'p', 'f', 'e', 'a']) {
        const { desk: at, asked } = desk();
        at.target.value = target;
        press(key)?.(at);
        await new Promise((done) => setTimeout(done));
        expect(
          asked.map((one) => ('world' in one.body ? one.body.world : null)),
          key,
        ).toEqual([target]);
        expect(asked.every(isUnderstood), key).toBe(true);
      }
    }
  });

  it('are nobody’s while somebody types, or once they are switched off', () => {
    for (const tag of ['INPUT', 'TEXTAREA', 'SELECT']) expect(press('p', tag)).toBeNull();
    areKeysOn.value = false;
    expect(Object.keys(CONSOLE_KEYS).every((key) => press(key) === null)).toBe(true);
    areKeysOn.value = true;
    expect(press('p')).not.toBeNull();
  });

  it('lead through all worlds and back to the first', () => {
    const { desk: at } = desk();
    const seen = view.worlds.map(() => {
      press('j')?.(at);
      return at.target.value;
    });
    expect(seen).toEqual(view.worlds.map(({ code }) => code));
    press('j')?.(at);
    expect(at.target.value).toBe('all');
    press('k')?.(at);
    expect(at.target.value).toBe(view.worlds.at(-1)?.code);
  });

  it('set a world going again once it stands', async () => {
    const { desk: at, asked } = desk({ worlds: [{ ...first, pausedMs: 5000, isFrozen: false }] });
    press('p')?.(at);
    await new Promise((done) => setTimeout(done));
    expect(asked.map(({ name }) => name)).toEqual(['resume']);
  });
});

describe('the course of the worlds', () => {
  const at = (turn: number, tension: number, branch = 0): ConsoleView => ({
    ...view,
    worlds: [{ ...first, turn, tension, branch }],
  });

  it('keeps the last word on each turn, and forgets what a rewind undid', () => {
    const played = [at(1, 30), at(1, 35), at(2, 50), at(3, 70)].reduce(withView, new Map());
    expect(turnsOf(played)).toEqual([1, 2, 3]);
    expect(played.get(world)?.points.get(1)?.tension).toBe(35);
    const woundBack = withView(played, at(2, 40, 1));
    expect(turnsOf(woundBack)).toEqual([1, 2]);
    expect(woundBack.get(world)?.points.get(2)?.tension).toBe(40);
  });

  it('says nothing of a world that gathers', () => {
    expect(turnsOf(withView(new Map(), { ...view, worlds: [{ ...first, stage: 'lobby' }] }))).toEqual([]);
  });
});

it('somebody may be moved to every seat of every world, and to watch it', () => {
  const all = destinationsOf(view);
  expect(all.length).toBe(3 * 4);
  expect(new Set(all.map((to) => `${to.world} ${to.power}`)).size).toBe(all.length);
});

it('whoever is shown no numbers is told that the threshold is crossed exactly when the margin is below zero', () => {
  for (let margin = -0.4; margin < 0.8; margin += 0.01) expect(nearnessOf(margin) === 'crossed').toBe(margin < 0);
});
