import { describe, expect, it } from 'vitest';
import { inFact } from '../../client/model/in-fact.ts';
import { type Game, stateOf } from '../../shared/game/game.ts';
import { optionsFor } from '../../shared/game/options.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { viewOf } from '../../shared/game/view.ts';
import { EMPTY_SHEET } from '../../shared/orders/sheet.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import { boardOf } from '../game/play.ts';

const full = boardOf('best-offense-2016');

function hint(game: Game, power: Power) {
  const { state } = viewOf(game, power);
  return inFact(game.board, state.world.turn, power, optionsFor(game.board, state, power));
}
const kindsOf = (game: Game, power: Power): string[] => hint(game, power)?.options.map(({ order }) => order.kind) ?? [];

/** A game in which everybody does what he is told he did, from the first turn on. */
function historical(board: typeof full): { game: Game; given: string[]; returned: unknown[] } {
  let game = newGame(board, { seed: 'history', luck: 0, theory: 'contested' });
  const given: string[] = [];
  for (let step = 0; step < 40 && stateOf(game).world.phase !== 'ended'; step++) {
    const { phase, turn } = stateOf(game).world;
    if (phase === 'crisis') {
      game = advance(game, { type: 'round', choices: { us: 'stand-down', ru: 'stand-down', cn: 'stand-down' } });
      continue;
    }
    const now = game;
    const sheets = Object.fromEntries(
      POWERS.map((power) => {
        const orders = hint(now, power)?.options.map(({ order }) => order) ?? [];
        given.push(...orders.map(({ kind }) => `${turn} ${power} ${kind}`));
        return [power, { ...EMPTY_SHEET, orders }];
      }),
    );
    game = advance(game, { type: 'turn', sheets });
  }
  const unsigned = ['refusal.not-signed', 'refusal.left-waiting'];
  const returned = game.played.flatMap((played) => played.returned).filter(({ refusal }) => !unsigned.includes(refusal.key));
  return { game, given, returned };
}

describe('as it was in fact', () => {
  it('tells China at the start that it put pressure on Seoul, and the US that it did nothing that could be ordered', () => {
    const start = newGame(full, { seed: 'fact', luck: 0, theory: 'contested' });
    expect(kindsOf(start, 'cn')).toEqual(['coerce']);
    expect(hint(start, 'us')).toBe(null);
  });

  it('leaves out what is not legal: missiles towards a Polish site that does not stand', () => {
    const start = newGame(full, { seed: 'fact', luck: 0, theory: 'contested' });
    expect(full.scenario.facts.find(({ turn, power }) => turn === 1 && power === 'ru')?.orders[0]?.kind).toBe('forward');
    expect(kindsOf(start, 'ru')).not.toContain('forward');
  });

  it('can be played from end to end: THAAD to Seongju in early 2017, a new glider in early 2018, and nothing comes back', () => {
    const { game, given, returned } = historical(full);
    expect(given).toEqual(expect.arrayContaining(['2 us build', '3 us strike-proxy', '4 cn press', '5 cn court', '6 ru glide']));
    expect(returned).toEqual([]);
    expect(stateOf(game).batteries['seongju']?.status).toBeDefined();
  });

  it('suggests in a short game only what is in play there', () => {
    const quick = boardOf('quick');
    const { given } = historical(quick);
    expect(given.length).toBeGreaterThan(0);
    for (const order of given) expect(quick.scenario.orderKinds as readonly string[]).toContain(order.split(' ')[2]);
  });
});
