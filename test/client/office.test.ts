import { describe, expect, it } from 'vitest';
import { disownedIn, hostOfficesOf, officeOf } from '../../client/model/office.ts';
import { type Game, stateOf } from '../../shared/game/game.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { viewOf } from '../../shared/game/view.ts';
import { EMPTY_SHEET, type Sheet, type Statement } from '../../shared/orders/sheet.ts';
import { boardOf } from '../game/play.ts';

const board = boardOf('best-offense-2016');
const start = newGame(board, { seed: 'office', luck: 0, theory: 'contested' });
const pledgeOf = (speaker: Statement['speaker']): Statement => ({
  speaker,
  kind: 'pledge',
  target: 'ru',
  subject: 'fort-greely',
  venue: 'united-nations',
  commitment: { condition: { type: 'inventory-over', battery: 'fort-greely', count: 60 }, response: null, until: 5 },
  words: '',
  language: 'en',
});
const play = (game: typeof start, sheet: Partial<Sheet>) =>
  advance(game, { type: 'turn', sheets: { us: { ...EMPTY_SHEET, ...sheet } } });
/** The only promise after the first turn, in which the outgoing head of state or his minister gave it. */
function promisedBy(speaker: Statement['speaker']) {
  const game = play(start, { statements: [pledgeOf(speaker)] });
  const { state } = viewOf(game, 'us');
  const [id, commitment] = Object.entries(state.commitments)[0] ?? [];
  return { game, state, id: id!, commitment: commitment! };
}

describe('a change of government', () => {
  it('is on in Washington from the election in turn 1 to the inauguration in turn 2, and nowhere else (RULES 7)', () => {
    const told = (['us', 'ru', 'cn'] as const).map((power) => [1, 2, 3].map((turn) => officeOf(board, power, turn)));
    expect(told).toEqual([
      [{ at: 'leaving', turn: 2, rank: 0.75, full: 1 }, { at: 'new' }, null],
      [null, null, null],
      [null, null, null],
    ]);
  });

  it('lets a promise of the head of state be disowned, in the turn of the inauguration, and a minister’s never', () => {
    for (const [speaker, turn] of [
      ['head-of-state', 2],
      ['minister', null],
    ] as const) {
      const { state, commitment } = promisedBy(speaker);
      expect(disownedIn(board, state, commitment)).toBe(turn);
      const earlier = { ...state, world: { ...state.world, turn: 1 } };
      expect(disownedIn(board, earlier, commitment)).toBe(turn);
    }
  });

  it('costs then what the page says: half of what giving the same promise up costs a turn later', () => {
    const { game, id } = promisedBy('head-of-state');
    const share = (played: typeof start): number => {
      const lines = viewOf(play(played, { abandon: [id] }), 'us').effects;
      const lost = lines.find(
        ({ subject, variable, because }) =>
          [subject, variable, because.key].join() === 'powers/us,credibility,why.commitment.broken',
      );
      return (Number(lost?.before) - Number(lost?.after)) / Number(lost?.before);
    };
    expect(share(game) / share(play(game, {}))).toBeCloseTo(board.scenario.parameters.administrations.repudiation, 6);
    const later = viewOf(play(game, {}), 'us').state;
    expect(disownedIn(board, later, later.commitments[id]!)).toBe(null);
  });
});

describe('a host’s change of government', () => {
  it('is told to every seat a turn ahead and in the turn in which it happens: Seoul, Q2 2017 (RULES 7)', () => {
    const told = [1, 2, 3, 4].map((turn) => hostOfficesOf(board, turn).map((each) => `${each.host} ${each.turn}`));
    expect(told).toEqual([[], ['south-korea 3'], ['south-korea 3'], []]);
  });

  it('does in that turn what the page says: consent a third of the way to 50, before any order', () => {
    const { share, middle } = board.scenario.parameters.administrations;
    const opening = (game: Game, turn: number): Game =>
      stateOf(game).world.turn === turn ? game : opening(play(game, {}), turn);
    const third = opening(start, 3);
    const from = stateOf(third).hosts['south-korea']!.consent;
    const lines = play(third, {})
      .played.at(-1)!
      .effects.filter(({ subject }) => subject === 'hosts/south-korea');
    expect(lines[0]).toMatchObject({ rule: 'administration', before: from });
    expect(Number(lines[0]?.after)).toBeCloseTo(from + share * (middle - from), 9);
  });
});
