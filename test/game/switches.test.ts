import { describe, expect, it } from 'vitest';
import { playOut } from '../../shared/bots/moves.ts';
import { type Game, stateOf } from '../../shared/game/game.ts';
import { formulaIn, RULEBOOK, scenarioInForce } from '../../shared/game/rulebook.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { viewOf } from '../../shared/game/view.ts';
import { board, SETUP, start, withCrisis, withWorld } from '../belief/table.ts';
import { boardOf } from './play.ts';

describe('a drawn end (RULES 2)', () => {
  const quick = boardOf('quick');
  const ends = Array.from(
    { length: 120 },
    (_, i) => newGame(quick, { ...SETUP, seed: `end-${i}`, endDrawn: true }).start.world.lastTurn,
  );

  it('falls a turn before, on or after the scenario’s last, each about as often', () => {
    const { turns } = quick.scenario;
    for (const last of [turns - 1, turns, turns + 1]) {
      // 120 draws of a third: outside 20 to 60 once in more than ten million.
      const often = ends.filter((end) => end === last).length;
      expect(often).toBeGreaterThan(20);
      expect(often).toBeLessThan(60);
    }
    expect(newGame(quick, SETUP).start.world.lastTurn).toBe(turns);
  });

  it('is nobody’s to know before it has come: views of games that end sooner and later are the same', () => {
    const seen = (seed: string) => viewOf(newGame(quick, { ...SETUP, seed, endDrawn: true }), 'public').state.world;
    const early = ends.indexOf(quick.scenario.turns - 1);
    const late = ends.indexOf(quick.scenario.turns + 1);
    expect(seen(`end-${early}`)).toEqual(seen(`end-${late}`));
    const over = playOut(quick, { ...SETUP, seed: `end-${early}`, endDrawn: true }, [
      ['us', 'dove'],
      ['ru', 'dove'],
      ['cn', 'dove'],
    ]);
    expect(viewOf(over, 'public').state.world).toMatchObject({
      lastTurn: quick.scenario.turns - 1,
      turn: quick.scenario.turns - 1,
    });
  });
});

describe('emboldenment (RULES 8)', () => {
  const price = (emboldenment?: boolean): number => {
    const state = withWorld(withCrisis(start, { status: 'running', round: 1, first: 'us', second: 'cn' }), { phase: 'crisis' });
    const setup = emboldenment === undefined ? SETUP : { ...SETUP, emboldenment };
    const fresh: Game = newGame(board, setup);
    const after = advance({ ...fresh, start: state }, { type: 'round', choices: { us: 'stand-down', cn: 'hold' } });
    return start.powers.us.approval - stateOf(after).powers.us.approval;
  };

  it('makes standing down dearer for who believes that he would stop the answer; switched off it costs its plain price', () => {
    expect(price(false)).toBeCloseTo(-board.scenario.parameters.crisis.downApproval, 9);
    expect(price(true)).toBeGreaterThan(price(false));
    expect(price(true)).toBeLessThanOrEqual(2 * price(false));
    expect(price()).toBe(price(true));
  });

  it('is for all at the table to know: every view has it, and the rulebook shows the figure in force', () => {
    const rule = RULEBOOK.find(({ id }) => id === 'emboldenment')!;
    for (const viewer of ['us', 'ru', 'cn', 'public', 'all'] as const)
      for (const [switched, value] of [
        [undefined, 1],
        [true, 1],
        [false, 0],
      ] as const) {
        const view = viewOf(newGame(board, switched === undefined ? SETUP : { ...SETUP, emboldenment: switched }), viewer);
        expect(view.emboldenment).toBe(value);
        expect(formulaIn(scenarioInForce(board.scenario, view), rule)).toContain(`(1 + ${value} × share`);
      }
  });
});
