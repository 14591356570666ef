import { describe, expect, it } from 'vitest';
import { botRound, botTurn } from '../../shared/bots/moves.ts';
import { makeBoard } from '../../shared/capability/board.ts';
import { commonScore } from '../../shared/game/common-score.ts';
import { type Game, type Step, stateOf } from '../../shared/game/game.ts';
import { recordOf, replay } from '../../shared/game/record.ts';
import { scoreOf } from '../../shared/game/score.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { hashOf } from '../../shared/hash.ts';
import { POWERS } from '../../shared/scenario/names.ts';
import { boardOf } from './play.ts';

const board = boardOf('best-offense-2016');
const SETUP = { seed: 'facilitated', luck: 0, theory: 'contested' } as const;
const BOTS = [
  ['us', 'institutionalist'],
  ['ru', 'hawk'],
  ['cn', 'opportunist'],
] as const;
type Turn = Extract<Step, { type: 'turn' }>;
const turnOf = (game: Game): Turn => botTurn(game, BOTS) as Turn;

describe('an inject', () => {
  it('does what an event of the scenario with the same effects does in the same turn', () => {
    const effects = [
      { subject: 'world', variable: 'tension', add: 9 },
      { subject: 'powers/us', variable: 'approval', add: -6 },
      { subject: 'hosts/south-korea', variable: 'consent', add: -11 },
    ];
    const like = must(board.scenario.events[0]);
    const withEvent = makeBoard({
      ...board.scenario,
      events: [...board.scenario.events, { ...like, id: 'extra', turn: 1, effects }],
    });
    const sheets = turnOf(newGame(board, SETUP));
    const injected = advance(newGame(board, SETUP), { ...sheets, injects: [{ id: 'i1', effects }] });
    const scheduled = advance(newGame(withEvent, SETUP), sheets);
    expect(hashOf(stateOf(injected))).toBe(hashOf(stateOf(scheduled)));
    expect(hashOf(stateOf(injected))).not.toBe(hashOf(stateOf(advance(newGame(board, SETUP), sheets))));
  });
});

describe('other luck', () => {
  it('plays a turn as a game of that luck would, and the record of both still proves itself', () => {
    const sheets = turnOf(newGame(board, SETUP));
    for (const luck of [0, 1, 2]) {
      const other = advance(newGame(board, SETUP), { ...sheets, luck });
      expect(hashOf(stateOf(other))).toBe(hashOf(stateOf(advance(newGame(board, { ...SETUP, luck }), sheets))));
      expect(replay(board, recordOf(other)).verified).toBe(true);
    }
  });
});

describe('a game that a facilitator ends', () => {
  it('is over, counts what was played and nothing else, and replays', () => {
    let game = newGame(board, SETUP);
    while (stateOf(game).world.turn < 3)
      game = advance(game, stateOf(game).world.phase === 'crisis' ? botRound(game, BOTS) : turnOf(game));
    const ended = advance(game, { type: 'end' });
    expect(stateOf(ended).world).toMatchObject({ phase: 'ended', ending: 'facilitator', turn: 3 });
    for (const power of POWERS) expect(scoreOf(ended, power)).toEqual(scoreOf(game, power));
    expect(commonScore(ended)).toBe(commonScore(game));
    expect(replay(board, recordOf(ended)).verified).toBe(true);
    expect(() => advance(ended, { type: 'end' })).toThrow('can be played in phase ended');
  });
});

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the scenario has an event');
  return value;
}
