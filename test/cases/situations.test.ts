import { describe, expect, it } from 'vitest';
import { type Game, stateOf } from '../../shared/game/game.ts';
import { ORDER_KINDS, STATEMENT_KINDS } from '../../shared/scenario/names.ts';
import { read } from '../../shared/state/ledger.ts';
import type { Json } from '../../shared/state/state.ts';
import { type Expectation, readSituations, type Situation } from './situation.ts';
import { playSituation } from './situation-play.ts';
import { figureNamed } from './situation-value.ts';

type Watched = Extract<Expectation, { of: string } | { value: string }>;

/** Figures of formulas written by hand are exact to here. */
const EXACT = 9;

describe('the situations of the case book', () => {
  const situations = readSituations();

  it('are numbered on from the two first cases without gaps', () => {
    expect(situations.map(({ number }) => number)).toEqual(situations.map((_, i) => i + 3));
  });

  for (const one of situations) {
    it(`${one.number}. ${one.title}`, () => {
      const games = playSituation(one);
      const others = one.instead ? playSituation(one, one.instead) : games;
      for (const wanted of one.expect) judge(one, wanted, games, others);
      const written = games.at(-1)!.played.flatMap((played) => played.effects.map((effect) => effect.rule));
      for (const rule of one.rules ?? []) expect(written, `${one.why}: a line of ${rule}`).toContain(rule);
    });
  }
});

function judge(one: Situation, wanted: Expectation, games: readonly Game[], others: readonly Game[]): void {
  if ('returned' in wanted) {
    const keys = returnedTo(games, wanted.after).flatMap((back) => (back.power === wanted.returned ? [back.refusal.key] : []));
    expect(keys, one.why).toContain(wanted.key);
  } else if ('nothingReturned' in wanted) {
    expect(returnedTo(games), one.why).toEqual([]);
  } else judgeWatched(one, wanted, games, others);
}

const returnedTo = (games: readonly Game[], after?: number) =>
  games.at(-1)!.played.flatMap((played, i) => (after === undefined || i === after - 1 ? played.returned : []));

function judgeWatched(one: Situation, wanted: Watched, games: readonly Game[], others: readonly Game[]): void {
  const after = wanted.after ?? games.length - 1;
  const about = `${one.number}, ${'of' in wanted ? wanted.of : wanted.value}${'rule' in wanted ? ` by ${wanted.rule}` : ''}: ${one.why}`;
  const value = seen(wanted, games, after);
  const change = typeof value === 'number' ? changeOf(wanted, games, after) : 0;
  if (wanted.rises) expect(change, about).toBeGreaterThan(0);
  if (wanted.falls) expect(change, about).toBeLessThan(0);
  if (wanted.unchanged) expect(value, about).toEqual(seen(wanted, games, wanted.since ?? 0));
  if (wanted.by !== undefined) expect(change, about).toBeCloseTo(wanted.by, EXACT);
  if (typeof wanted.equals === 'number') expect(value as number, about).toBeCloseTo(wanted.equals, EXACT);
  else if (wanted.equals !== undefined) expect(value, about).toEqual(wanted.equals);
  if (wanted.within) {
    expect(value as number, about).toBeGreaterThanOrEqual(wanted.within[0]);
    expect(value as number, about).toBeLessThanOrEqual(wanted.within[1]);
  }
  if (!one.instead) return;
  const other = seen(wanted, others, wanted.after ?? others.length - 1) as number;
  if (wanted.comparedWithInstead === 'more') expect(value as number, about).toBeGreaterThan(other);
  else if (wanted.comparedWithInstead === 'less') expect(value as number, about).toBeLessThan(other);
  else if (wanted.comparedWithInstead === 'same') expect(value, about).toEqual(other);
  if (wanted.beyondInstead !== undefined) expect((value as number) - other, about).toBeCloseTo(wanted.beyondInstead, EXACT);
}

const changeOf = (wanted: Watched, games: readonly Game[], after: number): number =>
  'rule' in wanted && wanted.rule !== undefined
    ? (seen(wanted, games, after) as number) - (wanted.since === undefined ? 0 : (seen(wanted, games, wanted.since) as number))
    : (seen(wanted, games, after) as number) - (seen(wanted, games, wanted.since ?? 0) as number);

/** A value, a cell, or the sum of what one rule did to a cell up to then. */
function seen(wanted: Watched, games: readonly Game[], after: number): Json {
  const game = games[after];
  if (!game) throw new Error(`there is no step ${after}`);
  if ('value' in wanted) return figureNamed(game, wanted.value);
  const dot = wanted.of.lastIndexOf('.');
  const [subject, variable] = dot < 0 ? [wanted.of, 'self'] : [wanted.of.slice(0, dot), wanted.of.slice(dot + 1)];
  if (wanted.rule === undefined) return read(stateOf(game), subject, variable);
  return game.played
    .flatMap((played) => played.effects)
    .filter((effect) => effect.rule === wanted.rule && effect.subject === subject && effect.variable === variable)
    .reduce((sum, effect) => sum + ((effect.after as number) - (effect.before as number)), 0);
}

describe('the case book as a whole', () => {
  it('has each kind of order and of statement on some sheet, each end of a commitment, each choice in a crisis', () => {
    const text = JSON.stringify(readSituations());
    const kinds = [...ORDER_KINDS, ...STATEMENT_KINDS].map((kind) => `"kind":"${kind}"`);
    const ends = ['kept', 'broken', 'called', 'untested'].map((end) => `"equals":"${end}"`);
    const choices = ['stand-down', 'hold', 'escalate', 'strike', 'mediate', 'watch'].map((choice) => `:"${choice}"`);
    expect([...kinds, ...ends, ...choices].filter((words) => !text.includes(words))).toEqual([]);
  });
});
