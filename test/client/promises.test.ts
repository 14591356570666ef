import { describe, expect, it } from 'vitest';
import { hostsOf, thirdsOf, trustsOf } from '../../client/model/diplomacy.ts';
import { promisesOf, wordsToward } from '../../client/model/promises.ts';
import { stateOf } from '../../shared/game/game.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { viewOf } from '../../shared/game/view.ts';
import { EMPTY_SHEET, type Order, type Statement } from '../../shared/orders/sheet.ts';
import { POWERS } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import { ALL_HAWKS, boardOf, botStep } from '../game/play.ts';

const board = boardOf('best-offense-2016');
const start = newGame(board, { seed: 'promises', luck: 0, theory: 'contested' });
const REASSURE: Statement = {
  speaker: 'minister',
  kind: 'reassure',
  target: 'us',
  subject: 'arms',
  venue: 'forum',
  commitment: null,
  words: '',
  language: 'en',
};
const PLEDGE: Statement = {
  ...REASSURE,
  kind: 'pledge',
  subject: 'moscow-a135',
  commitment: { condition: { type: 'inventory-over', battery: 'moscow-a135', count: 68 }, response: null, until: 4 },
};

/** The state as the US knows it once Russia has said and ordered this, alone. */
function seenAfter(statements: Statement[], orders: Order[] = []): State {
  const sheet = { ...EMPTY_SHEET, statements, orders };
  return viewOf(advance(start, { type: 'turn', sheets: { ru: sheet } }), 'us').state;
}

describe('said against did', () => {
  it('holds an open pledge with its turns left and what stands now against the number pledged', () => {
    const [line] = promisesOf(seenAfter([PLEDGE]));
    expect(line).toMatchObject({
      left: 2,
      holds: false,
      present: 68,
      isPrivate: false,
      commitment: { power: 'ru', status: 'open' },
    });
  });

  it('keeps the open ones before the judged ones through a whole game of hawks, and loses none', () => {
    let game = start;
    while (stateOf(game).world.phase !== 'ended') {
      game = botStep(game, ALL_HAWKS);
      for (const power of POWERS) {
        const { state } = viewOf(game, power);
        const lines = promisesOf(state);
        expect(lines.map((line) => line.id).sort()).toEqual(Object.keys(state.commitments).sort());
        const lefts = lines.map((line) => line.left);
        expect(lefts.indexOf(null)).toBe(lefts.includes(null) ? lefts.filter((left) => left !== null).length : -1);
      }
    }
  });
});

describe('the words beside what planners believe', () => {
  it('are those spoken to the listener or to all, none whispered, none to somebody else', () => {
    const state = seenAfter([
      { ...REASSURE, target: 'all', subject: 'posture' },
      { ...REASSURE, venue: 'private' },
    ]);
    expect(wordsToward(state, 'ru', 'us', 5).map((said) => said.subject)).toEqual(['posture']);
    expect(wordsToward(seenAfter([{ ...REASSURE, target: 'cn' }]), 'ru', 'us', 5)).toEqual([]);
  });

  it('are belied by an alert in the same turn, and by nothing that stayed out of sight', () => {
    const said = (state: State) => wordsToward(state, 'ru', 'us', 1)[0];
    const open = seenAfter([REASSURE], [{ kind: 'posture', posture: 'generated' }]);
    const hidden = seenAfter([REASSURE], [{ kind: 'reinforce', battery: 'moscow-a135' }]);
    expect([open, hidden].map((state) => said(state)?.belied)).toEqual([true, undefined]);
  });
});

describe('relations', () => {
  it('give the own trust exactly, and of the others’ only a stretch that the truth lies in', () => {
    const truth = stateOf(start);
    for (const { other, ours, theirs } of trustsOf(viewOf(start, 'us').state, 'us')) {
      expect(ours).toBe(truth.pairs[`us>${other}`]?.trust);
      const felt = truth.pairs[`${other}>us`]?.trust ?? -1;
      expect(felt >= theirs.low && felt <= theirs.high).toBe(true);
    }
  });

  it('list every host once, the seat’s own partners first', () => {
    const hosts = hostsOf(board, viewOf(start, 'ru').state, 'ru');
    expect(hosts[0]?.id).toBe('belarus');
    expect(hosts).toHaveLength(board.scenario.hosts.length);
  });

  it('name first the power with the most influence on a third state: China on North Korea, Russia on Iran', () => {
    const thirds = thirdsOf(board, viewOf(start, 'us').state, 'us');
    expect(thirds.map((third) => [third.id, third.leverage[0]?.power])).toEqual([
      ['nk', 'cn'],
      ['iran', 'ru'],
    ]);
  });
});
