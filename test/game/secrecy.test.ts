import { describe, expect, it } from 'vitest';
import type { Game } from '../../shared/game/game.ts';
import { veil } from '../../shared/game/veil.ts';
import { type View, viewOf } from '../../shared/game/view.ts';
import { canonical } from '../../shared/hash.ts';
import { othersOf, POWERS, type Power, type Viewer } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import { boardOf } from './play.ts';
import { randomGame } from './random-sheets.ts';

const board = boardOf('quick');

/** The state with every secret that `power` has from `viewer` turned to something else, and nothing else touched. */
function withOtherSecrets(state: State, power: Power, viewer: Viewer): State {
  const own = state.powers[power];
  // Whoever else may have inspected it: what they found, also of works that all see, is no business of the viewer's.
  const seenBy = othersOf(power).filter((other) => other !== viewer);
  return {
    ...state,
    powers: {
      ...state.powers,
      [power]: { ...own, money: own.money + 3.25, approval: 100 - own.approval, secretAim: OTHER_AIM[power] },
    },
    pairs: change(state.pairs, (pair, id) =>
      id.startsWith(power) ? { provocation: pair.provocation + 1.5, trust: sameBand(pair.trust) } : pair,
    ),
    leverage: change(state.leverage, (held, id) => (id.startsWith(power) ? { value: 100 - held.value } : held)),
    deeds: change(state.deeds, (deed) => (deed.power === power && deed.kind === 'press' ? { ...deed, amount: 77 } : deed)),
    spoken: change(state.spoken, (said) =>
      said.power === power && said.venue === 'private' && said.target !== viewer ? { ...said, words: 'canary words' } : said,
    ),
    commitments: change(state.commitments, (c) => (c.power === power ? { ...c, temptations: c.temptations + 1 } : c)),
    works: {
      ...change(state.works, (work) => (work.owner === power ? { ...work, seenBy } : work)),
      [`w${state.world.turn}-${power}-9`]: {
        owner: power,
        what: 'penaids',
        battery: '',
        add: 1,
        start: state.world.turn,
        ready: state.world.turn + 2,
        seenBy,
      },
    },
  };
}

const OTHER_AIM = { us: 'approval', ru: 'credibility', cn: 'us-trust' } as const;

/** Hidden from every seat: the truth about systems, exact consent and stage inside their bands, restraint. */
function withOtherTruth(state: State): State {
  return {
    ...state,
    systems: change(state.systems, (s) => ({
      ...s,
      trueKill: 1 - s.trueKill,
      trueDecoy: 1 - s.trueDecoy,
      trueTrack: 1 - s.trueTrack,
    })),
    hosts: change(state.hosts, ({ consent }) => ({
      consent: consent < 35 ? 34 - consent / 2 : consent < 65 ? 35 + ((consent - 35 + 7) % 30) : 66 + ((consent + 5) % 30),
    })),
    thirds: change(state.thirds, (t) => ({
      ...t,
      restraint: 100 - t.restraint,
      stage:
        t.stage < 0.4
          ? 0.39 - t.stage / 2
          : t.stage < 0.7
            ? 0.4 + ((t.stage - 0.4 + 0.07) % 0.3)
            : 0.7 + ((t.stage - 0.7 + 0.07) % 0.3),
    })),
  };
}

const sameBand = (trust: number): number => Math.min(4, Math.floor(trust / 20)) * 20 + (((trust % 20) + 7) % 20);

function change<T>(record: Readonly<Record<string, T>>, to: (thing: T, id: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([id, thing]) => [id, to(thing, id)]));
}

const viewers: readonly Viewer[] = ['us', 'ru', 'cn', 'public'];

describe('a view', () => {
  const games = Array.from({ length: 60 }, (_, i) => randomGame(board, `secret ${i}`, 1 + (i % 7)));

  it("is unchanged by any change of another seat's secrets", () => {
    let compared = 0;
    for (const game of games) {
      for (const power of POWERS) {
        for (const viewer of viewers.filter((v) => v !== power)) {
          const other = replaceLast(game, (state) => withOtherSecrets(state, power, viewer));
          expect(differs(viewOf(other, viewer), viewOf(game, viewer)), `${viewer} looking at ${power}`).toBeNull();
          compared += 1;
        }
      }
    }
    expect(compared).toBe(games.length * 9);
  });

  it('is unchanged by any change of what nobody may know', () => {
    for (const game of games) {
      const other = replaceLast(game, withOtherTruth);
      for (const viewer of viewers) expect(differs(viewOf(other, viewer), viewOf(game, viewer)), viewer).toBeNull();
    }
  });

  it('does change when what the viewer may see changes, so that the two tests above can fail', () => {
    const [game] = games;
    if (!game) throw new Error('there are games');
    const richer = replaceLast(game, (state) => withOtherSecrets(state, 'us', 'ru'));
    expect(differs(viewOf(richer, 'us'), viewOf(game, 'us'))).toBe('objectives');
    expect(canonical(veil(board, withOtherTruth(game.start), 'all'))).not.toBe(canonical(veil(board, game.start, 'all')));
  });

  it("names neither the seed nor another seat's money, secret aim, quiet diplomacy or private words", () => {
    for (const game of games) {
      for (const power of POWERS) {
        const text = canonical(viewOf(game, power));
        expect(text).not.toContain(game.setup.seed);
        for (const other of othersOf(power)) {
          const seen = viewOf(game, power).state;
          expect(seen.powers[other].money).toBe(0);
          expect(seen.powers[other].secretAim).toBe('');
          expect(Object.values(seen.deeds).some((deed) => deed.power === other && deed.kind === 'press')).toBe(false);
          expect(
            Object.values(seen.spoken).some((said) => said.power === other && said.venue === 'private' && said.target !== power),
          ).toBe(false);
        }
      }
    }
  });

  it('tells no ledger line whose cause another seat keeps to itself', () => {
    for (const game of games) {
      for (const viewer of viewers) {
        for (const effect of viewOf(game, viewer).effects) {
          const { knownTo } = effect.because;
          if (knownTo !== null) expect(knownTo).toContain(viewer);
        }
      }
    }
  });

  it('shows lines that lead from the number before to the number after', () => {
    for (const game of games) {
      for (const viewer of viewers) checkChains(viewOf(game, viewer));
    }
  });
});

/** The lines of a view as to its present state: what past steps disclosed stays as it was. */
function replaceLast(game: Game, to: (state: State) => State): Game {
  const last = game.played.at(-1);
  return last
    ? { ...game, played: [...game.played.slice(0, -1), { ...last, state: to(last.state) }] }
    : { ...game, start: to(game.start) };
}

/** The first member in which two views differ; null: none. Short, since whole views make failures unreadable. */
function differs(a: View, b: View): string | null {
  return (Object.keys(a) as (keyof View)[]).sort().find((key) => canonical(a[key]) !== canonical(b[key])) ?? null;
}

function checkChains(view: View): void {
  const at = new Map<string, unknown>();
  for (const e of view.effects) {
    const key = `${e.subject} ${e.variable}`;
    if (at.has(key)) expect(e.before, `${key} by ${e.rule}`).toEqual(at.get(key));
    at.set(key, e.after);
  }
}
