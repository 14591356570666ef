import { afterEach, describe, expect, it, vi } from 'vitest';
import { actOf, areKeysOn, CONSOLE_KEYS } from '../../client/model/console-keys.ts';
import { type Command, undoOf } from '../../client/model/console-undo.ts';
import { looking } from '../../client/model/looking.ts';
import { nearnessOf } from '../../client/model/nearness.ts';
import { destinationsOf } from '../../client/model/places.ts';
import { lookOf, turnsOf, valuesOf } from '../../client/model/world-course.ts';
import { LIMITS } from '../../shared/limits.ts';
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
      { name: 'time', body: { world, power: 'us', factor: 2 } },
      { name: 'remove', body: { participant: 'p10' } },
    ];
    const back = commands.map((command) => undoOf(command, view));
    expect(back.map((command) => command?.body)).toEqual([
      { world: 'all', isFrozen: false },
      { participant: 'p10', isMuted: false },
      { isShown: true },
      { question: null },
      { participant: 'p10', world, power: 'us', portfolios: ['head-of-state'] },
      { world, power: 'us', factor: 1.5 },
      { participant: 'p10' },
    ]);
    expect(back.at(-1)?.name).toBe('readmit');
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

afterEach(() => {
  vi.unstubAllGlobals();
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

  it('look at all of the world before him, or else of the one that needs him most; never into a lobby', () => {
    const { desk: at } = desk();
    press('l')?.(at);
    expect(looking.value).toEqual({ world: first.code, as: 'all', isPaper: false });
    at.target.value = second.code;
    press('l')?.(at);
    expect(looking.value?.world).toBe(second.code);
    looking.value = null;
    const { desk: early } = desk({ worlds: [{ ...first, stage: 'lobby' }] });
    press('l')?.(early);
    expect(looking.value).toBeNull();
  });

  it('lead to the first person of the world before him, or of all', () => {
    const sought: string[] = [];
    vi.stubGlobal('requestAnimationFrame', (draw: () => void) => draw());
    vi.stubGlobal('document', { getElementById: (id: string) => void sought.push(id) });
    const { desk: at } = desk();
    press('s')?.(at);
    at.target.value = second.code;
    press('s')?.(at);
    expect(at.pane.value).toBe('people');
    const there = view.people.find(({ place }) => place.world === second.code);
    expect(sought).toEqual([`move-${view.people[0]?.id}`, `move-${there?.id}`]);
    expect(there).not.toBe(view.people[0]);
  });

  it('set a world going again once it stands', async () => {
    const { desk: at, asked } = desk({ worlds: [{ ...first, pausedMs: 5000, isFrozen: false }] });
    press('p')?.(at);
    await new Promise((done) => setTimeout(done));
    expect(asked.map(({ name }) => name)).toEqual(['resume']);
  });
});

it('worlds are compared on all turns that any of them has reached, each as far as it has come', () => {
  const point = (turn: number) => ({ turn, tension: 30 + turn, margin: 0.3 });
  const worlds = [{ course: [point(0), point(1)] }, { course: [point(2), point(0), point(1)] }, { course: [] }];
  expect(turnsOf(worlds)).toEqual([0, 1, 2]);
  expect(worlds.map((one) => valuesOf(one, 'tension'))).toEqual([[30, 31], [30, 31, 32], []]);
});

it('of as many worlds as an exercise may have, no two are drawn alike', () => {
  const looks = Array.from({ length: LIMITS.worlds }, (_, i) => lookOf(i + 1));
  expect(new Set(looks).size).toBe(LIMITS.worlds);
});

it('somebody may be moved to every seat of every world, and to watch it', () => {
  const all = destinationsOf(view);
  expect(all.length).toBe(3 * 4);
  expect(new Set(all.map((to) => `${to.world} ${to.power}`)).size).toBe(all.length);
});

it('whoever is shown no numbers is told that the threshold is crossed exactly when the margin is below zero', () => {
  for (let margin = -0.4; margin < 0.8; margin += 0.01) expect(nearnessOf(margin) === 'crossed').toBe(margin < 0);
});
