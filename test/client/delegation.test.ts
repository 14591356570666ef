import { describe, expect, it } from 'vitest';
import { emptyStatement } from '../../client/model/composing.ts';
import { rightsIn, signerOf } from '../../client/model/delegation.ts';
import { linesWith } from '../../client/model/talks.ts';
import { newGame } from '../../shared/game/start.ts';
import { EMPTY_SHEET, type Order } from '../../shared/orders/sheet.ts';
import type { ChannelLine } from '../../shared/protocol/channel.ts';
import { type Delegation, NO_DELEGATION, PORTFOLIOS, type Portfolio } from '../../shared/protocol/portfolio.ts';
import { boardOf } from '../game/play.ts';
import { lineTo } from './line.ts';

const board = boardOf('quick');
const start = newGame(board, { seed: 'delegation', luck: 0, theory: 'contested' });
const REINFORCE: Order = { kind: 'reinforce', battery: 'deveselu' };
const delegate = (nickname: string, portfolios: readonly Portfolio[], isHere = true) => ({ nickname, portfolios, isHere });
const CABINET: Delegation = {
  delegates: [delegate('Anna', ['head-of-state']), delegate('Boris', ['defence'])],
  own: 1,
  strikeBy: null,
  choice: null,
};

/** Boris' page, once the server has said that he shares the seat. */
function boris() {
  const line = lineTo(board);
  line.say(start, 'us');
  line.hearing.delegation(CABINET);
  return line;
}

describe('a delegation as one of it knows it', () => {
  it('leaves who sits alone all portfolios', () => {
    expect(rightsIn(NO_DELEGATION)).toEqual(PORTFOLIOS);
    const { match, say } = lineTo(board);
    say(start, 'us');
    expect(match.draft.lack('statements')).toBeNull();
  });

  it('lets him add what is his, and says whose the rest is', () => {
    const { match } = boris();
    expect(match.draft.refusalOfOrder(REINFORCE)).toBeNull();
    const words = match.draft.refusalOfStatement(emptyStatement(board, 'us', 'en'));
    expect(words).toMatchObject({ key: 'refusal.not-your-portfolio', args: { portfolio: 'press' } });
    expect(match.draft.lack('standing')).toMatchObject({ args: { portfolio: 'head-of-state' } });
  });

  it('gives him more as soon as he stands in', () => {
    const { match, hearing } = boris();
    hearing.delegation({
      ...CABINET,
      delegates: [delegate('Anna', ['head-of-state'], false), delegate('Boris', ['head-of-state', 'defence'])],
    });
    expect(match.draft.lack('standing')).toBeNull();
    expect(signerOf(match.delegation.value)?.nickname).toBe('Boris');
  });

  it('shows him another’s change of the sheet and leaves the words that he is composing alone', () => {
    const { match, hearing } = boris();
    const composed = { ...emptyStatement(board, 'us', 'en'), words: 'half a sente' };
    match.draft.composing.value = composed;
    hearing.draft({ turn: 1, sheet: { ...EMPTY_SHEET, orders: [REINFORCE] }, locked: false, number: 1, by: 'Anna' });
    expect(match.draft.sheet.value.orders).toEqual([REINFORCE]);
    expect(match.draft.composing.value).toBe(composed);
  });

  it('has chosen what the server says, not what one of it asked for', () => {
    const { match, hearing } = boris();
    hearing.delegation({ ...CABINET, strikeBy: 0 });
    expect(match.choice.value).toBeNull();
    hearing.delegation({ ...CABINET, choice: 'strike' });
    expect(match.choice.value).toBe('strike');
  });

  it('has a channel of its own, whose lines stand in no other', () => {
    const line = { id: 'aside', from: 'us', to: 'us', words: 'between us' } as ChannelLine;
    expect(linesWith([line], 'us', 'us')).toEqual([line]);
    expect([linesWith([line], 'us', 'ru'), linesWith([line], 'us', 'all')]).toEqual([[], []]);
  });
});
