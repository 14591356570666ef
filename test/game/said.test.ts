import { expect, test } from 'vitest';
import { saidAndDone } from '../../shared/game/said.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import type { Order, Statement } from '../../shared/orders/sheet.ts';
import { boardOf } from './play.ts';

const board = boardOf('quick');
const REASSURE: Statement = {
  speaker: 'minister',
  kind: 'reassure',
  target: 'ru',
  subject: 'arms',
  venue: 'forum',
  commitment: null,
  words: '',
  language: 'en',
};
const played = (orders: Order[], statements: Statement[]) =>
  advance(newGame(board, { seed: 'said', luck: 0, theory: 'contested' }), {
    type: 'turn',
    sheets: { us: { orders, statements, abandon: [] } },
  });

test('reassurance beside building is belied, and everybody saw it', () => {
  const [one] = saidAndDone(played([{ kind: 'reinforce', battery: 'deveselu' }], [REASSURE]));
  expect(one?.deeds.map(({ deed, isOpen }) => [deed.kind, deed.target, isOpen])).toEqual([['reinforce', 'deveselu', true]]);
});

test('reassurance alone is not, and hard words are no reassurance', () => {
  expect(saidAndDone(played([], [REASSURE])).map(({ deeds }) => deeds)).toEqual([[]]);
  expect(saidAndDone(played([{ kind: 'reinforce', battery: 'deveselu' }], [{ ...REASSURE, kind: 'warn' }]))).toEqual([]);
});
