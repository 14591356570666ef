import { describe, expect, it } from 'vitest';
import { layersOf } from '../../shared/belief/defences.ts';
import { coverOf } from '../../shared/game/measures.ts';
import type { State } from '../../shared/state/state.ts';
import { board, gameOn, moved, now, orders, returnedKeys, standingAt, start, still, turn, withConsent } from '../belief/table.ts';

const order = { us: orders({ kind: 'integrate', alliance: 'nato' }) };
const at = (rung: number): State => ({ ...start, alliances: { ...start.alliances, nato: { rung } } });
const willing = (state: State, consent: number): State =>
  ['romania', 'poland', 'turkey'].reduce((on, host) => withConsent(on, host, consent), state);

describe('ladders with allies that nobody plays (RULES 5)', () => {
  it('are climbed as long as every member consents enough, and end', () => {
    const { gates } = board.scenario.parameters.alliances;
    gates.forEach((gate, rung) => {
      const enough = turn(standingAt(still, willing(at(rung), gate)), order);
      expect(now(enough).alliances.nato!.rung).toBe(rung + 1);
      const short = withConsent(willing(at(rung), gate), 'turkey', gate - 0.1);
      expect(returnedKeys(turn(standingAt(still, short), order))).toEqual(['refusal.host']);
    });
    expect(returnedKeys(turn(standingAt(still, willing(at(gates.length), 100)), order))).toEqual(['refusal.alliance-complete']);
  });

  it('belong to their leader', () => {
    expect(returnedKeys(turn(gameOn(still), { ru: orders({ kind: 'integrate', alliance: 'nato' }) }))).toEqual([
      'refusal.no-such-alliance',
    ]);
  });

  it('save tracks on the way to the allies, of nobody else and nowhere else', () => {
    const tracking = (state: State, group: string): number =>
      layersOf(board, state, {
        defender: 'us',
        group,
        stance: 'owner',
        outlook: false,
        caps: {},
        worstCase: 0,
        denied: {},
        suppressed: 0,
      })[0]?.tracking ?? 0;
    const missed = (rung: number): number => 1 - tracking(at(rung), 'iran>allies');
    const { saved } = board.scenario.parameters.alliances;
    expect(missed(3) / missed(0)).toBeCloseTo(1 - saved[3]!, 9);
    for (const group of ['nk>us', 'cn>us', 'ru>us']) expect(tracking(at(3), group)).toBe(tracking(at(0), group));
    const cover = (state: State) => coverOf({ board, state, power: 'us' });
    expect(cover(at(3))).toBeGreaterThanOrEqual(cover(at(0)));
  });

  it('bind the members and alarm the rivals', () => {
    const game = turn(standingAt(still, willing(at(0), 90)), order);
    expect(moved(game, 'hosts/poland', 'consent', 'integrate')).toBeGreaterThan(0);
    for (const rival of ['ru', 'cn']) expect(moved(game, `pairs/${rival}>us`, 'trust', 'integrate')).toBeLessThan(0);
    expect(moved(game, 'world', 'tension', 'integrate')).toBeGreaterThan(0);
  });
});
