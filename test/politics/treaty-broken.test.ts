/** A treaty that two parties give up at once: each answers for his own part, and nobody's name comes first (RULES 7). */
import { describe, expect, it } from 'vitest';
import { stateOf } from '../../shared/game/game.ts';
import { advance } from '../../shared/game/turn.ts';
import type { Sheet } from '../../shared/orders/sheet.ts';
import { isDoorShut } from '../../shared/politics/treaty.ts';
import { POWERS, type Power, pairId } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import { board, moved, now, orders, quietTurns, standingAt, start, still, turn } from '../belief/table.ts';
import { crisisInOrder, differences, RENAMINGS, renamed } from '../game/renamed.ts';

const ID = 't1';
const inForce: State = {
  ...start,
  treaties: {
    [ID]: { parties: ['us', 'ru', 'cn'], clauses: [{ type: 'inspection' }], made: 0, status: 'in-force', by: [], ends: 0 },
  },
};
const break_: Sheet = { ...orders(), abandon: [ID] };
const leave: Sheet = orders({ kind: 'leave-treaty', treaty: ID });
/** The game after these powers' sheets; the others' are empty. */
const sent = (sheet: Sheet, powers: readonly Power[]) =>
  turn(standingAt(still, inForce), Object.fromEntries(powers.map((power) => [power, sheet])));
const p = board.scenario.parameters.treaties;

describe('a treaty that several parties break in the same turn', () => {
  const both = sent(break_, ['us', 'ru']);

  it('costs each of them what it costs one alone, and those who kept it nothing', () => {
    for (const power of ['us', 'ru'] as const) {
      const alone = sent(break_, [power]);
      for (const [subject, variable] of [
        [`powers/${power}`, 'credibility'],
        [`powers/${power}`, 'influence'],
        ...POWERS.filter((other) => other !== power).map((other) => [`pairs/${pairId(other, power)}`, 'trust'] as const),
      ] as const) {
        expect(moved(alone, subject, variable, 'treaty'), `${subject} ${variable}`).toBeLessThan(0);
        expect(moved(both, subject, variable, 'treaty'), `${subject} ${variable}`).toBeCloseTo(
          moved(alone, subject, variable, 'treaty'),
          12,
        );
      }
    }
    expect(moved(both, 'powers/cn', 'credibility', 'treaty')).toBe(0);
    expect(now(both).treaties[ID]).toMatchObject({ status: 'broken', by: ['us', 'ru'], ends: 1 });
  });

  it('shuts each breaker’s door to the other parties, for as long', () => {
    for (const pair of [
      ['us', 'ru'],
      ['us', 'cn'],
      ['ru', 'cn'],
    ] as const)
      for (const [turns, isShut] of [
        [p.shutTurns, true],
        [p.shutTurns + 1, false],
      ] as const)
        expect(isDoorShut(board, now(quietTurns(both, turns - 1)), pair), pair.join()).toBe(isShut);
  });

  it('crosses the red lines drawn at the one and at the other', () => {
    const line = (power: Power) => ({ condition: { type: 'treaty-left', power }, response: 'penaids', until: 8 }) as const;
    for (const [sheet, watched] of [
      [break_, 'us'],
      [break_, 'ru'],
      [leave, 'us'],
      [leave, 'ru'],
    ] as const) {
      const said = {
        speaker: 'head-of-state',
        kind: 'red-line',
        target: watched,
        subject: 'treaty',
        venue: 'home',
        commitment: line(watched),
        words: '',
        language: 'en',
      } as const;
      const drawn = turn(standingAt(still, inForce), { cn: { orders: [], statements: [said], abandon: [] } });
      const crossed = turn(drawn, { us: sheet, ru: sheet });
      expect(Object.values(now(crossed).commitments)[0]?.status, `${watched} ${sheet === leave}`).toBe('met');
    }
  });
});

describe('a treaty that several parties leave in the same turn', () => {
  it('costs each what it costs one alone, binds to the end of the next turn, and has been left by each', () => {
    const both = sent(leave, ['ru', 'cn']);
    for (const power of ['ru', 'cn'] as const)
      expect(moved(both, `powers/${power}`, 'influence', 'treaty')).toBeCloseTo(p.leftInfluence, 12);
    expect(now(both).treaties[ID]).toMatchObject({ status: 'noticed', by: ['ru', 'cn'], ends: 2 });
    expect(now(quietTurns(both, 1)).treaties[ID]?.status).toBe('ended');
  });

  it('is broken by whoever breaks it while another gives notice: he alone pays a breach', () => {
    const game = turn(standingAt(still, inForce), { us: leave, ru: break_ });
    expect(now(game).treaties[ID]).toMatchObject({ status: 'broken', by: ['ru'] });
    expect(moved(game, 'powers/us', 'credibility', 'treaty')).toBe(0);
    expect(moved(game, 'powers/ru', 'credibility', 'treaty')).toBeLessThan(0);
  });
});

/** A treaty names its parties in the order of the powers, whoever has taken whose name. */
const inOrder = (state: State): State => ({
  ...state,
  treaties: Object.fromEntries(
    Object.entries(state.treaties).map(([id, t]) => {
      const ordered = (list: readonly Power[]) => POWERS.filter((power) => list.includes(power));
      return [id, { ...t, parties: ordered(t.parties), by: ordered(t.by) }];
    }),
  ),
});

describe('the parties of a treaty under one another’s names', () => {
  it('pay the same for breaking and for leaving it, whoever else does so in that turn', () => {
    const sheets: readonly (Sheet | undefined)[] = [break_, leave, undefined];
    for (const by of RENAMINGS) {
      const mirror = standingAt(renamed(still, by), inOrder(renamed(inForce, by)));
      for (const us of sheets)
        for (const ru of sheets)
          for (const cn of sheets) {
            const given = { ...(us && { us }), ...(ru && { ru }), ...(cn && { cn }) };
            const here = turn(standingAt(still, inForce), given);
            const there = advance(mirror, { type: 'turn', sheets: renamed(given, by) });
            expect(differences(crisisInOrder(inOrder(renamed(now(here), by))), crisisInOrder(stateOf(there)))).toEqual([]);
          }
    }
  }, 60_000);
});
