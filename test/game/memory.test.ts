import { describe, expect, it } from 'vitest';
import { layersOf } from '../../shared/belief/defences.ts';
import type { Board } from '../../shared/capability/board.ts';
import { marginsOf } from '../../shared/crisis/alarm.ts';
import { gaugeOf } from '../../shared/game/briefing.ts';
import { stateOf } from '../../shared/game/game.ts';
import { lineOf } from '../../shared/game/score.ts';
import { advance } from '../../shared/game/turn.ts';
import { veil } from '../../shared/game/veil.ts';
import { viewOf } from '../../shared/game/view.ts';
import { canonical } from '../../shared/hash.ts';
import { fearOf } from '../../shared/politics/fear.ts';
import { PAIRS, POWERS, THEORIES, type Viewer } from '../../shared/scenario/names.ts';
import { memory } from '../../shared/state/memory.ts';
import type { State } from '../../shared/state/state.ts';
import { boardOf } from './play.ts';
import { randomGame } from './random-sheets.ts';

const VIEWERS: readonly Viewer[] = [...POWERS, 'public'];

/** All that is remembered of a state, asked for. */
const remembered = (board: Board, state: State) =>
  VIEWERS.map((viewer) => {
    const known = veil(board, state, viewer);
    return {
      known,
      gauges: THEORIES.map((theory) => gaugeOf(board, known, theory)),
      margins: viewer === 'all' ? [] : PAIRS.map((pair) => marginsOf(board, known, pair, { eyes: viewer, theory: 'contested' })),
      fears: PAIRS.map(([afraid, feared]) => fearOf(board, known, afraid, feared)),
      lines: POWERS.map((power) => lineOf(board, known, power)),
      layers: PAIRS.map(([attacker, defender]) =>
        (['rival', 'owner', 'public'] as const).map((stance) =>
          layersOf(board, known, {
            defender,
            group: `${attacker}>${defender}`,
            stance,
            outlook: true,
            caps: {},
            worstCase: 1,
            denied: {},
            suppressed: 0.5,
          }),
        ),
      ),
    };
  });

describe('what is remembered of a state', () => {
  it.each(['quick', 'best-offense-2016'])('is what is worked out afresh from a copy that nobody has seen: %s', (id) => {
    const board = boardOf(id);
    // In new objects, so that nothing is remembered of it either.
    const sameBoard = structuredClone(board);
    for (let i = 0; i < 6; i++) {
      for (const { state } of randomGame(board, `remembered ${i}`).played) {
        const fresh = canonical(remembered(sameBoard, structuredClone(state)));
        expect(canonical(remembered(board, state)) === fresh).toBe(true);
        // Asked a second time, when all of it is remembered.
        expect(canonical(remembered(board, state)) === fresh).toBe(true);
      }
    }
  });

  it('does not outlive the state: the next step is the same from a copy of the game as from the game', () => {
    const board = boardOf('quick');
    for (let i = 0; i < 20; i++) {
      const game = randomGame(board, `next ${i}`);
      let copy = { ...game, played: [] as typeof game.played, start: structuredClone(game.start) };
      for (const { step, state, effects } of game.played) {
        copy = advance({ ...copy, played: structuredClone(copy.played) }, structuredClone(step));
        expect(stateOf(copy)).toEqual(state);
        expect(copy.played.at(-1)?.effects).toEqual(effects);
      }
      for (const viewer of VIEWERS) expect(viewOf(copy, viewer)).toEqual(viewOf(game, viewer));
    }
  });

  it.each(['quick', 'best-offense-2016', 'thaad'])(
    'a second veil hides nothing more, as the veil takes for granted: %s',
    (id) => {
      const board = boardOf(id);
      for (let i = 0; i < 8; i++)
        for (const { state } of randomGame(board, `twice ${i}`).played)
          for (const viewer of VIEWERS) {
            const known = veil(board, state, viewer);
            expect(canonical(veil(board, structuredClone(known), viewer)) === canonical(known)).toBe(true);
          }
    },
  );
});

describe('a memory', () => {
  it('works out once for each board, thing and name, and keeps them apart', () => {
    const find = memory<string>();
    const [board, other, thing] = [{}, {}, {}];
    const asked: string[] = [];
    const ask = (on: object, name: string): string => find(on, thing, name, () => `${asked.push(name)}`);
    expect([ask(board, 'a'), ask(board, 'b'), ask(other, 'a'), ask(board, 'a'), ask(other, 'a')]).toEqual([
      '1',
      '2',
      '3',
      '1',
      '3',
    ]);
    expect(asked).toEqual(['a', 'b', 'a']);
  });
});
